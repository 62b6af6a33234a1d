import type { Rule } from '../drafts.ts';

/** Caveats are short, so that they are read. */
export const caveatWords: Rule = ({ caveats, caveatLines, house }) => {
  const words = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  const check = (name: string, text: string, line: number, limit: number) =>
    words(text) <= limit
      ? []
      : [
          {
            file: 'content/caveats.yaml',
            line,
            rule: 'caveat-words',
            message: `"${name}" has ${words(text)} words, at most ${limit}.`,
          },
        ];
  return [
    ...check('standing', caveats.standing.text, 1, house.caveat_words.standing),
    ...Object.entries(caveats.levels).flatMap(([name, { text, sign }]) =>
      check(name, text, caveatLines[name] ?? 1, sign ? house.caveat_words.coma : house.caveat_words.level),
    ),
  ];
};
