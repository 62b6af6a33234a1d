import type { Middleware } from 'grammy';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Assistant } from '../answering/assistant.ts';
import type { BotContext } from './context.ts';
import { readAddress } from './read-address.ts';

/** How much one person may put to the bot. In memory, by the person's id, and forgotten when the time is over. */
export interface FloodLimits {
  /** Messages, commands and presses … */
  readonly messages: number;
  /** … in so many seconds. Telegram lets a bot send about one message a second to a chat. */
  readonly seconds: number;
  /** Inline queries in the same time: one comes with each letter typed. */
  readonly queries: number;
  /** Seconds of silence for who goes beyond. */
  readonly silence: number;
}

export const FLOOD_LIMITS: FloodLimits = { messages: 20, seconds: 20, queries: 100, silence: 60 };

export interface FloodOptions {
  readonly limits: FloodLimits;
  /** Told what became of an update over the limit, for a counter. */
  readonly onLimited?: (outcome: 'notice' | 'silence') => void;
}

/**
 * Answers one person up to a limit, then says once that it is too much, then nothing until it has cooled down. A message
 * that speaks of an emergency or a crisis always passes. Talk of a group that does not address the bot costs nothing.
 */
export function floodGate(assistant: Assistant, options: FloodOptions): Middleware<BotContext> {
  const { limits, onLimited = () => {} } = options;
  const { seconds: duration, silence: blockDuration } = limits;
  const messages = new RateLimiterMemory({ points: limits.messages, duration, blockDuration });
  const queries = new RateLimiterMemory({ points: limits.queries, duration, blockDuration });

  return async (context, next) => {
    const who = personOf(context);
    if (who === undefined || !isPutToBot(context)) return next();
    const limiter = context.inlineQuery ? queries : messages;
    const over = await consume(limiter, who);
    if (over === undefined || assistant.isUrgent(wordsOf(context))) return next();
    // A button that is not answered keeps turning.
    if (context.callbackQuery) await context.acknowledge();
    const first = over === limits.messages + 1 && limiter === messages && context.chat?.type === 'private';
    onLimited(first ? 'notice' : 'silence');
    if (first) await context.say(assistant.say('slow-down'));
  };
}

/** Who writes as a channel or as the group has the same `from` as all others who do. */
function personOf({ chat, msg, from, callbackQuery }: BotContext): string | undefined {
  const sender = callbackQuery ? undefined : msg?.sender_chat;
  // All admins of a group who write as the group are one there.
  if (sender) return `${chat?.id}:${sender.id}`;
  return from === undefined ? undefined : String(from.id);
}

function isPutToBot({
  msg,
  chat,
  callbackQuery,
  inlineQuery,
  guestMessage,
  myChatMember,
  me,
}: BotContext): boolean {
  if (callbackQuery || inlineQuery || guestMessage) return true;
  if (!msg || myChatMember) return false;
  if (chat?.type === 'private') return true;
  const entities = msg.entities ?? msg.caption_entities ?? [];
  return (
    entities.some(({ type, offset }) => type === 'bot_command' && offset === 0) ||
    readAddress(msg, me).addressed
  );
}

function wordsOf({ msg, callbackQuery, inlineQuery }: BotContext): string {
  if (callbackQuery) return '';
  const own = inlineQuery?.query ?? msg?.text ?? msg?.caption ?? '';
  // A call with /faq or in guest mode is about the message that it replies to.
  const target = msg?.reply_to_message;
  return `${own}\n${target?.text ?? target?.caption ?? ''}`;
}

/** How many were counted, when it was too many. */
async function consume(limiter: RateLimiterMemory, who: string): Promise<number | undefined> {
  try {
    await limiter.consume(who);
    return undefined;
  } catch (refusal) {
    // The library rejects with this for "too often", and with an error for anything else.
    if (refusal instanceof RateLimiterRes) return refusal.consumedPoints;
    throw refusal;
  }
}
