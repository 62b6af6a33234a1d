import { Composer } from 'grammy';
import type { Assistant } from '../../answering/assistant.ts';
import type { Action } from '../../domain/button.ts';
import { unpackCallback } from '../callback-data.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { placeOf } from '../read-question.ts';

const PAGES: ReadonlySet<Action['do']> = new Set(['topics', 'group', 'source', 'passage']);

/** Presses of buttons: pages of a menu replace each other, everything else is a new message. */
export function buttons(assistant: Assistant): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('callback_query', async (context: QuietContext) => {
    await context.acknowledge();
    // A press under a message that was posted by inline mode has no chat to answer in.
    if (!context.chat) return;
    const press = unpackCallback(context.callbackQuery?.data);
    const action = press?.action ?? { do: 'topics' };
    const reply = assistant.press(action, placeOf(context));
    if (!PAGES.has(action.do)) await context.say(reply);
    else if (press?.inMenu) await context.turnMenu(reply);
    else await context.sayMenu(reply);
  });
  return feature;
}
