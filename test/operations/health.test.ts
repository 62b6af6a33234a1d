import { describe, expect, test } from 'vitest';
import { createHealth, type HealthParts } from '../../src/operations/health.ts';
import { createMetrics } from '../../src/operations/metrics.ts';
import { operationRoutes } from '../../src/operations/operation-routes.ts';

const NOW = 1_800_000_000_000;
const GOOD: HealthParts = {
  store: async () => undefined,
  receiving: () => ({ state: 'answering', heardAt: NOW - 1_000 }),
  polls: true,
  answers: () => 40,
  now: () => NOW,
};
const NO_LOOKS = {
  contentVersion: () => 'v1',
  receiving: () => undefined,
  backlog: async () => ({ waiting: 0, oldestAt: undefined }),
};
const routes = (change: Partial<HealthParts> = {}) =>
  operationRoutes(createHealth({ ...GOOD, ...change }), createMetrics(NO_LOOKS, '1.0.0', { process: false }));
const get = async (path: string, change: Partial<HealthParts> = {}) => {
  const response = await routes(change).request(path);
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') };
};

describe('/readyz', () => {
  test('ready', async () => {
    const { status, body } = await get('/readyz');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      ready: true,
      checks: { store: 'ok', updates: 'ok', knowledge: 'ok' },
    });
  });

  test.each<[string, Partial<HealthParts>, Record<string, string>]>([
    ['no store yet', { store: () => undefined }, { store: 'starting' }],
    [
      'a store that fails, without its words',
      {
        store: async () => {
          throw new Error('password=hunter22');
        },
      },
      { store: 'failed' },
    ],
    ['nothing is received yet', { receiving: () => undefined }, { updates: 'starting' }],
    [
      'another process gets the updates',
      { receiving: () => ({ state: 'standing-by', heardAt: NOW }) },
      { updates: 'standing-by' },
    ],
    ['it stops', { receiving: () => ({ state: 'stopping', heardAt: NOW }) }, { updates: 'stopping' }],
    [
      'a poller that has not heard of Telegram for minutes',
      { receiving: () => ({ state: 'answering', heardAt: NOW - 121_000 }) },
      { updates: 'silent' },
    ],
    ['no answers', { answers: () => 0 }, { knowledge: 'empty' }],
  ])('%s: 503', async (_, change, checks) => {
    const { status, body } = await get('/readyz', change);
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ ready: false, checks });
    expect(body).not.toContain('hunter22');
  });

  test('a webhook may be quiet for days', async () => {
    const receiving = () => ({ state: 'answering', heardAt: 0 });
    expect((await get('/readyz', { polls: false, receiving })).status).toBe(200);
  });

  test('a store that hangs: said within seconds', async () => {
    const health = createHealth({ ...GOOD, store: () => new Promise(() => undefined) });
    expect((await health.ready()).checks.store).toBe('late');
  });

  test('asking often does not load the store, and a clock set back keeps no old result', async () => {
    let asked = 0;
    let now = NOW;
    const store = async () => {
      asked += 1;
    };
    const health = createHealth({ ...GOOD, store, now: () => now });
    await Promise.all(Array.from({ length: 100 }, () => health.ready()));
    expect(asked).toBe(1);
    now -= 3_600_000;
    await health.ready();
    expect(asked).toBe(2);
  });
});

test('/healthz answers whatever else is wrong', async () => {
  const { status, body } = await get('/healthz', { store: () => undefined, answers: () => 0 });
  expect({ status, body }).toEqual({ status: 200, body: '{"status":"ok"}' });
});

test('other methods and paths are left to the rest of the program', async () => {
  expect((await routes().request('/healthz', { method: 'POST' })).status).toBe(404);
  expect((await get('/metrics/x')).status).toBe(404);
});
