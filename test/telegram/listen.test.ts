import { Agent, request } from 'node:http';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../../src/telegram/receiving/listen.ts';

const KB = 1024;
let server: Listening;
let agent: Agent;
beforeEach(async () => {
  const app = new Hono();
  app.post('/unread', (context) => context.body(null, 401));
  app.use(bodyLimit({ maxSize: 32 * KB, onError: (context) => context.json({ error: 'Too long.' }, 413) }));
  app.post('/', async (context) => context.text(String((await context.req.text()).length)));
  server = await listen((each) => app.fetch(each), '127.0.0.1', 0);
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(async () => {
  agent.destroy();
  await server.close();
});

/** Sends a body over the one connection of the agent; gives the status, or the code of what went wrong. */
function post(
  path: string,
  bytes: number,
): Promise<{ status: number | string | undefined; closes: boolean }> {
  return new Promise((resolve) => {
    const headers = { 'content-length': bytes };
    const sent = request(
      { port: server.port, host: '127.0.0.1', path, method: 'POST', agent, headers },
      (got) => {
        got.resume();
        got.on('end', () => resolve({ status: got.statusCode, closes: got.headers.connection === 'close' }));
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) => resolve({ status: error.code, closes: true }));
    sent.end('x'.repeat(bytes));
  });
}

describe('after a body that was refused, a client that keeps its connection', () => {
  test.each([
    ['/', 40 * KB, 413],
    ['/', 300 * KB, 413],
    ['/', 4 * KB * KB, 413],
    ['/unread', 40 * KB, 401],
    ['/unread', 4 * KB * KB, 401],
  ])('%s of %i bytes: hears %i, and its next requests are answered', async (path, bytes, status) => {
    for (let round = 0; round < 5; round += 1) {
      expect(await post(path, bytes)).toMatchObject({ status });
      expect(await post('/', 5)).toMatchObject({ status: 200 });
    }
  });

  test('is told when the connection ends', async () => {
    expect(await post('/', 4 * KB * KB)).toEqual({ status: 413, closes: true });
  });

  test('keeps it where all was read', async () => {
    expect(await post('/', 5)).toEqual({ status: 200, closes: false });
  });
});
