import { composeDraft, textOf } from '../compose-draft.ts';
import type { Rule } from '../drafts.ts';

/** An answer with its caveats fits on a phone; the quotes are folded and not counted. */
export const lengthLimit: Rule = (content) =>
  content.medical.flatMap((answer) => {
    const composed = composeDraft(content, answer);
    const limits = { body: content.house.answer_characters, short: content.house.short_characters };
    return (['body', 'short'] as const).flatMap((part) => {
      const length = textOf(composed[part].filter((block) => block.kind !== 'quote')).length;
      if (length <= limits[part]) return [];
      const message = `The ${part} with its caveats has ${length} characters: at most ${limits[part]}.`;
      return [{ file: answer.file, line: answer.lines[part], rule: 'length-limit', message }];
    });
  });
