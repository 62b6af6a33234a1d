import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { type Answer, accept, refuse } from '../../src/stand-in/answers.ts';
import { BotApi, kindOf } from '../../src/stand-in/bot-api.ts';
import { isObject, type Payload } from '../../src/stand-in/check-message.ts';
import { createPerson, type Person } from '../../src/stand-in/person.ts';

export const TOKEN = '7000000001:AAtestAAtestAAtestAAtestAAtestAAtes';

/** The Bot API over HTTP, for a bot that was started. */
export interface FakeBotApi {
  /** For `TELEGRAM_API_ROOT`. */
  readonly url: string;
  readonly api: BotApi;
  readonly person: Person;
  /** Makes updates ready to be fetched. */
  push(...updates: Update[]): void;
  /** Waits until something holds; looks after every call. */
  until(holds: (api: BotApi) => boolean): Promise<void>;
  /** Updates that nobody has confirmed yet. */
  readonly pending: readonly Update[];
  /** What the bot has told Telegram about its webhook. */
  readonly webhook: Payload | undefined;
  /** How many requests for updates are held open. */
  readonly polls: number;
  close(): Promise<void>;
}

/** What goes wrong with a call on its way: an answer in place of the call, a connection that breaks, a slow answer. */
export type Interference =
  | { readonly do: 'answer'; readonly answer: Answer }
  | { readonly do: 'reset-before' | 'reset-after' }
  | { readonly do: 'delay'; readonly ms: number };

export interface FakeOptions {
  /** Asked before each call except for updates. */
  readonly interfere?: (method: string, payload: Payload) => Interference | undefined;
  /** Hears of each call that was carried out, and whether its answer can have been heard. */
  readonly onDone?: (method: string, payload: Payload, heard: () => boolean) => void;
  /** Asked before updates are handed out; true: some that were confirmed come again. */
  readonly redeliver?: () => boolean;
}

interface Poll {
  readonly ask: Payload;
  readonly answer: (answer: Answer) => void;
}

/**
 * Starts the fake on a free port.
 *
 * @param patience milliseconds after which `until` gives up
 */
export async function startFakeBotApi(patience = 5_000, options: FakeOptions = {}): Promise<FakeBotApi> {
  const { interfere, onDone, redeliver } = options;
  const api = new BotApi();
  let webhook: Payload | undefined;
  let recent: Update[] = [];
  let pending: Update[] = [];
  let allowed: readonly string[] = [];
  let poll: Poll | undefined;
  const watchers = new Set<() => void>();
  const look = (): void => {
    for (const watcher of [...watchers]) watcher();
  };

  const ready = (): Update[] => pending.slice(0, Number(poll?.ask['limit'] ?? 100));
  const serve = (): void => {
    if (!poll || ready().length === 0) return;
    const { answer } = poll;
    const updates = ready();
    poll = undefined;
    const again = redeliver?.() ? recent : [];
    recent = updates.slice(-5);
    answer(accept([...again, ...updates]));
  };

  const getUpdates = (ask: Payload, answer: (answer: Answer) => void): (() => void) => {
    if (api.webhook) {
      answer(
        refuse(
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
          409,
        ),
      );
      return () => {};
    }
    poll?.answer(
      refuse(
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        409,
      ),
    );
    const { offset = 0, timeout = 0, allowed_updates: kinds } = ask;
    if (Array.isArray(kinds)) allowed = kinds;
    pending = pending.filter(
      (update) =>
        update.update_id >= Number(offset) && (allowed.length === 0 || allowed.includes(kindOf(update))),
    );
    const mine: Poll = { ask, answer };
    poll = mine;
    serve();
    const end = (): void => {
      if (poll !== mine) return;
      poll = undefined;
      answer(accept([]));
    };
    const timer = setTimeout(end, Number(timeout) * 1000);
    return () => {
      clearTimeout(timer);
      if (poll === mine) poll = undefined;
    };
  };

  const setWebhook = (payload: Payload): Answer => {
    const fault = api.faults.findIndex(({ method }) => method === 'setWebhook');
    const [planned] = fault < 0 ? [] : api.faults.splice(fault, 1);
    const answer = planned && planned.fault !== 'reset' ? planned.fault : accept(true);
    api.calls.push({ method: 'setWebhook', payload, answer });
    if (!answer.ok) return answer;
    webhook = payload;
    api.webhook = true;
    poll?.answer(refuse('Conflict: terminated by setWebhook request', 409));
    poll = undefined;
    return answer;
  };

  const server = createServer(async (request, response) => {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    if (token !== TOKEN)
      return send(response, refuse(token ? 'Unauthorized' : 'Not Found', token ? 401 : 404));
    const payload = await readPayload(request);
    if (!payload) return send(response, refuse("Bad Request: can't parse JSON object"));
    if (method === 'getUpdates' && !api.faults.some((fault) => fault.method === method)) {
      const cancel = getUpdates(payload, (answer) => {
        api.calls.push({ method, payload, answer });
        send(response, answer);
        look();
      });
      response.on('close', () => {
        cancel();
        look();
      });
      return look();
    }
    const between = interfere?.(method, payload);
    if (between?.do === 'reset-before') return request.socket.destroy();
    if (between?.do === 'answer') return send(response, between.answer);
    let gone = false;
    response.on('close', () => {
      gone = !response.writableFinished;
    });
    const answer = method === 'setWebhook' ? setWebhook(payload) : api.call(method, payload);
    if (method === 'deleteWebhook') webhook = undefined;
    if (answer !== 'reset' && answer.ok) {
      onDone?.(method, payload, () => !gone && between?.do !== 'reset-after');
    }
    if (between?.do === 'delay') await new Promise((done) => setTimeout(done, between.ms));
    if (answer === 'reset' || between?.do === 'reset-after') request.socket.destroy();
    else send(response, answer);
    return look();
  });
  // Node closes idle connections after five seconds, in a race with the next request over them.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    api,
    person: createPerson(api),
    push: (...updates) => {
      pending.push(...updates.filter((update) => allowed.length === 0 || allowed.includes(kindOf(update))));
      serve();
    },
    until: (holds) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(watcher);
          const calls = api.calls.map(({ method }) => method).join(', ');
          reject(new Error(`It did not come to that. Calls: ${calls}`));
        }, patience);
        const watcher = (): void => {
          if (!holds(api)) return;
          clearTimeout(timer);
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
        watcher();
      }),
    get pending() {
      return pending;
    },
    get webhook() {
      return webhook;
    },
    get polls() {
      return poll ? 1 : 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function send(response: ServerResponse, answer: Answer): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(answer.ok ? 200 : answer.error_code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
}

async function readPayload(request: IncomingMessage): Promise<Payload | undefined> {
  let body = '';
  request.setEncoding('utf8');
  for await (const part of request) body += part;
  try {
    const payload: unknown = JSON.parse(body === '' ? '{}' : body);
    return isObject(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
}
