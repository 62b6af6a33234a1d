import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Asked, type AskTelegram, createAskTelegram } from '../../src/operations/doctor/ask-telegram.ts';
import { checkDatabase } from '../../src/operations/doctor/check-database.ts';
import { checkRuntime } from '../../src/operations/doctor/check-runtime.ts';
import { checkTelegram, type TelegramSetting } from '../../src/operations/doctor/check-telegram.ts';
import { formatFindings, ok, problem, warning } from '../../src/operations/doctor/finding.ts';

const NOW = 1_800_000_000_000;
const POLLING: TelegramSetting = { mode: 'polling', now: () => NOW };
const URL_HERE = new URL('https://bot.example.org/hook/secret-path');
const WEBHOOK: TelegramSetting = { mode: 'webhook', webhookUrl: URL_HERE, now: () => NOW };
const GOOD = {
  getMe: {
    id: 7,
    username: 'answers_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    supports_guest_queries: true,
  },
  getWebhookInfo: { url: '', pending_update_count: 0 },
  getChatMember: { status: 'member' },
};

/** A Bot API that answers like this, at this time. */
function answering(change: Record<string, object | Asked> = {}, serverTime = NOW): AskTelegram {
  const answers: Record<string, object> = { ...GOOD, ...change };
  return async (method) => {
    const answer = answers[method] ?? {};
    return 'ok' in answer
      ? (answer as Asked)
      : { ok: true, result: answer as Record<string, unknown>, serverTime };
  };
}
const stateOf = async (name: string, ask: AskTelegram, setting = POLLING) =>
  (await checkTelegram(ask, setting)).filter((finding) => finding.name === name).map(({ state }) => state);

