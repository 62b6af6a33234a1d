import { textOf } from '../compose-draft.ts';
import type { Rule } from '../drafts.ts';

/** The places in braces that a sentence or caption has: what the bot puts in there. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  forgotten: ['questions', 'votes', 'copies'],
  corrected: ['date'],
  'digest-head': ['questions'],
  'digest-entry': ['times'],
  'wording-of': ['title'],
};

/** A sentence has the places that the bot fills, and no others: what stands in braces would be shown as it is. */
export const noticePlaces: Rule = ({ notices, labels }) =>
  [
    ...notices.map(({ id, file, line, body }) => ({ id, file, line, text: textOf(body) })),
    ...labels.map(({ id, line, text }) => ({ id, file: 'content/notices.yaml', line, text })),
  ].flatMap(({ id, file, line, text }) => {
    const wanted = PLACES[id] ?? [];
    const found = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
    if (sameNames(wanted, found)) return [];
    const must = wanted.length === 0 ? 'no place in braces' : wanted.map((name) => `{${name}}`).join(', ');
    return [{ file, line, rule: 'notice-places', message: `"${id}" must hold ${must}.` }];
  });

function sameNames(wanted: readonly string[], found: readonly string[]): boolean {
  return wanted.every((name) => found.includes(name)) && found.every((name) => wanted.includes(name));
}
