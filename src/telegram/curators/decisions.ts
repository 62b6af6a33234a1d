import { Composer } from 'grammy';
import type { CallbackQuery } from 'grammy/types';
import type { Assistant } from '../../answering/assistant.ts';
import type { Verdict } from '../../domain/curation-stores.ts';
import type { AnswerId, NoticeId } from '../../domain/ids.ts';
import { Reply } from '../../domain/reply.ts';
import type { Stores } from '../../domain/stores.ts';
import type { BotContext } from '../context.ts';
import { isOnMessage, tagOf, unpackLoopCallback } from './callback.ts';
import type { CuratorChat } from './curator-chat.ts';

const DECIDED: Readonly<Record<Verdict['as'], NoticeId>> = {
  wording: 'decided-wording',
  'not-covered': 'decided-not-covered',
  ignored: 'decided-ignored',
};

/**
 * Decisions on open questions, by a tap in the curators' chat and nowhere else. The first one counts; the message then
 * says what was decided, and not by whom. No answer changes by it: wordings wait for `npm run curate`.
 */
export function decisions(
  assistant: Assistant,
  stores: Pick<Stores, 'unanswered'>,
  chat: CuratorChat,
): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('callback_query', async (context, next) => {
    const query = context.callbackQuery;
    const press = unpackLoopCallback(query.data);
    if (press?.do !== 'decide') return next();
    await context.acknowledge();
    const message = query.message;
    if (!message || !chat.is(message.chat.id) || !isOnMessage(query)) return;
    const guess = guessOn(assistant, query);
    const verdict = verdictOf(press.as, guess);
    if (!verdict) return;
    const taken = await stores.unanswered.take(press.group, verdict, Date.now());
    await chat.replace(message.message_id, showDecision(assistant, taken, verdict, guess));
  });
  return feature;
}

function verdictOf(as: Verdict['as'], guess: AnswerId | undefined): Verdict | undefined {
  if (as !== 'wording') return { as };
  return guess && { as, answerId: guess };
}

/** The answer that the wording button of the message stands for. Ids come and go with the content. */
function guessOn({ content }: Assistant, { message }: CallbackQuery): AnswerId | undefined {
  if (!message || !('reply_markup' in message)) return undefined;
  for (const button of message.reply_markup?.inline_keyboard.flat() ?? []) {
    const press = 'callback_data' in button ? unpackLoopCallback(button.callback_data) : undefined;
    if (press?.do !== 'decide' || press.tag === undefined) continue;
    return [...content.answers.keys()].find((id) => tagOf(id) === press.tag);
  }
  return undefined;
}

function showDecision(
  { content }: Assistant,
  taken: Awaited<ReturnType<Stores['unanswered']['take']>>,
  verdict: Verdict,
  guess: AnswerId | undefined,
): Reply {
  const { notices, standing, answers } = content;
  if (!taken) return Reply.forCurators(notices['decided-gone'], [], standing);
  const as = taken.before ?? verdict.as;
  const title = as === 'wording' && guess ? answers.get(guess)?.title : undefined;
  const lines = [...taken.texts, ...(title === undefined ? [] : [`→ ${title}`])];
  return Reply.forCurators(notices[DECIDED[as]], lines, standing);
}
