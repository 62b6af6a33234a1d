import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

const TOKEN = '123456:ABC-def_1';

test('nothing set is the local chat', () => {
  expect(readConfig({})).toEqual({ ok: true, config: { mode: 'local', logLevel: 'info' } });
});

test('empty variables count as absent', () => {
  expect(readConfig({ BOT_TOKEN: ' ', LOG_LEVEL: '' })).toMatchObject({ config: { mode: 'local' } });
});

test('a token is polling', () => {
  const result = readConfig({
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
    LOG_LEVEL: 'warn',
  });
  expect(result).toMatchObject({
    config: { mode: 'polling', apiRoot: 'http://127.0.0.1:8081', logLevel: 'warn' },
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
