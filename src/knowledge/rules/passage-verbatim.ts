import type { Rule } from '../drafts.ts';
import { squeeze } from '../find-quote.ts';

/** The pieces that /source shows are the document, paragraph by paragraph, with nothing left out. */
export const passageVerbatim: Rule = ({ document, passages, sourceFile: file }) => {
  const rule = 'passage-verbatim';
  const broken = passages
    .filter(({ paragraph, pieces }) => squeeze(pieces.join(' ')) !== squeeze(document[paragraph - 1] ?? ''))
    .map(({ paragraph, line }) => ({
      file,
      line,
      rule,
      message: `The pieces joined are not paragraph ${paragraph} of the document, word for word.`,
    }));
  const shown = new Set(passages.map((passage) => passage.paragraph));
  const missing = document.flatMap((_, i) =>
    shown.has(i + 1) ? [] : [{ file, line: 1, rule, message: `Paragraph ${i + 1} is not shown by /source.` }],
  );
  return [...broken, ...missing];
};
