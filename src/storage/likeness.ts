import { createHash } from 'node:crypto';

/** Id of a group of questions that are alike: short enough for a button, and without the words. */
export function groupId(likeness: string): string {
  return createHash('sha256').update(likeness).digest('base64url').slice(0, 22);
}

/** Text that both databases store: no NUL character, no half of a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
