import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { buildPage } from '../support/web/build-page.ts';

/* `npm start` without a token, as an operator runs it. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

beforeAll(() => void buildPage());

/** Starts the program; `input` is piped in, without it nothing can be typed. */
function start(environment: Readonly<Record<string, string>>, input?: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'start'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const until = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(output.stdout)?.[0];
      if (found !== undefined) return found;
      await once(child.stdout ?? child, 'data');
    }
  };
  const ended = once(child, 'close').then(([status]) => ({ status, ...output }));
  return { child, until, ended };
}

test('says where the page is, serves it while nothing can be typed, and stops at a signal', async () => {
  const { child, until, ended } = start({ PORT: '0' });
  const url = await until(/http:\/\/127\.0\.0\.1:\d+/);
  const page = await fetch(url);
  expect(await page.text()).toContain('<title>CRPS answers');
  expect((await fetch(`${url}/main.js`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ status: 0, stderr: '' });
});

test('a port that is taken is one sentence, and the chat goes on', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { status, stdout, stderr } = await start({ PORT: String(port) }, 'how much ketamine per hour?\n')
    .ended;
  other.close();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`PORT holds ${port}, which another program uses`);
  expect(stdout).toContain('10–90 mg per hour');
});

test('an address that is not of this computer is one sentence, and the chat goes on', async () => {
  const { status, stdout } = await start({ HOST: '192.0.2.1' }, '/help\n').ended;
  expect(status).toBe(0);
  expect(stdout).toContain('HOST holds "192.0.2.1", which is no address of this computer.');
});

test('piped questions are answered and end the program, page or not', async () => {
  const { status, stdout } = await start({ HOST: '127.0.0.2' }, 'how much ketamine per hour?\n').ended;
  expect(status).toBe(0);
  expect(stdout).toContain('10–90 mg per hour');
});
