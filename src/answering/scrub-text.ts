/** Longer texts are cut at a space before anything else is done. */
const LONGEST = 1_000;

const INVISIBLE = /[\p{Cf}\p{Cc}\u115F\u1160\u3164\uFFA0]|[\uFE00-\uFE0F]|\u20E3/gu;
const SPACES = /[\s\u2028\u2029]+/gu;

/** Ends of web addresses that are no words of their own: `pain.it` and `help.me` need a path to count as links. */
const DOMAIN_END =
  'com|org|net|edu|gov|info|biz|io|ai|app|dev|xyz|online|site|shop|club|blog|health|care|clinic|eu|de|uk|ca|au|fr|nl|ch|es|pl|se|dk|fi|cz|pt|ru|ua|jp|cn|kr|br|mx|ie|nz|za|gr|hu|ro|tr|il|tv|cc|co';

const DIGIT_WORD = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)';
const STREET_END =
  'street|avenue|ave|road|rd|lane|ln|boulevard|blvd|crescent|terrace|highway|hwy|parkway|pkwy|quay|mews';
const STREET_END_CAPITAL =
  'St|Dr|Drive|Way|Court|Ct|Place|Pl|Close|Square|Sq|Grove|Gardens|Hill|Row|Walk|Park';

const ANNOUNCED =
  "(?<!\\p{L})(?:[Mm]y name is|[Mm]y name['’]s|[Mm]y name:|[Ii](?:['’]m| am) called|[Ii]ch hei(?:ß|ss)e|[Mm]ein Name ist|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i chiamo)";
const MORE_NAMES = "(?: (?!And |But )\\p{Lu}[\\p{L}'’-]*){0,3}";

/** What is replaced by what, in this order. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]{1,30}:\/\/\S*/giu, '[link]'],
  [/[^\s@<>()[\],;:"]+\s?@\s?[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:"]+/gu, '[email]'],
  [
    /[\p{L}\p{Nd}._+-]+\s?[([{]\s?at\s?[)\]}]\s?[\p{L}\p{Nd}.-]+(?:\s?[([{]?\s?(?:dot|\.)\s?[)\]}]?\s?\p{L}+)*/giu,
    '[email]',
  ],
  [/[\p{L}\p{Nd}._+-]+ at [\p{L}\p{Nd}-]+ dot \p{L}+(?: dot \p{L}+)?/giu, '[email]'],
  [/\b(?:www\.|t\.me\/|wa\.me\/|telegram\.me\/|mailto:|tel:)\S*/giu, '[link]'],
  [/\b(?:[\p{L}\p{Nd}-]+\.)+\p{L}{2,24}(?::\p{Nd}+)?[/?#]\S*/giu, '[link]'],
  [new RegExp(`\\b(?:[\\p{L}\\p{Nd}-]+\\.)+(?:${DOMAIN_END})(?![\\p{L}\\p{Nd}-])`, 'giu'), '[link]'],
  [/@[\p{L}\p{Nd}_.-]+/gu, '[name]'],
  [new RegExp(`(?<=${ANNOUNCED}[:\\s]+)\\p{L}[\\p{L}'’-]*${MORE_NAMES}`, 'gu'), '[name]'],
  [new RegExp(`(?<=\\b[Cc]all me )\\p{Lu}[\\p{L}'’-]*${MORE_NAMES}`, 'gu'), '[name]'],
  [
    new RegExp(
      `\\p{Nd}{1,5} ?[a-z]?,? (?:[\\p{L}.'’-]+ ){1,4}(?:${STREET_END})\\b\\.?(?:,? ?(?:apt|unit|suite|flat|no)\\.? ?[\\p{L}\\p{Nd}-]+)?`,
      'giu',
    ),
    '[address]',
  ],
  [
    new RegExp(
      `\\p{Nd}{1,5} ?[a-zA-Z]?,? (?:\\p{Lu}[\\p{L}.'’-]* ){1,4}(?:${STREET_END_CAPITAL})\\b\\.?`,
      'gu',
    ),
    '[address]',
  ],
  [/\p{L}*(?:stra(?:ß|ss)e|str\.|gasse|allee|platz|weg|laan|straat) ?\p{Nd}{1,5} ?[a-z]?\b/giu, '[address]'],
  [
    /\b(?:\p{Nd}{1,5},? )(?:bis,? )?(?:rue|avenue|boulevard|impasse|chemin) (?:(?:de|du|des|la|le|l['’]) ?)*\p{L}+/giu,
    '[address]',
  ],
  [
    /\b(?:calle|avenida|via|viale|piazza|rua|ulica|ul\.) (?:\p{L}+ ){0,3}\p{L}+,? \p{Nd}{1,5}\b/giu,
    '[address]',
  ],
  [/\bp\.? ?o\.? ?box \p{Nd}+/giu, '[address]'],
  [/\b[A-Z]{1,2}\p{Nd}[A-Z\p{Nd}]? ?\p{Nd}[A-Z]{2}\b/gu, '[address]'],
  [new RegExp(`\\b${DIGIT_WORD}(?:[ ,-]+(?:double |triple )?${DIGIT_WORD}){4,}\\b`, 'giu'), '[number]'],
  [/(?<![\p{L}\p{Nd}])\+?\(?\p{Nd}(?:[ ().,:/_–—-]{0,3}\p{Nd}){6,}/gu, '[number]'],
  [/(?<![\p{L}\p{Nd}])(?=(?:\p{L}*\p{Nd}){4})[\p{L}\p{Nd}]{7,}/gu, '[number]'],
  [/\+?\(?\p{Nd}(?:[ ().,:/_–—-]{0,3}\p{Nd}){6,}/gu, '[number]'],
  [/\p{Nd}{5,}/gu, '[number]'],
];

/**
 * A message without what could tell who wrote it: links, e-mail addresses, @names, names after "my name is", streets
 * and postcodes, phone numbers, dates in figures and any number of five figures or more. What is taken out leaves a
 * word in brackets. `names` are words to take out as well, such as the parts of the sender's own name. A name that
 * nobody announced stays: no rule can tell it from other words.
 *
 * Amounts and years stay, and so does a sum such as 10,000. Texts over 1,000 characters are cut.
 */
export function scrubText(text: string, names: readonly string[] = []): string {
  let scrubbed = shorten(text.toWellFormed())
    .normalize('NFKC')
    .replace(INVISIBLE, hidden)
    .replace(SPACES, ' ');
  for (const [pattern, word] of RULES) scrubbed = scrubbed.replace(pattern, word);
  return removeNames(scrubbed, names).trim();
}

/** Line breaks separate words; the other invisible characters only hide that digits belong together. */
function hidden(sign: string): string {
  return /\s/u.test(sign) ? ' ' : '';
}

/** A cut word could be half an address, so it goes as a whole. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(0, cut.search(/\s\S*$/u)));
}

function removeNames(text: string, names: readonly string[]): string {
  const words = new Set(
    names.flatMap(
      (name) =>
        name
          .normalize('NFKC')
          .toLowerCase()
          .match(/[\p{L}\p{M}]{3,}/gu) ?? [],
    ),
  );
  if (words.size === 0) return text;
  return text.replace(/(?<!\[)[\p{L}\p{M}]+/gu, (word) => (words.has(word.toLowerCase()) ? '[name]' : word));
}
