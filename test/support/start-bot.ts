import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { TOKEN } from './fake-bot-api.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The bot from its sources, with the knowledge that the tests have compiled. */
export const FROM_SOURCES = ['--import', 'tsx', 'test/support/telegram/bot-program.ts'] as const;

/** A bot in a process of its own. */
export interface StartedBot {
  readonly child: ChildProcess;
  /** What it wrote to its log so far, one object a line. */
  readonly log: () => readonly Readonly<Record<string, unknown>>[];
  readonly output: () => string;
  readonly errors: () => string;
  /** Resolves when a line of the log has this message. */
  logged(message: string): Promise<Readonly<Record<string, unknown>>>;
  readonly ended: Promise<{ readonly status: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts a bot with this environment and no other. */
export function startBot(
  environment: Readonly<Record<string, string>>,
  program: readonly string[] = FROM_SOURCES,
): StartedBot {
  const child = spawn(process.execPath, program, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', BOT_TOKEN: TOKEN, ...environment },
  });
  let output = '';
  let errors = '';
  const watchers = new Set<() => void>();
  const look = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const log = () => output.split('\n').slice(0, -1).map(readLine);
  const ended = once(child, 'close').then(([status, signal]) => {
    look();
    return { status: status as number | null, signal: signal as NodeJS.Signals | null };
  });
  const logged: StartedBot['logged'] = (message) =>
    new Promise((resolve, reject) => {
      const watcher = (): void => {
        const line = log().find(({ msg }) => msg === message);
        if (line) resolve(line);
        else if (child.exitCode !== null) reject(new Error(`The bot ended: ${output}${errors}`));
        else return;
        watchers.delete(watcher);
      };
      watchers.add(watcher);
      watcher();
    });
  return { child, log, logged, output: () => output, errors: () => errors, ended };
}

function readLine(line: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line);
  } catch {
    return { msg: line };
  }
}
