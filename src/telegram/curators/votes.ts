import { Composer } from 'grammy';
import type { CallbackQuery } from 'grammy/types';
import type { Assistant } from '../../answering/assistant.ts';
import type { AnswerId, NoticeId } from '../../domain/ids.ts';
import { isHarmless, isMenuGone } from '../api-errors.ts';
import type { BotContext } from '../context.ts';
import { dropButtons, toast } from '../deliver.ts';
import { Limits } from '../groups/limits.ts';
import { placeOf } from '../read-question.ts';
import { isOnMessage, unpackLoopCallback } from './callback.ts';
import type { Keeper } from './keeper.ts';

/**
 * What people say about the replies they got in private: whether an answer helped, and whether curators may read an open
 * question. The buttons go with the press, so that nobody wonders whether it counted.
 */
export function votes(assistant: Assistant, keeper: Keeper): Composer<BotContext> {
  const limits = new Limits();
  const feature = new Composer<BotContext>();
  feature.chatType('private').on('callback_query', async (context, next) => {
    const press = unpackLoopCallback(context.callbackQuery.data);
    if (!press || press.do === 'decide') return next();
    const tell = (id: NoticeId): Promise<void> =>
      toast(context.api, context.callbackQuery.id, assistant.say(id)).catch(ignoreHarmless);
    const known = isOnMessage(context.callbackQuery);
    if (!known) return context.acknowledge();
    if (press.do === 'release') {
      await tell(await release(keeper, limits, context.callbackQuery));
      return drop(context);
    }
    if (press.helped) {
      keeper.vote(press.id, context.from.id, true);
      await tell('vote-noted');
      return drop(context);
    }
    keeper.vote(press.id, context.from.id, false);
    await context.acknowledge();
    await drop(context);
    await offerOthers(assistant, keeper, context, press.id);
  });
  return feature;
}

async function release(
  { asked, keep }: Keeper,
  limits: Limits,
  { message, from }: CallbackQuery,
): Promise<NoticeId> {
  const open = message && asked.get(message.chat.id, message.message_id);
  if (!open) return 'question-gone';
  if (!(await limits.mayRelease(String(from.id)))) return 'sent-enough';
  keep(open, true);
  return 'sent-to-curators';
}

/** The next candidates of the same question; when that is forgotten, the menu. */
async function offerOthers(
  assistant: Assistant,
  keeper: Keeper,
  context: BotContext,
  id: AnswerId,
): Promise<void> {
  const message = context.callbackQuery?.message;
  const asked = message && keeper.asked.get(message.chat.id, message.message_id);
  const candidates = (asked?.candidates ?? []).filter((each) => each !== id);
  if (!asked) return context.sayMenu(assistant.press({ do: 'topics' }, placeOf(context)));
  const open = { ...asked, kind: 'thumbs-down', candidates, given: id } as const;
  await context.offer(assistant.offer(candidates, placeOf(context)), open);
  keeper.keep(open, false);
}

/** Takes the pressed row away. A message that cannot be edited any more keeps it. */
async function drop({ api, callbackQuery }: BotContext): Promise<void> {
  const message = callbackQuery?.message;
  if (!message || !('reply_markup' in message)) return;
  const left = (data: string): boolean => unpackLoopCallback(data) === undefined;
  await dropButtons(api, message, left).catch(ignoreHarmless);
}

function ignoreHarmless(error: unknown): void {
  if (!isHarmless(error) && !isMenuGone(error)) throw error;
}
