import { performance } from 'node:perf_hooks';
import type { Decision } from '../../src/domain/decision.ts';
import type { Matcher } from '../../src/matching/create-matcher.ts';
import { type Bars, decide, PRIVATE_BARS, UNASKED_BARS } from '../../src/matching/decide.ts';
import { decideMessage } from '../../src/matching/decide-message.ts';
import { auroc, type Outcome, quantile } from './metrics.ts';
import { mistype } from './mistype.ts';
import type { QuestionSet } from './questions.ts';

/** What became of one question: the answers given, the candidates offered. */
interface Reply {
  readonly given: readonly string[];
  readonly offered: readonly string[];
}

export interface Tally {
  asked: number;
  right: number;
  /** Right, or among the candidates offered. */
  inThree: number;
  /** Another answer was given. */
  wrong: number;
}

/** The figures of one half of the questions. */
export interface Scores {
  readonly singles: Tally;
  readonly mistyped: Tally;
  readonly styles: ReadonlyMap<string, Tally>;
  readonly ids: ReadonlyMap<string, Tally>;
  readonly top1: number;
  /** Off-topic messages, and two-part questions, asked. */
  readonly offTopic: number;
  readonly twoPart: number;
  readonly offTopicAnswered: number;
  readonly offTopicOffered: number;
  readonly auroc: number;
  readonly groupAnswered: number;
  readonly followUps: Tally;
  readonly bothParts: number;
  readonly needlesslySplit: number;
  readonly micros: { readonly p50: number; readonly p99: number; readonly mistypedP99: number };
}

export function scoreOurs(matcher: Matcher, set: QuestionSet, bars: Bars = PRIVATE_BARS): Scores {
  const singles = tally();
  const mistyped = tally();
  const styles = new Map<string, Tally>();
  const ids = new Map<string, Tally>();
  const outcomes: Outcome[] = [];
  const micros: number[] = [];
  const mistypedMicros: number[] = [];
  let needlesslySplit = 0;
  for (const [i, { text, id, style }] of set.singles.entries()) {
    const start = performance.now();
    const { match, decision, parts } = decideMessage(text, matcher, bars);
    micros.push((performance.now() - start) * 1000);
    if (parts) needlesslySplit += 1;
    const reply = replyOf(decision);
    for (const count of [singles, at(styles, style), at(ids, id ?? '')]) add(count, reply, id ?? '');
    const rank = match.candidates.findIndex((candidate) => candidate.id === id);
    outcomes.push({ inScope: true, rank, sure: match.candidates[0]?.confidence ?? 0, micros: 0 });
    const again = performance.now();
    const hurried = decideMessage(mistype(text, 2, i + 1), matcher, bars);
    mistypedMicros.push((performance.now() - again) * 1000);
    add(mistyped, replyOf(hurried.decision), id ?? '');
  }
  let offTopicAnswered = 0;
  let offTopicOffered = 0;
  for (const { text } of set.offTopic) {
    const { match, decision } = decideMessage(text, matcher, bars);
    const { given, offered } = replyOf(decision);
    if (given.length > 0) offTopicAnswered += 1;
    if (offered.length > 0) offTopicOffered += 1;
    const sure = match.barrier ? 0 : (match.candidates[0]?.confidence ?? 0);
    outcomes.push({ inScope: false, rank: -1, sure, micros: 0 });
  }
  const groupAnswered = set.groupTalk.filter(
    ({ text }) => replyOf(decide(matcher.match(text), UNASKED_BARS)).given.length > 0,
  ).length;
  return {
    singles,
    mistyped,
    styles,
    ids,
    top1: outcomes.filter(({ rank }) => rank === 0).length,
    offTopic: set.offTopic.length,
    twoPart: set.twoPart.length,
    offTopicAnswered,
    offTopicOffered,
    auroc: auroc(outcomes),
    groupAnswered,
    followUps: scoreFollowUps(matcher, set, bars),
    bothParts: set.twoPart.filter(({ text, ids: wanted }) => {
      const { given } = replyOf(decideMessage(text, matcher, bars).decision);
      return given.length === wanted.length && wanted.every((id) => given.includes(id));
    }).length,
    needlesslySplit,
    micros: {
      p50: quantile(micros, 0.5),
      p99: quantile(micros, 0.99),
      mistypedP99: quantile(mistypedMicros, 0.99),
    },
  };
}

/** Each follow-up after the answer that its first question got. */
function scoreFollowUps(matcher: Matcher, set: QuestionSet, bars: Bars): Tally {
  const followUps = tally();
  for (const { first, then, id } of set.followUps) {
    const [last] = matcher.match(first).candidates;
    add(followUps, replyOf(decideMessage(then, matcher, bars, last?.id).decision), id);
  }
  return followUps;
}

function replyOf(decision: Decision): Reply {
  switch (decision.kind) {
    case 'answer':
      return { given: decision.ids, offered: [] };
    case 'talk':
      return { given: [decision.id], offered: [] };
    case 'suggestions':
      return { given: [], offered: decision.candidates.map(({ id }) => id) };
    default:
      return { given: [], offered: [] };
  }
}

function tally(): Tally {
  return { asked: 0, right: 0, inThree: 0, wrong: 0 };
}

function at(tallies: Map<string, Tally>, key: string): Tally {
  const found = tallies.get(key) ?? tally();
  tallies.set(key, found);
  return found;
}

/** Right: the answer given, or the first of two, is the one wanted. */
function add(count: Tally, { given, offered }: Reply, id: string): void {
  count.asked += 1;
  if (given[0] === id) count.right += 1;
  else if (given.length > 0) count.wrong += 1;
  if (given[0] === id || offered.includes(id)) count.inThree += 1;
}
