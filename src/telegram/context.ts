import type { Context } from 'grammy';
import type { Outcome } from '../answering/respond.ts';
import type { Question } from '../domain/question.ts';
import type { Reply } from '../domain/reply.ts';
import { isHarmless, isMenuGone } from './api-errors.ts';
import type { Asked } from './curators/asked.ts';
import { dress } from './curators/dress.ts';
import { askerOf, hear, whyHeard } from './curators/hear.ts';
import { type Destination, editReply, type Sent, sendReply } from './deliver.ts';
import type { Desk } from './groups/desk.ts';

/** What a handler can do: it has no other way to send. */
interface Voice {
  /** Sends a reply as a new message, into the chat and topic that the update came from. */
  say(reply: Reply): Promise<void>;
  /** Sends what became of a question put in private, and keeps of it what curators learn from. */
  answer(question: Question, outcome: Outcome): Promise<void>;
  /** Offers other answers to a question that got the wrong one. */
  offer(reply: Reply, asked: Asked): Promise<void>;
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

type VoiceParts = Pick<Desk, 'speaker' | 'said' | 'assistant' | 'keeper'>;

/**
 * Gives the context its voice. Installed before all features. In groups it speaks within their budget; in private it
 * notes for the keeper, where there is one, which answers it gave and to what.
 */
export function createVoice({ speaker, said, assistant, keeper }: VoiceParts) {
  return (context: BotContext, next: () => Promise<void>): Promise<void> => {
    const { api } = context;
    const send = async (reply: Reply, inMenu: boolean, open = false): Promise<Sent | undefined> => {
      const to = destinationOf(context);
      if (!to) throw new Error('The update has no chat to answer in.');
      if (context.chat?.type !== 'private') return speaker.post(to, reply, { inMenu });
      const shown = keeper ? dress(assistant.content, reply, open) : reply;
      const { version } = assistant.content;
      const at = await sendReply(api, to, shown, { inMenu, botName: context.me.username });
      said.note(at, shown);
      if (keeper && 'messageId' in at && shown.answers.length > 0) {
        keeper.posted({ ...at, threadId: to.threadId }, shown.answers, version);
      }
      return at;
    };
    context.say = async (reply) => {
      const at = await send(reply, false);
      const [id] = reply.answers;
      if (!keeper || !at || !('messageId' in at) || id === undefined) return;
      if (context.chat?.type !== 'private') return;
      const chosen = keeper.asked.choose(at.chatId, id);
      for (const each of reply.answers) keeper.countAnswer(each);
      if (!chosen) return;
      if (chosen.given !== undefined) keeper.countConfusion(chosen.given, id);
      keeper.asked.put(at.chatId, at.messageId, { ...chosen, kind: 'answered', given: id }, false);
    };
    context.answer = async (question, outcome) => {
      const { reply, decision, judged } = outcome;
      if (!reply) return;
      const asker = keeper ? askerOf(context.msg) : undefined;
      // A number typed or a button pressed chooses from what a question had brought up: it is no question.
      if (!keeper || (!judged && decision.kind === 'answer')) return context.say(reply);
      const kind = asker && whyHeard(outcome);
      const at = await send(reply, false, kind === 'unknown' || kind === 'unsure');
      keeper.count(decision);
      const asked = asker && hear(assistant, question.text, outcome, asker);
      if (!asked) return;
      keeper.keep(asked, false);
      if (at && 'messageId' in at)
        keeper.asked.put(at.chatId, at.messageId, asked, decision.kind === 'suggestions');
    };
    context.offer = async (reply, asked) => {
      const at = await send(reply, false, true);
      if (at && 'messageId' in at) keeper?.asked.put(at.chatId, at.messageId, asked, true);
    };
    context.sayMenu = async (reply) => void (await send(reply, true));
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
