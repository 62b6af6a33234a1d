import { composeDraft, textOf } from '../compose-draft.ts';
import type { Rule } from '../drafts.ts';
import { figuresIn } from '../measure/figures-in.ts';

/** What a notification shows holds the level's label, and no dose or success rate. */
export const hedgeFirst: Rule = (content) =>
  content.medical.flatMap((answer) => {
    const limit = content.house.first_characters;
    const composed = composeDraft(content, answer);
    return (['body', 'short'] as const).flatMap((part) => {
      const first = textOf(composed[part]).slice(0, limit);
      const problem = (message: string) => [
        { file: answer.file, line: answer.lines.title, rule: 'hedge-first', message },
      ];
      if (figuresIn(first).length > 0)
        return problem(`The first ${limit} characters hold a figure: "${first}".`);
      if (!first.includes(content.caveats.levels[answer.level].label)) {
        return problem(`The first ${limit} characters do not hold the level's label.`);
      }
      return [];
    });
  });
