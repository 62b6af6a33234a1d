import type { Rule } from '../drafts.ts';

/** Related ids lead somewhere else. */
export const relatedExists: Rule = ({ medical, talk }) => {
  const ids = new Set([...medical, ...talk].map((answer) => answer.id));
  return [...medical, ...talk].flatMap(({ id, file, related, lines }) =>
    related
      .filter((other) => other === id || !ids.has(other))
      .map((other) => ({
        file,
        line: lines.related,
        rule: 'related-exists',
        message: other === id ? 'An answer is not related to itself.' : `There is no answer "${other}".`,
      })),
  );
};
