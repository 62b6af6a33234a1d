import { describe, expect, test } from 'vitest';
import { createPageApp } from '../../src/web/page-app.ts';
import { servePage } from '../../src/web/serve-page.ts';
import type { Acted, AnswerDetail, AnswerList, Opening } from '../../src/web/wire.ts';
import { shippedApp } from '../support/shipped.ts';

/* The page's program without a browser. */

const FILES = new Map([['/', { type: 'text/html; charset=utf-8', body: '<!doctype html>' }]]);

function createTestApp(host = '127.0.0.1', faults: unknown[] = []) {
  const { assistant, mind } = shippedApp();
  const problem = { file: 'content/answers/awake/awake-dose.md', line: 3, rule: 'a-rule', message: 'Bad.' };
  return createPageApp({
    assistant,
    mind,
    host,
    files: FILES,
    check: async () => [problem],
    onFault: (fault) => faults.push(fault),
  });
}

const app = createTestApp();
const OWN = { host: '127.0.0.1:8080' };

function ask(path: string, init: RequestInit = {}, on = app): Promise<Response> {
  const headers = { ...OWN, ...(init.headers as Record<string, string>) };
  return Promise.resolve(on.request(`http://127.0.0.1:8080${path}`, { ...init, headers }));
}

const openSession = async (): Promise<Opening> =>
  (await (await ask('/api/sessions', { method: 'POST' })).json()) as Opening;

