import { createHash } from 'node:crypto';

/**
 * The fixed rule that splits every labelled file in two: one half to develop on, the other only ever scored. It looks
 * at the text alone, so that a line stays on its side wherever it is moved.
 */
export function isHoldout(text: string): boolean {
  return ((createHash('sha256').update(text).digest()[0] ?? 0) & 1) === 1;
}
