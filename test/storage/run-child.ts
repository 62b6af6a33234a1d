import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** Runs a job of `child.ts` in a process of its own and returns what it printed. */
export async function runChild<Result>(job: string, url: string, name: string): Promise<Result> {
  const { output, code } = await spawnChild(job, url, name).ended;
  if (code !== 0) throw new Error(`The process ended with ${code}: ${output}`);
  return JSON.parse(output) as Result;
}

/** Starts a job; `lines` grows with each line that it prints. */
export function spawnChild(job: string, url: string, name: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, job, url, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    output += part;
  });
  const ended = new Promise<{ output: string; code: number | null }>((resolve) => {
    child.on('close', (code) => resolve({ output, code }));
  });
  return { kill: () => child.kill('SIGKILL'), lines: () => output.split('\n').length - 1, ended };
}
