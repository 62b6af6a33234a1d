import type { SafetyForm } from './curated.ts';
import type { AnswerId, SafetyClass } from './ids.ts';
import type { NonEmpty } from './non-empty.ts';

/** An answer that may be meant, with how sure the matcher is (0 to 1, calibrated: .8 is right four times in five). */
export interface Candidate {
  readonly id: AnswerId;
  readonly confidence: number;
}

/** Why nothing fits. `language` is an ISO 639-1 code, given when the message seems to be in another language. */
export type UnknownReason = 'nothing-fits' | 'too-generic' | 'empty' | 'too-long' | 'other-language';

/** A safety rule that matched: the class, and who is meant. */
export interface SafetyHit {
  readonly class: SafetyClass;
  /** Name of the rule in `intents/safety/`, for `--explain` and for curators. */
  readonly rule: string;
  readonly who: 'self' | 'other';
  /** Whether the danger is said outright: only this is answered in a group that did not address the bot. */
  readonly explicit: boolean;
}

/** What to do with a question. Every channel turns the same decision into its own form. */
export type Decision =
  | { readonly kind: 'answer'; readonly ids: NonEmpty<AnswerId>; readonly confidence: number }
  | {
      readonly kind: 'suggestions';
      readonly candidates: NonEmpty<Candidate>;
      readonly confidence: number;
      /** Given where the same choice is put a second time, and why. */
      readonly asked?: 'no-such-number';
    }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly language?: string;
      readonly confidence: number;
    }
  | { readonly kind: 'talk'; readonly id: AnswerId; readonly confidence: number }
  | {
      readonly kind: 'safety';
      readonly classes: NonEmpty<SafetyClass>;
      readonly form: SafetyForm;
      readonly rules: NonEmpty<string>;
      /** A general answer that fits beside the safety text, offered by a button. */
      readonly offer: readonly Candidate[];
    }
  | { readonly kind: 'silent' };
