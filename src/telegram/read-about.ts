import type { Message } from 'grammy/types';
import type { About } from '../domain/question.ts';
import { findHeadings } from './find-headings.ts';
import type { Desk } from './groups/desk.ts';
import { whisperIdOf } from './groups/scene.ts';
import { isOwn } from './is-own.ts';

/**
 * What a message is about that replies to one of the bot's own: the answer that stands there. Undefined when it replies
 * to none, or to words that say nothing to lean on, such as a menu; then the person's own last question counts.
 */
export async function readAbout(
  { said, memory, assistant, botId, now }: Desk,
  message: Message | undefined,
): Promise<About | undefined> {
  const target = message?.reply_to_message;
  if (!message || !target || !isOwn(target, botId())) return undefined;
  const chatId = message.chat.id;
  const whisperId = whisperIdOf(target as Message);
  const saying =
    whisperId === undefined ? said.find(chatId, target.message_id) : said.find(chatId, whisperId, 'w');
  if (saying) {
    const { answers, safety, at } = saying;
    if (safety === 'self-administration') return { answers, selfAdministrationAgo: Math.max(0, now() - at) };
    return safety !== undefined || answers.length > 0 ? { answers } : undefined;
  }
  if (whisperId !== undefined) return undefined;
  const copies = await memory.inMessage(chatId, target.message_id);
  const answers = copies.map(({ answerId }) => answerId).filter((id) => assistant.content.answers.has(id));
  // A menu is kept as a copy as well.
  if (copies.length > 0) return answers.length > 0 ? { answers } : undefined;
  // Where nothing is known it may have been any answer: the message then stands alone.
  return { answers: findHeadings(assistant.content, target.text ?? '') };
}
