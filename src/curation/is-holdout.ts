import { createHash } from 'node:crypto';

/**
 * The fixed rule that splits the labelled questions in two: one half to work on, the other only ever counted. Wordings
 * that were written while looking at the second half would make its figures worthless.
 */
export function isHoldout(text: string): boolean {
  return ((createHash('sha256').update(text).digest()[0] ?? 0) & 1) === 1;
}
