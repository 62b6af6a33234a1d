import { textOf } from '../compose-draft.ts';
import type { Rule } from '../drafts.ts';

/**
 * Bot API limits. Message text: 4096 UTF-16 units. Callback data: 64 bytes, of which four say what the button does; a
 * deep link takes 64 characters.
 */
const MESSAGE = 4096;
const PAYLOAD = 60;
/** Not a limit of Telegram: a longer caption is cut off on a phone. */
const CAPTION = 64;

/** Profile texts of the bot: `setMyDescription` and `setMyShortDescription`. */
const NOTICE_LIMITS: Readonly<Record<string, number>> = { 'bot-description': 512, 'bot-about': 120 };

/** Nothing is longer than Telegram takes. */
export const telegramLimits: Rule = ({ medical, talk, safety, notices, topics }) => {
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
    ...topics.flatMap(({ group }) =>
      over(group.length, PAYLOAD, `The group "${group}"`, { file: 'content/topics.yaml', line: 1 }),
    ),
    ...talk.flatMap(({ file, body, lines }) =>
      over(textOf(body).length, MESSAGE, 'The body', { file, line: lines.body }),
    ),
    ...safety.flatMap(({ file, forms }) =>
      [...forms.values()].flatMap(({ body, line }) =>
        over(textOf(body).length, MESSAGE, 'The form', { file, line }),
      ),
    ),
    ...notices.flatMap(({ id, file, line, body }) =>
      over(textOf(body).length, NOTICE_LIMITS[id] ?? MESSAGE, `"${id}"`, { file, line }),
    ),
  ];
};
