import { spansText } from '../../domain/rich-text.ts';
import type { Rule } from '../drafts.ts';

/** A not-covered answer says what the document lacks, the nearest it has, whom to ask, and what to take along. */
export const notCoveredForm: Rule = ({ medical, topics, house }) => {
  const groups = new Set(topics.filter((topic) => topic.kind === 'not-covered').map((topic) => topic.group));
  return medical.flatMap(({ file, group, level, body, lines }) => {
    const rule = 'not-covered-form';
    if (groups.has(group) !== (level === 'not-in-document')) {
      const message = `The level not-in-document belongs to the groups of kind not-covered, and to no other.`;
      return [{ file, line: lines.level, rule, message }];
    }
    if (!groups.has(group)) return [];
    const parts = body.map((block) => (block.kind === 'paragraph' ? spansText(block.spans) : ''));
    const good =
      parts.length === house.not_covered_parts.length &&
      house.not_covered_parts.every((opening, i) => parts[i]?.startsWith(opening));
    if (good) return [];
    const wanted = house.not_covered_parts.map((opening) => `"${opening}"`).join(', ');
    return [
      { file, line: lines.body, rule, message: `The body needs four paragraphs that begin ${wanted}.` },
    ];
  });
};
