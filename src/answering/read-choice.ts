const NONE = ['0', 'zero', 'none', 'none of these', 'none of them', 'neither', 'nothing', 'nope', 'no'];
const CARDINALS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** Keycap emoji such as 2️⃣ are a digit, a variation selector and a frame. */
const KEYCAP = /[\uFE0F\u20E3]/g;

/**
 * Reads a message that does nothing but pick from a numbered list: typed, dictated or in words ("2", "two.", "the
 * second one please"). Gives the place counted from 1, 0 for none of these, `beyond` for a place that the list does not
 * have, undefined for any other message.
 */
export function readChoice(text: string, count: number): number | 'beyond' | undefined {
  if (text.length > 40) return undefined;
  const said = text
    .normalize('NFKC')
    .replace(KEYCAP, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\b(?:please|pls|thanks|thank you|i mean|i meant|i choose|ok|okay)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (NONE.includes(said)) return 0;
  const bare = said.replace(/^(?:the|number|option|answer|choice)\s+/, '').replace(/\s+one$/, '');
  const place = bare === 'last' ? count : placeOf(bare);
  if (place < 1 || count === 0) return undefined;
  return place <= count ? place : 'beyond';
}

function placeOf(word: string): number {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  return digits ? Number(digits) : Math.max(CARDINALS.indexOf(word), ORDINALS.indexOf(word)) + 1;
}
