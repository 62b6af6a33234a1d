import { Composer, type MiddlewareFn } from 'grammy';
import type { Update } from 'grammy/types';
import type { BotContext } from './context.ts';

/** Updates as the features tell them apart. */
export type Kind = 'command' | 'words' | 'wordless' | 'edit' | 'press' | 'inline' | 'guest' | 'membership';

/**
 * Hands each update to the features that can have anything to do with it, in the order given. Each feature looks for
 * itself, but to be asked costs more than to answer: a question went by twenty that are not for questions.
 */
export function routeByKind(
  features: Readonly<Record<Kind, readonly Composer<BotContext>[]>>,
): MiddlewareFn<BotContext> {
  const ways = new Map(
    Object.entries(features).map(([kind, own]) => [kind, new Composer<BotContext>(...own).middleware()]),
  );
  return (context, next) => {
    const kind = kindOf(context.update);
    const way = kind && ways.get(kind);
    return way ? way(context, next) : next();
  };
}

function kindOf(update: Update): Kind | undefined {
  const { message } = update;
  if (message) {
    if (message.text === undefined && message.caption === undefined) return 'wordless';
    const entities = message.entities ?? message.caption_entities ?? [];
    return entities.some(({ type }) => type === 'bot_command') ? 'command' : 'words';
  }
  if (update.callback_query) return 'press';
  if (update.edited_message) return 'edit';
  if (update.inline_query || update.chosen_inline_result) return 'inline';
  if (update.guest_message) return 'guest';
  return update.my_chat_member ? 'membership' : undefined;
}
