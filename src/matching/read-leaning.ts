import type { Matcher } from './create-matcher.ts';
import type { Sentence, Word } from './read-message.ts';

/** A message that goes on from the last one, taken apart. */
export interface Leaning {
  /** The message without the words that tie it to the last one. */
  readonly rest: string;
  /** The side of the subject that it names. */
  readonly facet: string | undefined;
  /** It says "the other one". */
  readonly other: boolean;
  /** Words that say something, apart from the side of the subject. */
  readonly telling: readonly Word[];
  /** Whether one concept of the vocabulary holds all that it tells, and more than nothing. */
  coveredBy(concept: string): boolean;
  /** What is left when the side of the subject and the words that tie the message to the last are taken out. */
  readonly question: string;
  /** The message with the last topic in the place of its pronoun, or at its end where it has none. */
  withTopic(topic: string): string;
  readonly hasPronoun: boolean;
  /** Whether it has the form of a question. */
  readonly asks: boolean;
}

/** Longer messages say what they are about. */
const LONGEST = 14;
/** So short a message leans even without a sign of it. */
const FRAGMENT = 4;

/** Undefined when the message stands alone. */
export function readLeaning(text: string, lastAsks: string, matcher: Matcher): Leaning | undefined {
  const { followUps } = matcher.corpus;
  const message = matcher.read(text);
  const words = message.sentences.flatMap((sentence) => sentence.words);
  if (words.length === 0 || words.length > LONGEST) return undefined;
  const opener = longestOpener(message.text, followUps.openers);
  const pronoun = words.find((word) => followUps.pronouns.includes(word.text));
  if (opener === '' && !pronoun && words.length > FRAGMENT) return undefined;

  const named = (concept: string): boolean =>
    message.sentences.some((sentence) => spans(sentence, concept, matcher).length > 0);
  if (opener === '' && !POINTS_BACK.test(message.text) && followUps.anchors.some(named)) return undefined;
  const both = lastAsks === 'kinds' || lastAsks === 'compare';
  const counted = (ordinals: readonly string[]): boolean =>
    both && words.some(({ text: word }) => ordinals.includes(word));
  const sides = Object.entries(followUps.facets);
  const facet = (sides.find(([, { concept }]) => named(concept)) ??
    sides.find(([, { ordinals }]) => counted(ordinals)))?.[0];
  const side = facet === undefined ? undefined : followUps.facets[facet]?.concept;
  const other = words.some((word) => OTHER.has(word.text));

  const skipped = new Set([
    ...followUps.openers.flatMap((phrase) => phrase.split(' ')),
    ...followUps.pronouns,
  ]);
  const inside = (sentence: Sentence, i: number, concept: string): boolean =>
    spans(sentence, concept, matcher).some(({ from, to }) => from <= i && i < to);
  const besides = message.sentences.flatMap((sentence) =>
    sentence.words.filter(
      (_, i) => !(side !== undefined && inside(sentence, i, side)) && !inside(sentence, i, 'method'),
    ),
  );
  const ordinals = both ? sides.flatMap(([, side]) => side.ordinals) : [];
  const telling = besides.filter(
    ({ text: word }) =>
      !skipped.has(word) && !FILLERS.has(word) && !OTHER.has(word) && !ordinals.includes(word),
  );
  const rest = message.text
    .slice(opener.length)
    .replace(/\b(?:that|this|the other|the same|the) one\b/g, 'it')
    .trim();
  return {
    rest: rest === '' ? message.text : rest,
    facet,
    other,
    telling,
    coveredBy: (concept) =>
      telling.length > 0 &&
      telling.every((word) =>
        message.sentences.some((sentence) => {
          const i = sentence.words.indexOf(word);
          return i >= 0 && inside(sentence, i, concept);
        }),
      ),
    question: besides.map((word) => word.typed).join(' '),
    withTopic: (topic) => putTopic(rest, topic, pronoun?.typed),
    asks: message.sentences.some(({ question }) => question),
    hasPronoun: pronoun !== undefined && !WEAK.test(pronoun.typed),
  };
}

/** "how much ketamine do they use for it?" names a subject, and still goes on from the last one. */
const POINTS_BACK =
  /\b(?:for|in|with|during|of|on) (?:it|that|this|that one|this one|the other|the other one)\b/;

/** Pronouns that the topic cannot simply replace. */
const WEAK = /^(?:there|one|ones|other|same|such)$/;
const OTHER = new Set(['other', 'others', 'another']);

/** Words of no weight in a follow-up. */
const FILLERS = new Set(
  'a an the is are was were do does did be been in on at with for of to by as then too also though during there here please ok okay well about how what so and'.split(
    ' ',
  ),
);

function longestOpener(text: string, openers: readonly string[]): string {
  const found = openers.filter((opener) => text === opener || text.startsWith(`${opener} `));
  return found.sort((a, b) => b.length - a.length)[0] ?? '';
}

function spans(sentence: Sentence, concept: string, { lexicon }: Matcher): { from: number; to: number }[] {
  return sentence.found.filter((found) => lexicon.concepts[found.concept]?.name === concept);
}

function putTopic(text: string, topic: string, pronoun: string | undefined): string {
  if (pronoun !== undefined && !WEAK.test(pronoun)) {
    return text.replace(new RegExp(`\\b${pronoun}\\b`), topic);
  }
  return /\?\s*$/.test(text) ? text.replace(/\?\s*$/, ` ${topic}?`) : `${text} ${topic}`;
}
