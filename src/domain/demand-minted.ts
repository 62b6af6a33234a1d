import { isMinted } from './minted.ts';

/** Throws a TypeError for text that the knowledge loader has not checked. */
export function demandMinted(...values: readonly object[]): void {
  for (const value of values) {
    if (!isMinted(value))
      throw new TypeError('A reply is built only from text that the knowledge loader has checked.');
  }
}
