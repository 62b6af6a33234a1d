import type { Transformer } from 'grammy';
import { isDelivered } from './deliver.ts';

/** Methods that show no text to anyone. Every other method is refused unless `deliver.ts` made its payload. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set([
  'getMe',
  'getUpdates',
  'deleteWebhook',
  'setWebhook',
  'getMyCommands',
  'getMyDescription',
  'getMyShortDescription',
  'getChatMember',
  'getChatAdministrators',
  'deleteMessage',
  'deleteEphemeralMessage',
  'pinChatMessage',
  'unpinChatMessage',
]);

/** Fields that answer a button without saying anything: no toast, no alert, no address. */
const SILENT_ANSWER: ReadonlySet<string> = new Set(['callback_query_id', 'cache_time']);

/** Text was about to leave the bot past the sealed reply. A mistake in the code, never in the content. */
export class UnsealedText extends Error {
  override readonly name = 'UnsealedText';

  constructor(method: string) {
    super(`${method} was refused: text is sent only by src/telegram/deliver.ts, as a sealed reply.`);
  }
}

/**
 * Refuses text from anywhere but `deliver.ts`. To be installed first, so that it stands next to the network: whatever a
 * later transformer puts in place of a payload is refused as well.
 */
export const refuseUnsealedText: Transformer = async (previous, method, payload, signal) => {
  const silent =
    WITHOUT_TEXT.has(method) ||
    (method === 'answerCallbackQuery' && Object.keys(payload).every((key) => SILENT_ANSWER.has(key)));
  if (!silent && !isDelivered(method, payload)) throw new UnsealedText(method);
  return previous(method, payload, signal);
};
