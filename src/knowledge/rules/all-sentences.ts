import { LABELS, NOTICES } from '../../domain/ids.ts';
import type { Rule } from '../drafts.ts';

/** Every sentence and caption that the bot asks for by name exists, and no other. */
export const allSentences: Rule = ({ notices, labels }) => [
  ...compare('notices', NOTICES, notices),
  ...compare('labels', LABELS, labels),
];

function compare(section: string, wanted: readonly string[], found: readonly { id: string; line: number }[]) {
  const problem = (line: number, message: string) => ({
    file: 'content/notices.yaml',
    line,
    rule: 'all-sentences',
    message,
  });
  const ids = new Set(found.map(({ id }) => id));
  return [
    ...wanted.filter((id) => !ids.has(id)).map((id) => problem(1, `"${id}" is missing under "${section}".`)),
    ...found
      .filter(({ id }) => !wanted.includes(id))
      .map(({ id, line }) => problem(line, `"${id}" is not used: take it out, or mend its name.`)),
  ];
}
