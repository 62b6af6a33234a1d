import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

const TOKEN = '123456:ABC-def_1';

test('nothing set is the local chat, its page on this computer alone', () => {
  const config = { mode: 'local', logLevel: 'info', host: '127.0.0.1', port: 8080, portIsSet: false };
  expect(readConfig({})).toEqual({ ok: true, config });
  expect(readConfig({ PORT: '0', HOST: '::1' })).toMatchObject({
    config: { host: '::1', port: 0, portIsSet: true },
  });
});

test('empty variables count as absent', () => {
  expect(readConfig({ BOT_TOKEN: ' ', LOG_LEVEL: '' })).toMatchObject({ config: { mode: 'local' } });
});

test('a token is polling', () => {
  const result = readConfig({
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
    CURATOR_CHAT_ID: '-1001234567890',
    LOG_LEVEL: 'warn',
  });
  expect(result).toMatchObject({
    config: {
      mode: 'polling',
      apiRoot: 'http://127.0.0.1:8081',
      curatorChatId: -1_001_234_567_890,
      logLevel: 'warn',
    },
  });
});

const WEBHOOK = {
  BOT_TOKEN: TOKEN,
  BOT_MODE: 'webhook',
  WEBHOOK_URL: 'https://bot.example.org/hook',
  WEBHOOK_SECRET: 'right_secret',
};

test('a webhook listens on 127.0.0.1:8080 by default', () => {
  expect(readConfig(WEBHOOK)).toMatchObject({
    config: { mode: 'webhook', host: '127.0.0.1', port: 8080, webhookUrl: { pathname: '/hook' } },
  });
  expect(readConfig({ ...WEBHOOK, HOST: '0.0.0.0', PORT: '0' })).toMatchObject({
    config: { host: '0.0.0.0', port: 0 },
  });
});

test('polling listens only when PORT is set', () => {
  expect(readConfig({ BOT_TOKEN: TOKEN })).not.toHaveProperty('config.port');
  expect(readConfig({ BOT_TOKEN: TOKEN, PORT: '9000' })).toMatchObject({ config: { port: 9000 } });
});

test('a webhook needs an address and a secret', () => {
  expect(readConfig({ BOT_TOKEN: TOKEN, BOT_MODE: 'webhook' })).toEqual({
    ok: false,
    mistakes: [
      'WEBHOOK_URL is not set, but with BOT_MODE=webhook it must be the full public address, path included, such as https://bot.example.org/hook.',
      'WEBHOOK_SECRET is not set, but with BOT_MODE=webhook it must be 1 to 256 of the characters A-Z a-z 0-9 _ -.',
    ],
  });
  expect(readConfig({ ...WEBHOOK, WEBHOOK_URL: 'https://bot.example.org/readyz' })).toMatchObject({
    mistakes: [expect.stringMatching(/^WEBHOOK_URL holds "https:.*readyz", but must have a path other than/)],
  });
});

describe('a mistake names the variable, what it holds and what it should hold', () => {
  test.each([
    [{ TELEGRAM_API_ROOT: 'ftp://x' }, 'TELEGRAM_API_ROOT holds "ftp://x"'],
    [{ BOT_MODE: 'poling' }, 'BOT_MODE holds "poling", but must be polling or webhook.'],
    [{ PORT: '70000' }, 'PORT holds "70000"'],
    [{ CURATOR_CHAT_ID: '@me' }, 'CURATOR_CHAT_ID holds "@me"'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL holds "loud"'],
    [{ DATABASE_URL: 'mysql://u:secret@h/d' }, 'DATABASE_URL holds something else (not shown)'],
    [{ DATABASE_URL: 'file:' }, 'but must be file:… with the path of a file'],
    [{ DATABASE_URL: 'file:./data/' }, 'but must be file:… with the path of a file'],
    [{ DATABASE_URL: 'file:///' }, 'but must be file:… with the path of a file'],
    [{ WEBHOOK_URL: 'https://bot.example.org' }, 'WEBHOOK_URL holds "https://bot.example.org", but must be'],
    [{ WEBHOOK_URL: 'https://bot.example.org/' }, 'the full public address, path included'],
    [{ BOT_TOKEN: 'secret' }, 'BOT_TOKEN holds something else (not shown)'],
    [{ WEBHOOK_SECRET: 'my secret' }, 'WEBHOOK_SECRET holds something else (not shown)'],
  ])('%o', (environment, sentence) => {
    const result = readConfig(environment);
    if (result.ok) return expect(result.ok).toBe(false);
    expect(result.mistakes).toEqual([expect.stringContaining(sentence)]);
    return expect(result.mistakes.join()).not.toMatch(/secret(?!\b.*not shown)/);
  });

  test('all mistakes at once', () => {
    expect(readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toMatchObject({
      mistakes: [/PORT/, /LOG_LEVEL/].map((m) => expect.stringMatching(m)),
    });
  });
});

test('a secret never prints', () => {
  const result = readConfig({ BOT_TOKEN: TOKEN });
  expect(inspect(result, { depth: 9 })).not.toContain('ABC-def');
  expect(JSON.stringify(result)).not.toContain('ABC-def');
  expect(`${result.ok && result.config.mode === 'polling' && result.config.token}`).toBe('***');
});
