import type { Context } from 'grammy';
import type { Reply } from '../domain/reply.ts';
import { isHarmless, isMenuGone } from './api-errors.ts';
import { type Destination, editReply, sendReply } from './deliver.ts';
import type { Speaker } from './groups/speaker.ts';

/** What a handler can do: it has no other way to send. */
interface Voice {
  /** Sends a reply as a new message, into the chat and topic that the update came from. */
  say(reply: Reply): Promise<void>;
  /** As {@link say}, for a menu: its buttons may replace it later. */
  sayMenu(reply: Reply): Promise<void>;
  /** Replaces the menu whose button was pressed; where that is no longer possible, sends a new one. */
  turnMenu(reply: Reply): Promise<void>;
  /** Tells Telegram that a press of a button has arrived. An old press that cannot be told any more is no error. */
  acknowledge(): Promise<void>;
}

export type BotContext = Context & Voice;

/** What handlers see of the context: the update, and a voice that takes sealed replies only. */
export type QuietContext = Voice &
  Pick<Context, 'msg' | 'chat' | 'from' | 'callbackQuery' | 'editedMessage' | 'me' | 'match'>;

/** Gives the context its voice. Installed before all features. In groups it speaks within their budget. */
export function createVoice(speaker: Speaker) {
  return (context: BotContext, next: () => Promise<void>): Promise<void> => {
    const { api } = context;
    const send = async (reply: Reply, inMenu: boolean): Promise<void> => {
      const to = destinationOf(context);
      if (!to) throw new Error('The update has no chat to answer in.');
      if (context.chat?.type === 'private') {
        await sendReply(api, to, reply, { inMenu, botName: context.me.username });
      } else await speaker.post(to, reply, { inMenu });
    };
    context.say = (reply) => send(reply, false);
    context.sayMenu = (reply) => send(reply, true);
    context.turnMenu = async (reply) => {
      const menu = context.callbackQuery?.message;
      if (!menu) return;
      const at = { chatId: menu.chat.id, messageId: menu.message_id };
      try {
        await editReply(api, at, reply, { inMenu: true, botName: context.me.username });
      } catch (error) {
        if (isHarmless(error)) return;
        if (!isMenuGone(error)) throw error;
        await context.sayMenu(reply);
      }
    };
    context.acknowledge = async () => {
      const id = context.callbackQuery?.id;
      if (id === undefined) return;
      await api.answerCallbackQuery(id).catch((error: unknown) => {
        if (!isHarmless(error)) throw error;
      });
    };
    return next();
  };
}

/** Where an answer to the update goes: its chat and topic, and in a group the message itself. */
export function destinationOf({ msg, chat, callbackQuery }: Pick<Context, 'msg' | 'chat' | 'callbackQuery'>) {
  if (!chat) return undefined;
  const inTopic = msg?.is_topic_message === true && msg.message_thread_id !== undefined;
  const answers = chat.type !== 'private' && callbackQuery === undefined && msg !== undefined;
  const destination: Destination = {
    chatId: chat.id,
    ...(inTopic ? { threadId: msg.message_thread_id } : {}),
    ...(answers ? { replyTo: msg.message_id } : {}),
  };
  return destination;
}