describe('Telegram', () => {
  test('all is well', async () => {
    const findings = await checkTelegram(answering(), POLLING);
    expect(findings.map(({ state }) => state)).toEqual(findings.map(() => 'ok'));
    const webhook = await checkTelegram(answering({ getWebhookInfo: { url: URL_HERE.href } }), WEBHOOK);
    expect(webhook.map(({ state }) => state)).toEqual(webhook.map(() => 'ok'));
    expect(JSON.stringify(webhook)).not.toContain('secret-path');
  });

  test.each<[string, Record<string, object>, TelegramSetting, string, string]>([
    [
      'a wrong token',
      { getMe: { ok: false, code: 401, description: 'Unauthorized' } },
      POLLING,
      'token',
      'problem',
    ],
    ['no way to Telegram', { getMe: { ok: undefined, cause: 'ENOTFOUND' } }, POLLING, 'telegram', 'problem'],
    [
      'too many questions',
      { getMe: { ok: false, code: 429, description: 'x' } },
      POLLING,
      'telegram',
      'problem',
    ],
    [
      'privacy mode off',
      { getMe: { ...GOOD.getMe, can_read_all_group_messages: true } },
      POLLING,
      'privacy mode',
      'warning',
    ],
    [
      'inline mode off',
      { getMe: { ...GOOD.getMe, supports_inline_queries: false } },
      POLLING,
      'inline mode',
      'warning',
    ],
    [
      'guest mode off',
      { getMe: { ...GOOD.getMe, supports_guest_queries: false } },
      POLLING,
      'guest mode',
      'warning',
    ],
    ['no groups', { getMe: { ...GOOD.getMe, can_join_groups: false } }, POLLING, 'groups', 'warning'],
    [
      'a webhook that polling would remove',
      { getWebhookInfo: { url: 'https://else.org/x' } },
      POLLING,
      'webhook',
      'warning',
    ],
    ['no webhook yet', {}, WEBHOOK, 'webhook', 'warning'],
    [
      'the webhook of another program',
      { getWebhookInfo: { url: 'https://else.org/x' } },
      WEBHOOK,
      'webhook',
      'problem',
    ],
    [
      'an address without https',
      {},
      { ...WEBHOOK, webhookUrl: new URL('http://a.org/x') },
      'webhook',
      'problem',
    ],
    [
      'a port that Telegram does not post to',
      {},
      { ...WEBHOOK, webhookUrl: new URL('https://a.org:9000/x') },
      'webhook',
      'problem',
    ],
    [
      'many updates wait',
      { getWebhookInfo: { url: '', pending_update_count: 101 } },
      POLLING,
      'pending',
      'warning',
    ],
    [
      'posting failed a short while ago',
      {
        getWebhookInfo: {
          url: URL_HERE.href,
          last_error_date: NOW / 1_000 - 60,
          last_error_message: 'Wrong response: 502',
        },
      },
      WEBHOOK,
      'webhook error',
      'problem',
    ],
    [
      "a curators' chat that the bot is not in",
      { getChatMember: { ok: false, code: 400, description: 'chat not found' } },
      { ...POLLING, curatorChatId: -5 },
      "curators' chat",
      'problem',
    ],
    [
      '… that it has left',
      { getChatMember: { status: 'left' } },
      { ...POLLING, curatorChatId: -5 },
      "curators' chat",
      'problem',
    ],
    [
      '… where it may not write',
      { getChatMember: { status: 'restricted', can_send_messages: false } },
      { ...POLLING, curatorChatId: -5 },
      "curators' chat",
      'problem',
    ],
  ])('%s', async (_, change, setting, name, state) => {
    const findings = await checkTelegram(answering(change), setting);
    const finding = findings.find((each) => each.name === name);
    expect(finding?.state).toBe(state);
    expect(finding?.todo).toMatch(/\w/);
  });

  test('an error of last week is no longer news', async () => {
    const info = { url: URL_HERE.href, last_error_date: NOW / 1_000 - 7 * 86_400, last_error_message: 'x' };
    expect(await stateOf('webhook error', answering({ getWebhookInfo: info }), WEBHOOK)).toEqual([]);
  });

  test.each([
    [0, 'ok'],
    [-900, 'ok'],
    [4_000, 'ok'],
    [-10_000, 'warning'],
    [10_000, 'warning'],
    [3_600_000, 'problem'],
    [-86_400_000, 'problem'],
  ])('a clock that is %i ms from that of Telegram: %s', async (skew, state) => {
    expect(await stateOf('clock', answering({}, NOW + skew))).toEqual([state]);
  });

  test('over HTTP: the clock from the header, and never the token in what is said', async () => {
    const server = createServer((request, response) => {
      response.setHeader('date', new Date(NOW).toUTCString());
      response.end(request.url?.includes('html') ? '<html>' : '{"ok":true,"result":{"id":1}}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await createAskTelegram('1:canary', root)('getMe')).toEqual({
      ok: true,
      result: { id: 1 },
      serverTime: NOW,
    });
    expect(await createAskTelegram('1:canary', root)('html')).toEqual({
      ok: undefined,
      cause: 'not the Bot API',
    });
    await new Promise((done) => server.close(done));
    const gone = await createAskTelegram('1:canary', root)('getMe');
    expect(gone).toEqual({ ok: undefined, cause: expect.stringMatching(/^(ECONN|UND_ERR)/) });
    expect(JSON.stringify(await checkTelegram(async () => gone, POLLING))).not.toContain('canary');
  });
});

describe('this machine', () => {
  test.each([
    ['18.20.0', 'problem'],
    ['20.19.9', 'problem'],
    ['20.20.2', 'warning'],
    ['22.1.0', 'ok'],
    ['24.0.0', 'ok'],
  ])('Node %s: %s', (version, state) => {
    expect(checkRuntime(version, '1.0.0')[0]?.state).toBe(state);
  });

  test('a file that is not there yet is not made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
    const [finding] = await checkDatabase(`file:${folder}/deep/down/bot.db`);
    expect(finding).toMatchObject({ state: 'ok', says: expect.stringContaining('first start') });
    const { existsSync } = await import('node:fs');
    expect(existsSync(`${folder}/deep`)).toBe(false);
  });

  test('a file that is no database, a server that is not there: a problem, without the password', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'doctor-')), 'bot.db');
    writeFileSync(file, 'This is not a database, whatever its name says. '.repeat(50));
    expect((await checkDatabase(`file:${file}`))[0]).toMatchObject({ name: 'database', state: 'problem' });
    const [lost] = await checkDatabase('postgres://me:zebracanary@127.0.0.1:1/x');
    expect(lost).toMatchObject({ state: 'problem', says: expect.stringContaining('127.0.0.1:1/x') });
    expect(JSON.stringify(lost)).not.toContain('zebracanary');
  });
});

test('one line each, and under it what to do', () => {
  const text = formatFindings([
    ok('node', '22.'),
    warning('token', 'not set.', 'set it'),
    problem('x', 'bad.', 'mend it'),
  ]);
  expect(text).toBe(
    [
      'ok       node   22.',
      'warning  token  not set.',
      '                → set it',
      'problem  x      bad.',
      '                → mend it',
      '',
      '1 problems, 1 warnings, 1 ok.',
      '',
    ].join('\n'),
  );
});
