import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { Reply } from '../../domain/reply.ts';
import { isHarmless } from '../api-errors.ts';
import type { BotContext } from '../context.ts';
import { answerGuest } from '../deliver.ts';
import type { Desk } from '../groups/desk.ts';
import { readAddress } from '../read-address.ts';

/**
 * A call from a group that the bot has not joined: the bot's name as a reply to a message. It is answered once, from
 * the replied-to text. Its writer did not agree to anything, so nothing is kept: no conversation, no copy.
 */
export function guest(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('guest_message', async ({ guestMessage, me, api }) => {
    const id = guestMessage.guest_query_id;
    if (id === undefined) return;
    const reply = answer(desk, readAddress(guestMessage, me).text, guestMessage.reply_to_message);
    await answerGuest(api, id, reply, { inMenu: false, botName: me.username }).catch((error: unknown) => {
      if (!isHarmless(error)) throw error;
    });
  });
  return feature;
}

function answer({ assistant }: Desk, words: string, target: Message['reply_to_message']): Reply {
  const place = { surface: 'guest', addressed: true } as const;
  const question = (target?.text ?? target?.caption ?? '').trim();
  for (const text of [question, words]) {
    const danger = text === '' ? undefined : assistant.guard({ text, ...place })?.reply;
    if (danger) return danger;
  }
  // Words beside the name choose the answer, as they do after /faq.
  const outcome = assistant.ask({ text: words === '' ? question : words, ...place });
  return outcome.reply ?? assistant.say('unknown-group');
}