function post(session: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return ask(`/api/sessions/${session}/actions`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

describe('who may ask', () => {
  test.each([
    'evil.example',
    'evil.example:8080',
    '127.0.0.1.evil.example',
    '',
    '192.168.1.5:8080',
    '127.0.0.1@evil',
  ])('the host %j is refused', async (host) => {
    expect((await ask('/', { headers: { host } })).status).toBe(403);
    expect((await ask('/api/sessions', { method: 'POST', headers: { host } })).status).toBe(403);
  });

  test.each(['127.0.0.1:8080', 'localhost:8080', 'LOCALHOST', '[::1]:9000'])(
    'the host %j is ours',
    async (host) => {
      expect((await ask('/', { headers: { host } })).status).toBe(200);
    },
  );

  test('the host that HOST names is ours too; on every interface any literal address is, and no name', async () => {
    const named = createTestApp('bot.lan');
    expect((await ask('/', { headers: { host: 'bot.lan:8080' } }, named)).status).toBe(200);
    const everywhere = createTestApp('0.0.0.0');
    expect((await ask('/', { headers: { host: '192.168.1.5:8080' } }, everywhere)).status).toBe(200);
    expect((await ask('/', { headers: { host: 'evil.example' } }, everywhere)).status).toBe(403);
  });

  test.each(['http://evil.example', 'null', 'http://127.0.0.1:3000', 'http://localhost:8080'])(
    'a page of the origin %s is refused',
    async (origin) => {
      expect((await ask('/api/sessions', { method: 'POST', headers: { origin } })).status).toBe(403);
      expect((await ask('/api/answers', { headers: { origin } })).status).toBe(403);
    },
  );

  test('the page itself is not', async () => {
    const headers = { origin: 'http://127.0.0.1:8080' };
    expect((await ask('/api/sessions', { method: 'POST', headers })).status).toBe(200);
  });
});

test('every answer forbids what the page does not need', async () => {
  for (const path of ['/', '/api/answers', '/nothing']) {
    const { headers } = await ask(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
});

describe('what is posted', () => {
  test.each([
    ['{', 400],
    ['[]', 400],
    ['null', 400],
    ['{"since":0,"action":{"do":"fly"}}', 400],
    ['{"since":0,"action":{"do":"say","room":"nowhere","as":"kim","text":"x"}}', 400],
    ['{"since":0,"action":{"do":"say","room":"private","as":"kim","text":""}}', 400],
    ['{"since":0,"action":{"do":"say","room":"private","as":"nobody","text":"x"}}', 409],
    ['{"since":0,"action":{"do":"press","room":"private","as":"kim","key":"m1","data":"x"}}', 409],
    ['{"since":0,"action":{"do":"send-card","room":"group","as":"kim","card":"x"}}', 409],
    [
      JSON.stringify({ since: 0, action: { do: 'say', room: 'private', as: 'kim', text: 'x'.repeat(4097) } }),
      400,
    ],
    ['x'.repeat(40_000), 413],
  ])('%.60s: refused with a sentence', async (body, status) => {
    const { session } = await openSession();
    const response = await post(session, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/\w/) });
  });

  test('what is not said to be JSON is refused: a form of another page cannot post', async () => {
    const { session } = await openSession();
    expect((await post(session, '{}', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('an unknown session is not found', async () => {
    expect((await post('x', '{}')).status).toBe(404);
    expect((await ask('/api/sessions/x/changes')).status).toBe(404);
    expect((await ask('/api/sessions/x/why/0')).status).toBe(404);
  });

  test('a question gets its answer, and the reasons can be asked for', async () => {
    const { session, changes } = await openSession();
    const since = changes.length;
    const action = { do: 'say', room: 'private', as: 'kim', text: 'how much ketamine per hour?' };
    const acted = (await (await post(session, JSON.stringify({ since, action }))).json()) as Acted;
    const messages = acted.changes.flatMap((change) => (change.kind === 'put' ? [change.message] : []));
    const answer = messages.find(({ from }) => from === 'bot');
    expect(answer?.text).toContain('10–90 mg per hour');
    const why = await (await ask(`/api/sessions/${session}/why/${answer?.why}`)).json();
    expect(why).toMatchObject({ kind: 'answer', answers: [{ id: 'awake-dose' }] });
  });

  test('a closed session is gone', async () => {
    const { session } = await openSession();
    expect((await ask(`/api/sessions/${session}`, { method: 'DELETE' })).status).toBe(204);
    expect((await post(session, '{}')).status).toBe(404);
  });
});

describe('the content', () => {
  test('lists every answer and safety text; search looks into wordings too', async () => {
    const all = (await (await ask('/api/answers')).json()) as AnswerList;
    expect(all.answers).toHaveLength(shippedApp().assistant.content.answers.size + 4);
    const found = (await (await ask('/api/answers?words=MG%2FH&kind=covered')).json()) as AnswerList;
    expect(found.answers).toContainEqual(expect.objectContaining({ id: 'awake-dose', found: 'mg/h' }));
  });

  test('every answer can be read on every surface, and its citations stand in the document', async () => {
    const { answers } = (await (await ask('/api/answers')).json()) as AnswerList;
    for (const { id, kind } of answers) {
      const detail = (await (await ask(`/api/answers/${id}`)).json()) as AnswerDetail;
      expect(detail.surfaces.map(({ surface }) => surface)).toHaveLength(5);
      for (const { shown, caveats, surface } of detail.surfaces) {
        expect(shown.text, id).not.toBe('');
        if (kind === 'covered' || kind === 'not-covered')
          expect(caveats.length, `${id} ${surface}`).toBeGreaterThan(1);
      }
      for (const { paragraph, quote } of detail.citations)
        expect(detail.document[paragraph - 1], id).toContain(quote);
    }
    expect((await ask('/api/answers/no-such-thing')).status).toBe(404);
  });

  test('what check says is handed on', async () => {
    expect(await (await ask('/api/check')).json()).toMatchObject({ problems: [{ line: 3, rule: 'a-rule' }] });
  });
});

test('a fault is told without a word of the message', async () => {
  const faults: unknown[] = [];
  const { assistant, mind } = shippedApp();
  const broken = createPageApp({
    assistant,
    mind,
    host: '127.0.0.1',
    files: FILES,
    check: () => Promise.reject(new Error('secret words')),
    onFault: (fault) => faults.push(fault),
  });
  expect((await ask('/api/check', {}, broken)).status).toBe(500);
  expect(faults).toHaveLength(1);
  expect(JSON.stringify(faults)).not.toContain('secret words');
});

test('a page that was not built is one sentence', async () => {
  const { assistant, mind } = shippedApp();
  const options = { assistant, mind, host: '127.0.0.1', port: 0, check: async () => [], onFault: () => {} };
  expect(await servePage({ ...options, folder: '/nowhere' })).toEqual({
    ok: false,
    mistake: 'The page is not built: run npm run build.',
  });
});
