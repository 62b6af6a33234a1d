import type { UnknownReason } from '../domain/decision.ts';
import type { AnswerId } from '../domain/ids.ts';

/** What a signal says about a message, or about one candidate. */
export interface Signal {
  readonly name: string;
  readonly value: number;
}

/** An answer with how sure the matcher is (0 to 1, calibrated) and why. */
export interface RankedCandidate {
  readonly id: AnswerId;
  readonly confidence: number;
  /** Whether the answer is talk about the bot itself. */
  readonly talk: boolean;
  /** What the linear layer gives it: above 0 for, below 0 against. */
  readonly score: number;
}

export interface Correction {
  readonly typed: string;
  readonly read: string;
}

/** Everything the matcher says about one message. Answers of all ids, best first. */
export interface Match {
  /** The message in normal form. */
  readonly text: string;
  /** How sure it is that some answer fits, 0 to 1. */
  readonly fits: number;
  readonly candidates: readonly RankedCandidate[];
  /** Why no answer can fit, whatever the scores. */
  readonly barrier?: { readonly reason: UnknownReason; readonly language?: string };
  readonly corrected: readonly Correction[];
  /** Telling words that neither the phrasings nor the vocabulary know. */
  readonly foreign: readonly string[];
  /** Signals of the message as a whole. */
  readonly signals: readonly Signal[];
  /** What each group of features adds to the score of the answer that the linear layer puts first. */
  readonly evidence: readonly Signal[];
}

/** A phrasing near the message. `similarity` is 0 to 1. */
export interface ClosePhrasing {
  readonly id: AnswerId;
  readonly phrasing: string;
  readonly similarity: number;
}
