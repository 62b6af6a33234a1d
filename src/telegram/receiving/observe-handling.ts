import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../context.ts';
import { UPDATES } from './updates.ts';

/** Tells how long each update took, whatever came of it. To be installed before everything else. */
export function observeHandling(
  onHandled: (kind: string, milliseconds: number) => void,
): MiddlewareFn<BotContext> {
  return async ({ update }, next) => {
    const started = performance.now();
    try {
      await next();
    } finally {
      onHandled(kindOf(update), performance.now() - started);
    }
  };
}

/** The name of what the update holds, as the Bot API has it; `other` for what nobody asked for. */
function kindOf(update: object): string {
  return UPDATES.find((kind) => kind in update) ?? 'other';
}
