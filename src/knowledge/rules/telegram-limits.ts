import { textOf } from '../compose-draft.ts';
import type { Rule } from '../drafts.ts';

/** Bot API limits. Message text: 4096 UTF-16 units. Deep-link payload: 64 characters. */
const MESSAGE = 4096;
const PAYLOAD = 64;
/** Not a limit of Telegram: a longer caption is cut off on a phone. */
const CAPTION = 64;

/** Nothing is longer than Telegram takes. */
export const telegramLimits: Rule = ({ medical, talk, safety, notices }) => {
  const rule = 'telegram-limits';
  const over = (length: number, limit: number, what: string, place: { file: string; line: number }) =>
    length <= limit
      ? []
      : [{ ...place, rule, message: `${what} has ${length} characters, at most ${limit}.` }];
  return [
    ...[...medical, ...talk].flatMap(({ id, file, title, button, lines }) => [
      ...over(id.length, PAYLOAD, 'The id', { file, line: lines.id }),
      ...over((button ?? title).length, CAPTION, 'The caption (add a shorter "button")', {
        file,
        line: lines.title,
      }),
    ]),
    ...talk.flatMap(({ file, body, lines }) =>
      over(textOf(body).length, MESSAGE, 'The body', { file, line: lines.body }),
    ),
    ...safety.flatMap(({ file, forms }) =>
      [...forms.values()].flatMap(({ body, line }) =>
        over(textOf(body).length, MESSAGE, 'The form', { file, line }),
      ),
    ),
    ...notices.flatMap(({ id, file, line, body }) =>
      over(textOf(body).length, MESSAGE, `"${id}"`, { file, line }),
    ),
  ];
};
