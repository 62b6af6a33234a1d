/** Why a question got its answer, as plain data: `ask --explain` prints it, the page shows it under "Why this answer?". */
export interface Explanation {
  readonly safety: readonly { readonly class: string; readonly rule: string; readonly who: string }[];
  readonly read: string | undefined;
  readonly as: string | undefined;
  readonly closest: readonly {
    readonly id: string;
    readonly phrasing: string;
    readonly similarity: number;
  }[];
  readonly candidates: readonly {
    readonly id: string;
    readonly confidence: number;
    readonly score: number;
  }[];
  readonly corrected: readonly { readonly typed: string; readonly read: string }[];
  readonly foreign: readonly string[];
  readonly signals: Readonly<Record<string, number>>;
  /** What each group of features adds to the score of the first candidate. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly thresholds: Readonly<Record<string, number>> | undefined;
}
