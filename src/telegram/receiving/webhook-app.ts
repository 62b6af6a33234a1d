import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import { Hono } from 'hono';

/** Telegram's updates are far smaller. */
const MOST_BYTES = 1024 * 1024;
/** So much of a body that is too large is still read, and thrown away: who is still sending does not hear the answer. */
const MOST_READ = 32 * MOST_BYTES;

export interface WebhookAppOptions {
  readonly path: string;
  readonly secret: string;
  /** Whether updates are taken; if not, Telegram is to send them again. */
  readonly isOpen: () => boolean;
  /** Resolves when the update is safe; rejects when it is not, so that Telegram sends it again. */
  readonly take: (update: Update) => Promise<void>;
  /** Hears of what `take` rejected with. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Takes updates by POST at one path. Whoever is not Telegram learns nothing but a status: 404 path, 405 method, 401
 * secret, 415 content type, 413 size, 400 content. Telegram is told 503 while the bot stops.
 */
export function createWebhookApp({ path, secret, isOpen, take, onFailure }: WebhookAppOptions): Hono {
  const app = new Hono();
  app.use(path, async (context, next) => {
    if (context.req.method !== 'POST') return context.body(null, 405, { allow: 'POST' });
    if (!isSame(context.req.header('x-telegram-bot-api-secret-token') ?? '', secret)) {
      return context.body(null, 401);
    }
    if (!isOpen()) return context.body(null, 503, { connection: 'close', 'retry-after': '1' });
    if (!isJson(context.req.header('content-type'))) return context.body(null, 415);
    return next();
  });
  app.post(path, async (context) => {
    const body = await readBody(context.req.raw);
    if (body === undefined) return context.body(null, 413);
    const update = readUpdate(body);
    if (!update) return context.body(null, 400);
    await take(update);
    return context.body(null, 200);
  });
  app.notFound((context) => context.body(null, 404));
  app.onError((error, context) => {
    onFailure(error);
    return context.body(null, 503);
  });
  return app;
}

/** In a time that does not tell how much of it is right, nor how long it should be. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

/** Undefined when it is too large. */
async function readBody({ body }: Request): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size <= MOST_BYTES) parts.push(part);
    else parts.length = 0;
    if (size > MOST_READ) break;
  }
  return size > MOST_BYTES ? undefined : Buffer.concat(parts).toString('utf8');
}

function isJson(type: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(type?.trim() ?? '');
}

function readUpdate(body: string): Update | undefined {
  try {
    const update: unknown = JSON.parse(body);
    const isUpdate =
      typeof update === 'object' &&
      update !== null &&
      'update_id' in update &&
      Number.isSafeInteger(update.update_id) &&
      Number(update.update_id) >= 0;
    return isUpdate ? (update as Update) : undefined;
  } catch {
    return undefined;
  }
}
