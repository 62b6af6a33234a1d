import type { Chat, Message, User } from 'grammy/types';
import type { Assistant } from '../../answering/assistant.ts';
import { recently } from '../../answering/conversation.ts';
import type { Outcome } from '../../answering/respond.ts';
import { scrubText } from '../../answering/scrub-text.ts';
import { SAFETY_CLASSES } from '../../domain/ids.ts';
import { answersMeant } from '../../domain/ids-of.ts';
import type { Asked } from './asked.ts';

/** Answers that may be meant, remembered for who says that the one given was not it. */
const MOST_CANDIDATES = 4;

/**
 * Why curators may learn from a question: it is open, or it was answered and its asker may object. Undefined for
 * everything that is never kept: where a safety text was given, now or within the hour, talk, and what holds no question.
 */
export function whyHeard({ decision, judged, hits, conversation }: Outcome): Asked['kind'] | undefined {
  if (!judged || hits.length > 0 || judged.decision.kind !== decision.kind) return undefined;
  if (SAFETY_CLASSES.some((id) => recently(conversation, id, conversation.at))) return undefined;
  switch (decision.kind) {
    case 'answer':
      return 'answered';
    case 'suggestions':
      return 'unsure';
    case 'unknown':
      return decision.reason === 'empty' || decision.reason === 'too-long' ? undefined : 'unknown';
    default:
      return undefined;
  }
}

/** Who wrote a message: by whose mark it counts, and the names to take out of it. */
export interface Asker {
  readonly id: number;
  readonly names: readonly string[];
}

/** Undefined for words that are someone else's: forwarded, or made by a bot. */
export function askerOf(message: Message | undefined): Asker | undefined {
  if (!message || message.forward_origin || message.via_bot) return undefined;
  const { from, sender_chat: channel } = message;
  const id = channel?.id ?? from?.id;
  return id === undefined ? undefined : { id, names: [...namesOf(from), ...namesOf(channel)] };
}

function namesOf(who: User | Chat | undefined): string[] {
  if (!who) return [];
  const { first_name: first, last_name: last, username } = who;
  const title = 'title' in who ? who.title : undefined;
  return [first, last, username, title].filter((name) => name !== undefined);
}

/** A question as it may be kept: scrubbed of what could tell who wrote it. Undefined when nothing of it is left. */
export function hear(
  assistant: Assistant,
  text: string,
  outcome: Outcome,
  { id: askerId, names }: Asker,
): Asked | undefined {
  const kind = whyHeard(outcome);
  const scrubbed = kind === undefined ? '' : scrubText(text, names);
  if (kind === undefined || scrubbed === '') return undefined;
  const { decision } = outcome;
  const near = (outcome.judged?.near ?? []).map(({ id }) => id);
  const meant = answersMeant(decision);
  const candidates = kind === 'unsure' ? meant : [...new Set([...meant, ...near])].slice(0, MOST_CANDIDATES);
  return {
    text: scrubbed,
    likeness: assistant.likeness(scrubbed),
    kind,
    askerId,
    candidates,
    given: meant[0],
  };
}
