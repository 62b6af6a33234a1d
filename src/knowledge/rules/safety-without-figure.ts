import { SAFETY_FORMS } from '../../domain/curated.ts';
import { SAFETY_CLASSES } from '../../domain/ids.ts';
import { textOf } from '../compose-draft.ts';
import type { Rule } from '../drafts.ts';

/** Numbers that a safety text may hold: emergency numbers of many countries (ITU E.161.1 names 112 and 911). */
const EMERGENCY_NUMBERS = new Set(['112', '911', '999']);

/** There is a text for each class in each form, and none of them holds a figure. */
export const safetyWithoutFigure: Rule = ({ safety, unread }) => {
  const rule = 'safety-without-figure';
  const there = new Set<string>([...safety, ...unread].map(({ id }) => id));
  const missing = SAFETY_CLASSES.filter((id) => !there.has(id)).map((id) => ({
    file: `content/answers/safety/${id}.md`,
    line: 1,
    rule,
    message: 'This safety text is missing.',
  }));
  const found = safety.flatMap(({ file, forms }) => [
    ...SAFETY_FORMS.filter((form) => !forms.get(form)?.body.length).map((form) => ({
      file,
      line: 1,
      rule,
      message: `The form "## ${form}" is missing or empty.`,
    })),
    ...[...forms.values()].flatMap(({ body, line }) =>
      (textOf(body).match(/\d+/g) ?? [])
        .filter((number) => !EMERGENCY_NUMBERS.has(number))
        .map((number) => ({
          file,
          line,
          rule,
          message: `A safety text holds no figure: take out ${number}.`,
        })),
    ),
  ]);
  return [...missing, ...found];
};
