import type { Rule } from '../drafts.ts';

/** Related ids lead somewhere else. */
export const relatedExists: Rule = ({ medical, talk, unread }) => {
  const ids = new Set<string>([...medical, ...talk, ...unread].map((answer) => answer.id));
  const links = [...medical, ...talk].map(({ lines, ...rest }) => ({ ...rest, relatedLine: lines.related }));
  return [...links, ...unread].flatMap(({ id, file, related, relatedLine }) =>
    related
      .filter((other) => other === id || !ids.has(other))
      .map((other) => ({
        file,
        line: relatedLine,
        rule: 'related-exists',
        message: other === id ? 'An answer is not related to itself.' : `There is no answer "${other}".`,
      })),
  );
};
