import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../../src/telegram/receiving/listen.ts';
import { createWebhookApp } from '../../src/telegram/receiving/webhook-app.ts';

const SECRET = 'right_secret-1';
const PATH = '/hook/of/the/bot';

let taken: unknown[];
let failures: unknown[];
let open: boolean;
let fail: boolean;
let listening: Listening;
beforeEach(async () => {
  [taken, failures, open, fail] = [[], [], true, false];
  const app = createWebhookApp({
    path: PATH,
    secret: SECRET,
    isOpen: () => open,
    take: async (update) => {
      if (fail) throw new Error('not kept');
      taken.push(update);
    },
    onFailure: (error) => failures.push(error),
  });
  listening = await listen((each) => app.fetch(each), '127.0.0.1', 0);
});
afterEach(() => listening.close());

interface Post {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Without a length, in parts. */
  readonly chunked?: boolean;
}

const GOOD = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET };

function post({ path = PATH, method = 'POST', headers = GOOD, body = '{"update_id":1}', chunked }: Post) {
  return new Promise<{ status: number | undefined; text: string; headers: object }>((resolve, reject) => {
    const length = chunked || method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(
      { port: listening.port, path, method, headers: { ...headers, ...length } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode, text, headers: response.headers }));
      },
    );
    sent.on('error', reject);
    if (method === 'GET') sent.end();
    else sent.end(body);
  });
}

test('an update is taken, with or without a charset', async () => {
  expect(await post({})).toMatchObject({ status: 200, text: '' });
  const headers = { ...GOOD, 'content-type': 'Application/JSON; charset=utf-8' };
  expect(
    await post({ headers, body: '{"update_id":2,"message":{"text":"ü"}}', chunked: true }),
  ).toMatchObject({
    status: 200,
  });
  expect(taken).toEqual([{ update_id: 1 }, { update_id: 2, message: { text: 'ü' } }]);
});

const without = (name: string) => Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name));
const secret = (value: string) => ({ ...GOOD, 'x-telegram-bot-api-secret-token': value });
const type = (value: string) => ({ ...GOOD, 'content-type': value });
const big = (bytes: number) => `{"update_id":1,"message":{"text":"${'x'.repeat(bytes)}"}}`;
const MB = 1024 * 1024;

describe('what is not Telegram', () => {
  test.each<[string, number, Post]>([
    ['another path', 404, { path: '/' }],
    ['a longer path', 404, { path: `${PATH}/more` }],
    ['a path with dots', 404, { path: '/hook/../../etc/passwd' }],
    ['GET', 405, { method: 'GET' }],
    ['PUT', 405, { method: 'PUT' }],
    ['DELETE without a secret', 405, { method: 'DELETE', headers: {} }],
    ['OPTIONS', 405, { method: 'OPTIONS' }],
    ['no secret', 401, { headers: without('x-telegram-bot-api-secret-token') }],
    ['an empty secret', 401, { headers: secret('') }],
    ['a wrong secret', 401, { headers: secret('wrong_secret-1') }],
    ['the beginning of the secret', 401, { headers: secret(SECRET.slice(0, -1)) }],
    ['the secret in capitals', 401, { headers: secret(SECRET.toUpperCase()) }],
    ['a wrong secret and a large body', 401, { headers: secret('x'), body: big(5 * MB) }],
    ['no content type', 415, { headers: without('content-type') }],
    ['a form', 415, { headers: type('application/x-www-form-urlencoded') }],
    ['something like JSON', 415, { headers: type('application/json5') }],
    ['text', 415, { headers: type('text/plain; a=application/json') }],
    ['more than a megabyte', 413, { body: big(MB) }],
    ['much more than a megabyte', 413, { body: big(8 * MB) }],
    ['more than a megabyte in parts', 413, { body: big(3 * MB), chunked: true }],
    ['no body', 400, { body: '' }],
    ['broken JSON', 400, { body: '{"update_id":1' }],
    ['bytes that are no text', 400, { body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }],
    ['a list', 400, { body: '[]' }],
    ['null', 400, { body: 'null' }],
    ['a text', 400, { body: '"update_id"' }],
    ['no id', 400, { body: '{"message":{}}' }],
    ['an id that is a text', 400, { body: '{"update_id":"1"}' }],
    ['a negative id', 400, { body: '{"update_id":-1}' }],
    ['an id that is too large', 400, { body: '{"update_id":1e300}' }],
    ['half an id', 400, { body: '{"update_id":1.5}' }],
  ])('%s: %i and no detail', async (_, status, wrong) => {
    expect(await post(wrong)).toMatchObject({ status, text: '' });
    expect(taken).toEqual([]);
    expect(failures).toEqual([]);
    expect(await post({})).toMatchObject({ status: 200 });
  });

  test('405 says what is allowed', async () => {
    expect((await post({ method: 'GET' })).headers).toMatchObject({ allow: 'POST' });
  });
});

test('while it stops, Telegram is asked to send again', async () => {
  open = false;
  expect(await post({})).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
  expect(taken).toEqual([]);
});

test('what cannot be taken is answered and told', async () => {
  fail = true;
  expect(await post({})).toMatchObject({ status: 503, text: '' });
  expect(failures).toHaveLength(1);
});

test('a port that is taken, an address that is not ours: one sentence', async () => {
  const app = () => new Response();
  await expect(listen(app, '127.0.0.1', listening.port)).rejects.toMatchObject({
    name: 'StartRefused',
    message: expect.stringMatching(
      /^PORT and HOST hold 127\.0\.0\.1:\d+, .* PORT should hold a free port\.$/,
    ),
  });
  await expect(listen(app, '203.0.113.1', 0)).rejects.toMatchObject({ reason: 'no-such-host' });
});
