import type { Decision } from '../domain/decision.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import type { Match } from './match.ts';

/** How sure the matcher must be, 0 to 1. */
export interface Bars {
  /** To give an answer: how sure that it is the right one … */
  readonly answer: number;
  /** … and how sure that the message is about the subject at all. */
  readonly fits: number;
  /** For an answer to be among the candidates. */
  readonly candidate: number;
  /** What the first candidate must reach, or there are none. */
  readonly first: number;
}

/** In private: an unsure match is worth a choice of three. */
export const PRIVATE_BARS: Bars = { answer: 0.5, fits: 0.75, candidate: 0.04, first: 0.2 };
/** Where others read along, and inline. */
export const GROUP_BARS: Bars = { answer: 0.6, fits: 0.85, candidate: 0.06, first: 0.25 };
/** Text that did not ask the bot: never an answer. */
export const UNASKED_BARS: Bars = {
  answer: Number.POSITIVE_INFINITY,
  fits: 1,
  candidate: 1,
  first: Number.POSITIVE_INFINITY,
};

const CANDIDATES = 3;

/** Turns a match into what to do: an answer, talk, up to three candidates, or unknown. */
export function decide(match: Match, bars: Bars): Decision {
  const [best] = match.candidates;
  const confidence = best?.confidence ?? 0;
  if (match.barrier) return { kind: 'unknown', ...match.barrier, confidence };
  if (best && confidence >= bars.answer && match.fits >= bars.fits) {
    return best.talk
      ? { kind: 'talk', id: best.id, confidence }
      : { kind: 'answer', ids: [best.id], confidence };
  }
  if (confidence >= bars.first) {
    const candidates = match.candidates
      .filter((candidate) => candidate.confidence >= bars.candidate)
      .slice(0, CANDIDATES)
      .map(({ id, confidence: own }) => ({ id, confidence: own }));
    if (isNonEmpty(candidates)) return { kind: 'suggestions', candidates, confidence };
  }
  return { kind: 'unknown', reason: 'nothing-fits', confidence };
}
