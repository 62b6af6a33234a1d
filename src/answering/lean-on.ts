import type { Content } from '../domain/knowledge.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import type { About, Surface } from '../domain/question.ts';
import { medicalOf } from './choices.ts';
import { composeReply } from './compose-reply.ts';
import { type Conversation, noteTimes } from './conversation.ts';

/**
 * The conversation as it stands for a reply to one of the bot's own messages: "it", "the dose" and "the second one" are
 * about that message and no other, whoever replies. Doses stay away where the message kept them away.
 */
export function leanOn(
  before: Conversation,
  { answers, selfAdministrationAgo }: About,
  content: Content,
  surface: Surface,
  now: number,
): Conversation {
  const ids = medicalOf(content, answers).map(({ id }) => id);
  const reply = isNonEmpty(ids)
    ? composeReply(content, { kind: 'answer', ids, confidence: 1 }, surface)
    : undefined;
  const choices = (reply?.buttons ?? [])
    .flat()
    .flatMap(({ action }) => (action.do === 'answer' ? [action.id] : []));
  const given = before.safety['self-administration'] ?? Number.NEGATIVE_INFINITY;
  const safety =
    selfAdministrationAgo === undefined
      ? before.safety
      : noteTimes(before.safety, ['self-administration'], Math.max(given, now - selfAdministrationAgo));
  const [last] = ids;
  return { last, choices, choosing: false, safety, own: before.own, at: before.at };
}
