import { Composer } from 'grammy';
import type { Assistant } from '../../answering/assistant.ts';
import { Reply } from '../../domain/reply.ts';
import type { BotContext } from '../context.ts';
import type { Desk } from '../groups/desk.ts';
import { onCommand } from '../on-command.ts';

/**
 * `/forget`: deletes what can still be linked to the person who asks: open questions and votes while their key lives,
 * and where answers stand in this chat. One line says how much. Without a keeper there is nothing to delete.
 */
export function forget({ assistant, keeper, said }: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  onCommand(feature, 'forget', async (context) => {
    if (!context.chat) return;
    const { notices, labels, standing } = assistant.content;
    if (context.chat.type !== 'private') {
      const door = { label: labels['ask-in-private'], action: { do: 'private' as const, id: 'privacy' } };
      return context.say(Reply.notice(notices['forget-in-private'], standing, { buttons: [[door]] }));
    }
    const danger = String(context.match).trim() === '' ? undefined : dangerIn(assistant, context);
    if (danger) return context.say(danger);
    said.forget(context.chat.id);
    const gone = keeper
      ? await keeper.forget(context.from?.id ?? 0, context.chat.id)
      : { questions: 0, votes: 0, copies: 0 };
    const reply = gone
      ? Reply.notice(notices.forgotten, standing, { numbers: { ...gone } })
      : Reply.notice(notices['forget-failed'], standing);
    return context.say(reply);
  });
  return feature;
}

/** What a person types after the command is looked at for danger, as everywhere. */
function dangerIn(assistant: Assistant, { chat, from, match }: BotContext): Reply | undefined {
  const conversation = `${chat?.id}:${from?.id}`;
  return assistant.guard({ text: String(match), surface: 'private', addressed: true, conversation })?.reply;
}
