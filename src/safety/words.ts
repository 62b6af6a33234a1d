/** How strongly two neighbouring words are kept apart. */
export const BREAK = { none: 0, comma: 1, clause: 2, sentence: 3 } as const;
export type Break = (typeof BREAK)[keyof typeof BREAK];

/** A message as triage sees it. */
export interface Words {
  /** Per word its readings: as written first, then what else it may mean. */
  readonly readings: readonly (readonly string[])[];
  /** Per word what stands before it. The first word has a sentence break before it. */
  readonly breaks: readonly Break[];
}
