import type { Notice, SafetyForm } from '../domain/curated.ts';
import type { Candidate, Decision, SafetyHit } from '../domain/decision.ts';
import { isNonEmpty, type NonEmpty } from '../domain/non-empty.ts';
import { isPublic, type Question } from '../domain/question.ts';
import type { Clock } from './clock.ts';
import { composeReply } from './compose-reply.ts';
import { type Conversation, noteTimes, recently, recentlyOwn } from './conversation.ts';
import { decideQuestion, type Judged } from './decide-question.ts';
import { giveAnswer, giveChoicesAgain, giveDecision, giveNone } from './give-decision.ts';
import type { Mind } from './mind.ts';
import { offerBeside } from './offer-beside.ts';
import { readChoice } from './read-choice.ts';
import type { RecentJudgements } from './recent-judgements.ts';
import { triageFirst } from './triage-first.ts';
import type { Given, Turn } from './turn.ts';

/** What became of a question. */
export interface Outcome extends Given {
  /** For `--explain` and `/why`: every safety rule that matched, and the match where there was one. */
  readonly hits: readonly SafetyHit[];
  readonly judged: Judged | undefined;
}

export interface RespondOptions {
  readonly clock: Clock;
  /** Told when triage failed, without the text. */
  readonly onTriageFailure: (error: unknown) => void;
  /** What this very mind made of other messages. */
  readonly recent: RecentJudgements;
}

/**
 * The spine: a question, and what its conversation left, to a reply. Every channel calls this and nothing else; safety
 * comes before everything, and the same question in the same conversation always gets the same answer.
 */
export function respond(
  mind: Mind,
  question: Question,
  before: Conversation,
  { clock, onTriageFailure, recent }: RespondOptions,
): Outcome {
  const now = clock.now();
  const { text } = question;
  const { hits: found, soft } = recent.triage(text, () =>
    triageFirst(mind.triage, text, clock, onTriageFailure),
  );
  // "I" in a forwarded message is whoever wrote it.
  const hits = question.forwarded ? found.map((hit): SafetyHit => ({ ...hit, who: 'other' })) : found;

  if (isNonEmpty(hits) && (question.addressed || hits.some(isOutright))) {
    const offer = offerSafely(() => recent.offer(text, () => offerBeside(mind, text, hits)), onTriageFailure);
    const decision = decideSafety(question, before, hits, offer, now);
    const own = hits.filter(({ who }) => who === 'self').map((hit) => hit.class);
    const conversation: Conversation = {
      last: undefined,
      choices: decision.offer.map(({ id }) => id),
      choosing: decision.offer.length > 0,
      safety: noteTimes(before.safety, decision.classes, now),
      own: noteTimes(before.own, own, now),
      at: now,
    };
    const reply = composeReply(mind.content, decision, question.surface);
    return { decision, reply, conversation, hits, judged: undefined };
  }
  if (!question.addressed) {
    return { decision: { kind: 'silent' }, reply: undefined, conversation: before, hits, judged: undefined };
  }

  const below: Notice[] = [];
  if (recently(before, 'crisis', now)) below.push(mind.content.notices['support-line']);
  else if (soft !== undefined) below.push(mind.content.notices['soft-line']);
  const turn: Turn = { mind, surface: question.surface, before, below, now };
  const judge = (): Judged =>
    recent.decide(text, turn.surface, before.last, () =>
      decideQuestion(mind, text, turn.surface, before.last),
    );
  return { ...answerQuestion(turn, text, judge), hits };
}

/** The part of the spine that is about the document: a choice from a list, or a question to be matched. */
function answerQuestion(turn: Turn, text: string, judge: () => Judged): Omit<Outcome, 'hits'> {
  const { before } = turn;
  const place = readChoice(text, before.choices.length);
  if (place === 0 && before.choosing) return { ...giveNone(turn), judged: undefined };
  if (place === 'beyond' && before.choosing) return { ...giveChoicesAgain(turn), judged: undefined };
  const chosen = typeof place === 'number' ? before.choices[place - 1] : undefined;
  if (chosen !== undefined) return { ...giveAnswer(turn, chosen), judged: undefined };

  const judged = judge();
  return { ...giveDecision(turn, judged.decision), judged };
}

/** A danger that is said outright is answered even where nobody asked the bot. */
function isOutright(hit: SafetyHit): boolean {
  return hit.explicit && (hit.class === 'medical-emergency' || hit.class === 'crisis');
}

/** A safety text goes out whatever becomes of the offer beside it; the failure is reported and nothing is offered. */
function offerSafely(
  offer: () => readonly Candidate[],
  onFailure: (error: unknown) => void,
): readonly Candidate[] {
  try {
    return offer();
  } catch (error) {
    onFailure(error);
    return [];
  }
}

function decideSafety(
  { surface }: Question,
  before: Conversation,
  hits: NonEmpty<SafetyHit>,
  offer: readonly Candidate[],
  now: number,
): Decision & { kind: 'safety' } {
  const [first, ...rest] = hits;
  const form: SafetyForm = isPublic(surface)
    ? 'public'
    : first.who === 'self' && recentlyOwn(before, first.class, now)
      ? 'repeat'
      : first.who;
  return {
    kind: 'safety',
    classes: [first.class, ...rest.map((hit) => hit.class)],
    form,
    rules: [first.rule, ...rest.map((hit) => hit.rule)],
    offer,
  };
}
