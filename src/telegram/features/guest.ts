import { Composer } from 'grammy';
import type { Message, User } from 'grammy/types';
import type { Reply } from '../../domain/reply.ts';
import { isHarmless } from '../api-errors.ts';
import type { BotContext } from '../context.ts';
import { answerGuest } from '../deliver.ts';
import type { Desk } from '../groups/desk.ts';
import { isOwn } from '../is-own.ts';
import { readAddress } from '../read-address.ts';
import { readAfterName, readCall } from '../read-call.ts';

/**
 * A call from a group that the bot has not joined: the bot's name as a reply to a message. It is answered once, from
 * the replied-to text. Its writer did not agree to anything, so nothing is kept: no conversation, no copy.
 */
export function guest(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('guest_message', async ({ guestMessage, me, api }) => {
    const id = guestMessage.guest_query_id;
    if (id === undefined) return;
    const reply = answer(desk, guestMessage, me);
    await answerGuest(api, id, reply, { inMenu: false, botName: me.username }).catch((error: unknown) => {
      if (!isHarmless(error)) throw error;
    });
  });
  return feature;
}

function answer({ assistant }: Desk, message: Message, me: User): Reply {
  const target = isOwn(message.reply_to_message, me.id) ? undefined : message.reply_to_message;
  const words = readAddress(message, me).text;
  const place = { surface: 'guest', addressed: true } as const;
  const question = (target?.text ?? target?.caption ?? '').trim();
  for (const text of [question, words]) {
    const danger = text === '' ? undefined : assistant.guard({ text, ...place })?.reply;
    if (danger) return danger;
  }
  if (words === '' && message.reply_to_message && !target) return assistant.say('faq-own-answer');
  // Words beside the name choose the answer, as they do after /faq. What stands only below it is a note.
  const after = readAfterName(message, me);
  const noted = question !== '' && after !== undefined && readCall(after).words === '';
  const outcome = assistant.ask({ text: words === '' || noted ? question : words, ...place });
  return outcome.reply ?? assistant.say('unknown-group');
}
