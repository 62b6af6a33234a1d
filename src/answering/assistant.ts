import { assertNever } from '../domain/assert-never.ts';
import type { Action } from '../domain/button.ts';
import type { Decision } from '../domain/decision.ts';
import { type AnswerId, answerId, isSafetyClass, type NoticeId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import type { Question, Surface } from '../domain/question.ts';
import type { Reply } from '../domain/reply.ts';
import { answersOf } from './choices.ts';
import { type Clock, systemClock } from './clock.ts';
import { composeReply } from './compose-reply.ts';
import { type Conversation, recently } from './conversation.ts';
import { Conversations } from './conversations.ts';
import { giveAnswer, giveDecision } from './give-decision.ts';
import { leanOn } from './lean-on.ts';
import { likenessOf } from './likeness-of.ts';
import type { Mind } from './mind.ts';
import { createRecentJudgements, type RecentJudgements } from './recent-judgements.ts';
import { type Outcome, respond } from './respond.ts';
import { showCorrected } from './show-corrected.ts';
import { showNotice, showPassage, showSource, showTopic, showTopics } from './show-menu.ts';
import { triageFirst } from './triage-first.ts';
import type { Given, Turn } from './turn.ts';

/** So many are offered at once, as where the bot is unsure. */
const MOST_OFFERED = 3;

/** Where a reply will be read, and what it may lean on. */
type Place = Pick<Question, 'surface' | 'conversation' | 'about'>;

/** What every channel talks to: a message in, a reply out, and the memory between them. */
export interface Assistant {
  /** Answers a message. */
  ask(question: Question): Outcome;
  /**
   * The safety text that a message calls for, and nothing else: for edits, and for text after a command. Undefined when
   * triage finds nothing; the message is then not remembered.
   */
  guard(question: Question): Outcome | undefined;
  /** Whether a message speaks of an emergency or a crisis. Nothing is answered or remembered. */
  isUrgent(text: string): boolean;
  /** Does what a button says. An id that no longer exists opens the menu. */
  press(action: Action, place: Place): Reply;
  /** Opens the answer of a deep link; safety ids open that text, unknown ids the menu. */
  follow(id: string, place: Place): Reply;
  /** Offers other answers where one was not what was asked for; the menu when there are none. */
  offer(ids: readonly AnswerId[], place: Place): Reply;
  /** Answers as they read now, with the line that says when their meaning was corrected. Undefined: they are gone. */
  correct(ids: readonly AnswerId[], form: 'full' | 'short'): Reply | undefined;
  /** The same for questions that are alike. For text after `scrubText`. */
  likeness(text: string): string;
  /** A sentence such as `welcome`. */
  say(notice: NoticeId): Reply;
  readonly content: Content;
}

/** What was decided about a message, for counting: nothing of the message itself. */
export interface Heard {
  readonly kind: Decision['kind'];
  readonly surface: Surface;
  /** From the text to the reply. */
  readonly milliseconds: number;
}

export interface AssistantOptions {
  readonly clock?: Clock;
  /** Told of each message that was answered, or left alone. */
  readonly onHeard?: (heard: Heard) => void;
  readonly onTriageFailure?: (error: unknown) => void;
}

/** @param mind read anew for every message, so that reloaded knowledge is used at once */
export function createAssistant(mind: () => Mind, options: AssistantOptions = {}): Assistant {
  const { clock = systemClock, onHeard = () => {}, onTriageFailure = () => {} } = options;
  const conversations = new Conversations();
  const judgements = new WeakMap<Mind, RecentJudgements>();
  const judge = (question: Question): Outcome => {
    const known = mind();
    const recent = judgements.get(known) ?? createRecentJudgements();
    judgements.set(known, recent);
    return respond(known, question, recall(question), { clock, onTriageFailure, recent });
  };

  const recall = ({ conversation, about, surface }: Place): Conversation => {
    const now = clock.now();
    const before = conversations.get(conversation, now);
    return about ? leanOn(before, about, mind().content, surface, now) : before;
  };

  const ask = (question: Question): Outcome => {
    const started = clock.elapsed();
    const outcome = judge(question);
    conversations.set(question.conversation, outcome.conversation);
    tell(question, outcome, started);
    return outcome;
  };
  const tell = ({ surface }: Question, { decision: { kind } }: Outcome, started: number): void =>
    onHeard({ kind, surface, milliseconds: clock.elapsed() - started });

  const guard = (question: Question): Outcome | undefined => {
    const started = clock.elapsed();
    const outcome = judge(question);
    if (outcome.hits.length === 0 || outcome.decision.kind !== 'safety') return undefined;
    conversations.set(question.conversation, outcome.conversation);
    tell(question, outcome, started);
    return outcome;
  };

  const isUrgent = (text: string): boolean => {
    const { hits } = triageFirst(mind().triage, text, clock, onTriageFailure);
    return hits.some((hit) => hit.class === 'medical-emergency' || hit.class === 'crisis');
  };

  const give = (place: Place, what: (turn: Turn) => Given): Reply => {
    const { surface, conversation } = place;
    const { content } = mind();
    const now = clock.now();
    const before = recall(place);
    const below = recently(before, 'crisis', now) ? [content.notices['support-line']] : [];
    const given = what({ mind: mind(), surface, before, below, now });
    conversations.set(conversation, given.conversation);
    return given.reply ?? showTopics(content);
  };

  const open = (id: string, place: Place): Reply => {
    const { content } = mind();
    const answer = content.answers.get(answerId(id));
    return answer ? give(place, (turn) => giveAnswer(turn, answer.id)) : showTopics(content, 'stale-link');
  };

  return {
    ask,
    guard,
    isUrgent,
    press: (action, place) => {
      const { content } = mind();
      switch (action.do) {
        case 'answer':
          return open(action.id, place);
        case 'topics':
          return showTopics(content);
        case 'group':
          return showTopic(content, action.group);
        case 'source':
          return showSource(content);
        case 'passage':
          return showPassage(content, action.paragraph);
        case 'none':
          return showNotice(content, 'none-chosen');
        default:
          return assertNever(action);
      }
    },
    follow: (id, place) => {
      if (!isSafetyClass(id)) return open(id, place);
      const { content } = mind();
      const { surface } = place;
      const form = formFor(surface);
      const decision = { kind: 'safety', classes: [id], form, rules: ['called'], offer: [] } as const;
      return composeReply(content, decision, surface) ?? showTopics(content);
    },
    offer: (ids, place) => {
      const { content } = mind();
      const candidates = answersOf(content, ids)
        .slice(0, MOST_OFFERED)
        .map(({ id }) => ({ id, confidence: 0 }));
      if (!isNonEmpty(candidates)) return showTopics(content);
      return give(place, (turn) => giveDecision(turn, { kind: 'suggestions', candidates, confidence: 0 }));
    },
    correct: (ids, form) => showCorrected(mind().content, ids, form),
    likeness: (text) => likenessOf(mind().matcher, text),
    say: (notice) => showNotice(mind().content, notice),
    get content() {
      return mind().content;
    },
  };
}

function formFor(surface: Surface): 'self' | 'public' {
  return surface === 'private' || surface === 'terminal' || surface === 'web' ? 'self' : 'public';
}
