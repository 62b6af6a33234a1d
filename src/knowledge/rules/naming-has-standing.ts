import { textOf } from '../compose-draft.ts';
import type { Rule } from '../drafts.ts';
import { namesTreatment } from '../names-treatment.ts';

/**
 * A talk answer that names the treatment says so (`level: general`), so that its author has thought of the standing
 * line. Captions and command descriptions never name it: they are shown without a caveat.
 */
export const namingHasStanding: Rule = ({ talk, commands, labels, house }) => {
  const names = (text: string): boolean => namesTreatment(text, house.naming_words);
  const rule = 'naming-has-standing';
  return [
    ...talk
      .filter(({ level, body }) => level === 'none' && names(textOf(body)))
      .map(({ file, lines }) => ({
        file,
        line: lines.level,
        rule,
        message:
          'The text names the treatment: set "level: general", so that the standing line goes with it.',
      })),
    ...commands
      .filter(({ description }) => names(description))
      .map(({ command, line }) => ({
        file: 'content/commands.yaml',
        line,
        rule,
        message: `The description of /${command} names the treatment, and is shown without a caveat: reword it.`,
      })),
    ...labels
      .filter(({ text }) => names(text))
      .map(({ id, line }) => ({
        file: 'content/notices.yaml',
        line,
        rule,
        message: `The caption "${id}" names the treatment: reword it.`,
      })),
  ];
};
