import { textOf } from '../compose-draft.ts';
import type { Rule } from '../drafts.ts';
import { numbersIn } from '../measure/numbers-in.ts';

/** Every number that an answer states occurs in one of its own quotes. */
export const numberInQuote: Rule = ({ medical }) =>
  medical.flatMap(({ file, title, body, short, citations, lines }) => {
    const quoted = new Set(citations.flatMap(({ quote }) => numbersIn(quote)));
    const parts = [
      { part: 'title', text: title },
      { part: 'body', text: textOf(body) },
      { part: 'short', text: textOf(short) },
    ] as const;
    return parts.flatMap(({ part, text }) =>
      [...new Set(numbersIn(text))]
        .filter((number) => !quoted.has(number))
        .map((number) => ({
          file,
          line: lines[part],
          rule: 'number-in-quote',
          message: `The ${part} says ${number}, but no quote of this answer does: quote it, or take it out.`,
        })),
    );
  });
