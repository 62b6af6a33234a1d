import { createHash } from 'node:crypto';

/** Id of a card from what it shows: a changed text is a new card, so that no client shows an old one for it. */
export function cardId(title: string, text: string): string {
  return createHash('sha256').update(`${title}\n${text}`).digest('base64url').slice(0, 32);
}
