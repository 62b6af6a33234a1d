import type { AnswerId } from '../domain/ids.ts';

/** What became of a question, as far as it is counted. Safety texts are counted as one, without their class. */
export const COUNTED = ['answer', 'suggestions', 'unknown', 'safety', 'talk'] as const;
export type Counted = (typeof COUNTED)[number];

/** Names in the counter store: `outcome/answer`, `answer/awake-dose`, `confusion/coma-dose/awake-dose`. */
export const OUTCOME = 'outcome/';
export const ANSWER = 'answer/';
export const CONFUSION = 'confusion/';

/** Someone got `given` first, or was offered it first, and then chose `chosen`. */
export function confusionName(given: AnswerId, chosen: AnswerId): string {
  return `${CONFUSION}${given}/${chosen}`;
}
