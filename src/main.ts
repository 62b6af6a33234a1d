import type { ExitStatus } from './commands/exit-status.ts';

type Command = (args: readonly string[]) => ExitStatus | Promise<ExitStatus>;

/** Each is loaded only when it is run: a chat need not wait for the checker's libraries. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  ask: async () => (await import('./commands/ask.ts')).ask,
  check: async () => (await import('./commands/check.ts')).check,
  curate: async () => (await import('./commands/curate.ts')).curate,
  recall: async () => (await import('./commands/recall.ts')).recall,
  report: async () => (await import('./commands/report.ts')).report,
  export: async () => (await import('./commands/export.ts')).exportStore,
  import: async () => (await import('./commands/import.ts')).importStore,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  compile: async () => (await import('./commands/compile.ts')).compile,
};

/** The only file with effects on import: reads the arguments, runs the command, sets the exit status. */
async function main([name = 'start', ...args]: readonly string[]): Promise<ExitStatus> {
  const command = await COMMANDS[name]?.();
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
