/** Longest text that is looked at, in UTF-16 units: Telegram's own limit for a message. */
export const LONGEST = 4096;

/** An @mention, or the name of a bot that lost its @. */
const HANDLE = /(^|\s)(?:@\w+|\S*\w_\S*bot\b)/giu;

/**
 * Brings a message into the one form that everything else reads: NFKC, lower case, plain apostrophes, no accents, no
 * control, format or bidirectional characters, no lone surrogates, no @mentions and links. Emoji become spaces. Line
 * ends are kept, because they end sentences.
 */
export function normalise(text: string): string {
  const plain = stripped(text);
  // Without its marks a sign may be an emoji (↮ becomes ↔), so what is left is looked at once more.
  const bare = /^[\x20-\x7e\n]*$/.test(plain)
    ? plain
    : stripped(plain.normalize('NFD').replace(/\p{M}+/gu, ''));
  return bare
    .toLowerCase()
    .replaceAll('`', "'")
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/[ \t\f\v\u00a0]+/gu, ' ')
    .trim();
}

/** The same message with its accents and capitals, for the language detector. */
export function stripped(text: string): string {
  const start = text.slice(0, LONGEST);
  let tidy = /^[\x20-\x7e\n]*$/.test(start) ? start : toPlainCharacters(start);
  // Most messages have neither, and to see that takes less time than to look for either.
  if (/[:.]/.test(tidy)) tidy = tidy.replace(/\b(?:https?:\/\/|www\.)\S+/giu, ' weblink ');
  return /[@_]/.test(tidy) ? tidy.replace(HANDLE, '$1 ') : tidy;
}

function toPlainCharacters(text: string): string {
  return text
    .replace(/\p{Cs}/gu, ' ')
    .normalize('NFKC')
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(/\p{Cf}+/gu, '')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4`]/gu, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(
      /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{fe0f}|\u{20e3})+/gu,
      ' ',
    );
}
