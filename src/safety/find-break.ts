import { BREAK, type Break } from './words.ts';

/** How strongly the signs between two tokens keep them apart. `next` is the token after them, as written. */
export function findBreak(between: string, next: string): Break {
  if (between === ' ' || between === '') return BREAK.none;
  const capital = /^\p{Lu}/u.test(next);
  if (/\n\s*\n/.test(between)) return BREAK.sentence;
  const signs = between.replace(/\s+/g, '');
  if (/^(?:\.{2,}|\u2026)$/.test(signs)) return capital ? BREAK.sentence : BREAK.comma;
  if (/[.!?;\u3002]/.test(signs)) return BREAK.sentence;
  if (between.includes('\n')) return capital ? BREAK.sentence : BREAK.comma;
  if (signs.includes(':')) return BREAK.clause;
  if (signs === '-' || signs === '_') return between === signs ? BREAK.none : BREAK.comma;
  return signs === '' ? BREAK.none : BREAK.comma;
}
