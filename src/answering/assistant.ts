import { assertNever } from '../domain/assert-never.ts';
import type { Action } from '../domain/button.ts';
import { answerId, isSafetyClass, type NoticeId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import type { Question, Surface } from '../domain/question.ts';
import { Reply } from '../domain/reply.ts';
import { type Clock, systemClock } from './clock.ts';
import { recently } from './conversation.ts';
import { Conversations } from './conversations.ts';
import { giveAnswer } from './give-decision.ts';
import type { Mind } from './mind.ts';
import { type Outcome, respond } from './respond.ts';
import { showNotice, showPassage, showSource, showTopic, showTopics } from './show-menu.ts';

/** What every channel talks to: a message in, a reply out, and the memory between them. */
export interface Assistant {
  /** Answers a message. */
  ask(question: Question): Outcome;
  /**
   * The safety text that a message calls for, and nothing else: for edits, and for text after a command. Undefined when
   * triage finds nothing; the message is then not remembered.
   */
  guard(question: Question): Outcome | undefined;
  /** Does what a button says. An id that no longer exists opens the menu. */
  press(action: Action, place: Pick<Question, 'surface' | 'conversation'>): Reply;
  /** Opens the answer of a deep link; safety ids open that text, unknown ids the menu. */
  follow(id: string, place: Pick<Question, 'surface' | 'conversation'>): Reply;
  /** A sentence such as `welcome`. */
  say(notice: NoticeId): Reply;
  readonly content: Content;
}

export interface AssistantOptions {
  readonly clock?: Clock;
  readonly onTriageFailure?: (error: unknown) => void;
}

/** @param mind read anew for every message, so that reloaded knowledge is used at once */
export function createAssistant(mind: () => Mind, options: AssistantOptions = {}): Assistant {
  const { clock = systemClock, onTriageFailure = () => {} } = options;
  const conversations = new Conversations();

  const ask = (question: Question): Outcome => {
    const before = conversations.get(question.conversation, clock.now());
    const outcome = respond(mind(), question, before, { clock, onTriageFailure });
    conversations.set(question.conversation, outcome.conversation);
    return outcome;
  };

  const guard = (question: Question): Outcome | undefined => {
    const before = conversations.get(question.conversation, clock.now());
    const outcome = respond(mind(), question, before, { clock, onTriageFailure });
    if (outcome.hits.length === 0 || outcome.decision.kind !== 'safety') return undefined;
    conversations.set(question.conversation, outcome.conversation);
    return outcome;
  };

  const open = (id: string, { surface, conversation }: Pick<Question, 'surface' | 'conversation'>): Reply => {
    const { content } = mind();
    const now = clock.now();
    const answer = content.answers.get(answerId(id));
    if (!answer) return showTopics(content, 'stale-link');
    const before = conversations.get(conversation, now);
    const below = recently(before, 'crisis', now) ? [content.notices['support-line']] : [];
    const given = giveAnswer({ mind: mind(), surface, before, below, now }, answer.id);
    conversations.set(conversation, given.conversation);
    return given.reply ?? showTopics(content);
  };

  return {
    ask,
    guard,
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
      const { content } = mind();
      if (!isSafetyClass(id)) return open(id, place);
      return Reply.safety(content.safety[id], formFor(place.surface), content.standing);
    },
    say: (notice) => showNotice(mind().content, notice),
    get content() {
      return mind().content;
    },
  };
}

function formFor(surface: Surface): 'self' | 'public' {
  return surface === 'private' || surface === 'terminal' || surface === 'web' ? 'self' : 'public';
}
