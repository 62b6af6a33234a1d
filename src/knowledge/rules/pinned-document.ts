import type { Rule } from '../drafts.ts';

/** The document is the one that the answers were drawn from, to the byte. */
export const pinnedDocument: Rule = ({ documentHash: { pinned, found, line }, documentFile, sourceFile }) =>
  pinned === found
    ? []
    : [
        {
          file: sourceFile,
          line,
          rule: 'pinned-document',
          message: `${documentFile} has SHA-256 ${found}. If it was changed on purpose, read every answer against it, then pin that.`,
        },
      ];
