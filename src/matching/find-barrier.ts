import type { DetectLanguage } from './detect-language.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match } from './match.ts';
import { LONGEST } from './normalise.ts';
import type { Message } from './read-message.ts';

const FILLERS = new Set([
  'a',
  'an',
  'the',
  'any',
  'some',
  'and',
  'or',
  'so',
  'but',
  'my',
  'your',
  'this',
  'that',
]);

/** Why no answer can fit a message, whatever the scores: empty, too long, another language, one generic word. */
export function findBarrier(
  raw: string,
  message: Message,
  lexicon: Lexicon,
  detect: DetectLanguage,
): Match['barrier'] {
  if (raw.length > LONGEST) return { reason: 'too-long' };
  if (message.sentences.length === 0) return { reason: 'empty' };
  const language = detect(raw, message.text);
  if (language !== undefined) return { reason: 'other-language', language };
  const words = message.sentences.flatMap((sentence) => sentence.words);
  if (words.every((word) => word.foreign || word.garbled)) return { reason: 'nothing-fits' };
  return isTooGeneric(message, lexicon) ? { reason: 'too-generic' } : undefined;
}

/** One word of the generic list, or nothing but numbers. A subject word with a question mark is a question. */
function isTooGeneric({ sentences }: Message, { generic }: Lexicon): boolean {
  const words = sentences.flatMap((sentence) => sentence.words);
  if (words.every(({ text }) => !/\p{L}/u.test(text))) return true;
  const telling = words.filter(({ text }) => !FILLERS.has(text));
  const [only, more] = telling.length > 0 ? telling : words;
  if (!only || more || !generic.has(only.text)) return false;
  const [sentence] = sentences;
  return !(
    sentence?.marked === true &&
    sentence.found.length > 0 &&
    !/^(?:who|what|where|when|why|how|which)$/.test(only.text)
  );
}
