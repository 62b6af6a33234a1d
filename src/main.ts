import { ask } from './commands/ask.ts';
import { check } from './commands/check.ts';
import type { ExitStatus } from './commands/exit-status.ts';
import { start } from './commands/start.ts';

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => ExitStatus | Promise<ExitStatus>>> = {
  start,
  ask,
  check,
};

/** The only file with effects on import: reads the arguments, runs the command, sets the exit status. */
async function main([name = 'start', ...args]: readonly string[]): Promise<ExitStatus> {
  const command = COMMANDS[name];
  if (!command) {
    process.stderr.write(`There is no command "${name}": use one of ${Object.keys(COMMANDS).join(', ')}.\n`);
    return 2;
  }
  try {
    return await command(args);
  } catch (error) {
    if (!isOptionMistake(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** `parseArgs` throws these for an option that does not exist or lacks its value. */
function isOptionMistake(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has gone away, as with `| head`: there is nobody left to write to.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
