import type { Rule } from '../drafts.ts';
import { findQuote } from '../find-quote.ts';

/** Every quote stands in the paragraph it names, and an answer drawn from the document has at least one. */
export const quoteVerbatim: Rule = ({ document, medical, topics }) => {
  const covered = new Set(topics.filter((topic) => topic.kind === 'covered').map((topic) => topic.group));
  return medical.flatMap(({ file, group, citations, lines }) => {
    const rule = 'quote-verbatim';
    if (covered.has(group) && citations.length === 0) {
      return [{ file, line: lines.level, rule, message: 'A covered answer needs at least one quote.' }];
    }
    return citations
      .filter(({ paragraph, quote }) => !findQuote(document, paragraph, quote))
      .map(({ paragraph, quote, line }) => ({
        file,
        line,
        rule,
        message: `Paragraph ${paragraph} does not say "${quote}". Copy the words from the document.`,
      }));
  });
};
