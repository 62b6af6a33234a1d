import { blockText } from '../../domain/rich-text.ts';
import { composeDraft, textOf } from '../compose-draft.ts';
import type { Rule } from '../drafts.ts';
import { figuresIn } from '../measure/figures-in.ts';

/** A dose or a percentage stands only in answers whose caveat is about figures, and close to that caveat. */
export const figureNearCaveat: Rule = (content) =>
  content.medical.flatMap((answer) => {
    const limit = content.house.figure_to_caveat_characters;
    const problem = (part: 'body' | 'short', message: string) => ({
      file: answer.file,
      line: answer.lines[part],
      rule: 'figure-near-caveat',
      message,
    });
    const composed = composeDraft(content, answer);
    return (['body', 'short'] as const).flatMap((part) => {
      const blocks = composed[part].filter((block) => block.kind !== 'quote');
      const text = textOf(blocks);
      const figures = figuresIn(text);
      if (figures.length === 0) return [];
      if (answer.level === 'experimental' || answer.level === 'not-in-document') {
        return [
          problem(
            part,
            `A figure (${figures[0]?.text}) needs the level study-number, unproven-coma or comparison.`,
          ),
        ];
      }
      const caveat = blocks.find((block) => block.kind === 'caveat');
      const start = caveat ? text.indexOf(blockText(caveat)) : -1;
      const end = start + (caveat ? blockText(caveat).length : 0);
      return figures
        .filter((figure) => start < 0 || figure.start - end > limit || start - figure.end > limit)
        .map((figure) =>
          problem(
            part,
            `"${figure.text}" stands more than ${limit} characters from its caveat: bring it closer.`,
          ),
        );
    });
  });
