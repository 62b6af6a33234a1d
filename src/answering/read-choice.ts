const NUMBERS: readonly (readonly string[])[] = [
  ['0', 'zero', 'none', 'none of these', 'none of them', 'neither', 'nothing', 'nope', 'no'],
  [
    '1',
    'one',
    'first',
    '1st',
    'the first',
    'first one',
    'the first one',
    'number one',
    'number 1',
    'option 1',
    'option one',
  ],
  [
    '2',
    'two',
    'second',
    '2nd',
    'the second',
    'second one',
    'the second one',
    'number two',
    'number 2',
    'option 2',
    'option two',
  ],
  [
    '3',
    'three',
    'third',
    '3rd',
    'the third',
    'third one',
    'the third one',
    'number three',
    'number 3',
    'option 3',
    'option three',
  ],
  [
    '4',
    'four',
    'fourth',
    '4th',
    'the fourth',
    'fourth one',
    'the fourth one',
    'number four',
    'number 4',
    'option 4',
    'option four',
  ],
];
const LAST = ['last', 'the last', 'last one', 'the last one'];

/** Keycap emoji such as 2️⃣ are a digit, a variation selector and a frame. */
const KEYCAP = /[\uFE0F\u20E3]/g;

/**
 * Reads a message that does nothing but pick from a numbered list: typed, dictated or in words ("2", "two.", "the
 * second one please"). Gives the place counted from 1, 0 for none of these, undefined for any other message.
 */
export function readChoice(text: string, count: number): number | undefined {
  if (text.length > 40) return undefined;
  const said = text
    .normalize('NFKC')
    .replace(KEYCAP, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\b(?:please|pls|thanks|thank you|i mean|i meant|i choose|ok|okay)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (LAST.includes(said)) return count > 0 ? count : undefined;
  const place = NUMBERS.findIndex((words) => words.includes(said));
  return place >= 0 && place <= count ? place : undefined;
}
