import { GrammyError } from 'grammy';
import type { Assistant } from '../../answering/assistant.ts';
import type { Buttons } from '../../domain/button.ts';
import type { Reply } from '../../domain/reply.ts';
import type { PostedCopy } from '../../domain/stores.ts';
import { isClosed, isHarmless, isMenuGone, movedTo } from '../api-errors.ts';
import { editInline, editReply } from '../deliver.ts';
import type { RecallOptions } from './recall.ts';

/**
 * Edits one copy so that it reads as the answer does now, and marks what became of it. Throws when Telegram was not
 * reached or asks for a pause: the copy is then as it was, and a later run finds it again.
 */
export async function mendCopy(
  { stores, api, assistant, botName }: RecallOptions,
  copy: PostedCopy,
  version: string,
): Promise<void> {
  const { posted } = stores;
  const { place } = copy;
  const reply = await readsNow(assistant, posted, copy);
  if (!reply) return posted.markFailed(copy, version, 'the answer is no longer there');
  const look = { inMenu: false, botName: botName() };
  try {
    if ('inlineId' in place) await editInline(api, place.inlineId, reply, look);
    else await editReply(api, { chatId: place.chatId, messageId: place.messageId }, reply, look);
  } catch (error) {
    if (!isHarmless(error)) return posted.markFailed(copy, version, reasonOf(error));
  }
  await posted.markCorrected(copy, version);
}

/** All answers of the message, in its form. In a group its admins can still remove it. */
async function readsNow(
  assistant: Assistant,
  posted: RecallOptions['stores']['posted'],
  { place, answerId, form }: PostedCopy,
): Promise<Reply | undefined> {
  const beside = 'inlineId' in place ? [] : await posted.inMessage(place.chatId, place.messageId);
  const ids = beside.length > 0 ? beside.map((copy) => copy.answerId) : [answerId];
  const reply = assistant.correct(ids, form);
  if (!reply || 'inlineId' in place || place.chatId > 0) return reply;
  const { labels, standing } = assistant.content;
  const remove: Buttons = [[{ label: labels.remove, action: { do: 'remove', allowed: [] } }]];
  return reply.with(standing, { buttons: remove });
}

/** Why a copy cannot be edited, for curators. Throws what passes by itself. */
function reasonOf(error: unknown): string {
  if (movedTo(error) !== undefined) return 'the group became a supergroup';
  if (isMenuGone(error)) return 'the message is gone';
  if (isClosed(error)) return 'the bot may not write there any more';
  if (error instanceof GrammyError && error.error_code === 400) return 'Telegram refused the edit';
  throw error;
}
