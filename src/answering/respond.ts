import type { Notice, SafetyForm } from '../domain/curated.ts';
import type { Decision, SafetyHit } from '../domain/decision.ts';
import type { AnswerId } from '../domain/ids.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import { isPublic, type Question } from '../domain/question.ts';
import { Reply } from '../domain/reply.ts';
import type { Clock } from './clock.ts';
import { composeReply } from './compose-reply.ts';
import { type Conversation, recently } from './conversation.ts';
import { decideQuestion, type Judged } from './decide-question.ts';
import type { Mind } from './mind.ts';
import { offerBeside } from './offer-beside.ts';
import { readChoice } from './read-choice.ts';
import { triageFirst } from './triage-first.ts';

/** What became of a question. */
export interface Outcome {
  readonly decision: Decision;
  /** Undefined for silence. */
  readonly reply: Reply | undefined;
  /** What the next message may lean on. */
  readonly conversation: Conversation;
  /** For `--explain` and `/why`: every safety rule that matched, and the match where there was one. */
  readonly hits: readonly SafetyHit[];
  readonly judged: Judged | undefined;
}

export interface RespondOptions {
  readonly clock: Clock;
  /** Told when triage failed, without the text. */
  readonly onTriageFailure: (error: unknown) => void;
}

/**
 * The spine: a question, and what its conversation left, to a reply. Every channel calls this and nothing else; safety
 * comes before everything, and the same question in the same conversation always gets the same answer.
 */
export function respond(
  mind: Mind,
  question: Question,
  before: Conversation,
  { clock, onTriageFailure }: RespondOptions,
): Outcome {
  const now = clock.now();
  const { hits, soft } = triageFirst(mind.triage, question.text, clock, onTriageFailure);

  if (isNonEmpty(hits) && (question.addressed || isOutright(hits[0]))) {
    const decision = decideSafety(mind, question, before, hits, now);
    const given = Object.fromEntries(decision.classes.map((id) => [id, now]));
    const conversation: Conversation = {
      choices: decision.offer.map(({ id }) => id),
      safety: { ...before.safety, ...given },
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
  return { ...answerQuestion(mind, question, before, below, now), hits };
}

/** The part of the spine that is about the document: a choice from a list, or a question to be matched. */
function answerQuestion(
  mind: Mind,
  question: Question,
  before: Conversation,
  below: readonly Notice[],
  now: number,
): Omit<Outcome, 'hits'> {
  const { content, matcher } = mind;
  const place = readChoice(question.text, before.choices.length);
  if (place === 0 && before.choices.length > 0) {
    const decision: Decision = { kind: 'unknown', reason: 'nothing-fits', confidence: 1 };
    const reply = Reply.notice(content.notices['none-chosen'], content.standing, { below });
    return { decision, reply, conversation: { ...before, choices: [], at: now }, judged: undefined };
  }
  const chosen = place === undefined ? undefined : before.choices[place - 1];
  if (chosen !== undefined)
    return { ...openAnswer(mind, chosen, question, before, below, now), judged: undefined };

  const judged = decideQuestion(matcher, question.text, question.surface, before.last);
  return { ...give(mind, judged.decision, question, before, below, now), judged };
}

/** Opens an answer by its id: a tapped button, a deep link, a number from a list. The same caveats go with it. */
export function openAnswer(
  mind: Mind,
  id: AnswerId,
  question: Question,
  before: Conversation,
  below: readonly Notice[],
  now: number,
): Pick<Outcome, 'decision' | 'reply' | 'conversation'> {
  const talk = mind.content.answers.get(id)?.kind === 'talk';
  const decision: Decision = talk
    ? { kind: 'talk', id, confidence: 1 }
    : { kind: 'answer', ids: [id], confidence: 1 };
  return give(mind, decision, question, before, below, now);
}

/** Sends a decision out: an amount of the drug is withheld while a self-administration text is fresh. */
function give(
  { content }: Mind,
  decision: Decision,
  { surface }: Question,
  before: Conversation,
  below: readonly Notice[],
  now: number,
): Pick<Outcome, 'decision' | 'reply' | 'conversation'> {
  const withhold = recently(before, 'self-administration', now);
  const namesDose = (id: AnswerId): boolean => {
    const answer = content.answers.get(id);
    return answer !== undefined && answer.kind !== 'talk' && answer.namesDose;
  };
  if (withhold && decision.kind === 'answer' && decision.ids.some(namesDose)) {
    const refusal: Decision = {
      kind: 'safety',
      classes: ['self-administration'],
      form: isPublic(surface) ? 'public' : 'repeat',
      rules: ['dose-withheld'],
      offer: [],
    };
    const reply = composeReply(content, refusal, surface, below);
    return { decision: refusal, reply, conversation: { ...before, choices: [], at: now } };
  }
  const open = (ids: readonly AnswerId[]): readonly AnswerId[] =>
    ids.filter((id) => !(withhold && namesDose(id)));
  const shown: Decision =
    decision.kind === 'suggestions'
      ? withoutDoses(decision, new Set(open(decision.candidates.map(({ id }) => id))))
      : decision;
  const reply = composeReply(content, shown, surface, below);
  const main = shown.kind === 'answer' ? shown.ids[0] : undefined;
  const choices =
    shown.kind === 'suggestions'
      ? shown.candidates.map(({ id }) => id)
      : (reply?.buttons ?? []).flat().flatMap(({ action }) => (action.do === 'answer' ? [action.id] : []));
  const last = main ?? before.last;
  const { safety } = before;
  return {
    decision: shown,
    reply,
    conversation: { ...(last ? { last } : {}), choices: open(choices), safety, at: now },
  };
}

function withoutDoses(decision: Decision & { kind: 'suggestions' }, open: ReadonlySet<AnswerId>): Decision {
  const candidates = decision.candidates.filter(({ id }) => open.has(id));
  return isNonEmpty(candidates)
    ? { ...decision, candidates }
    : { kind: 'unknown', reason: 'nothing-fits', confidence: decision.confidence };
}

/** A danger that is said outright is answered even where nobody asked the bot. */
function isOutright(hit: SafetyHit): boolean {
  return hit.explicit && (hit.class === 'medical-emergency' || hit.class === 'crisis');
}

function decideSafety(
  mind: Mind,
  { text, surface }: Question,
  before: Conversation,
  hits: readonly [SafetyHit, ...SafetyHit[]],
  now: number,
): Decision & { kind: 'safety' } {
  const [first, ...rest] = hits;
  const form: SafetyForm = isPublic(surface)
    ? 'public'
    : first.who === 'self' && recently(before, first.class, now)
      ? 'repeat'
      : first.who;
  return {
    kind: 'safety',
    classes: [first.class, ...rest.map((hit) => hit.class)],
    form,
    rules: [first.rule, ...rest.map((hit) => hit.rule)],
    offer: offerBeside(mind, text, hits),
  };
}
