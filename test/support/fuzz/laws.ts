import type { Content } from '../../../src/domain/knowledge.ts';
import { blockText } from '../../../src/domain/rich-text.ts';
import type { Payload } from '../../../src/stand-in/check-message.ts';

const NAMES_TREATMENT = /\b(ketamine|infusions?|coma)\b/i;
/** Shorter pieces of an answer could stand in any text. */
const TELLING = 30;

/** Says what is wrong with a text that reached someone; undefined when nothing is. */
export type Law = (text: string) => string | undefined;

/** No text about the treatment without the standing line, and no words of an answer without the caveat of its level. */
export function createLaw(content: Content): Law {
  const standing = flat(content.standing.text);
  // Some sentences stand in several answers: the caveat of one of them will do.
  const caveats = new Map<string, string[]>();
  for (const answer of content.answers.values()) {
    if (answer.kind === 'talk') continue;
    const caveat = flat(content.levels[answer.level].text);
    for (const block of [...answer.body, ...answer.short]) {
      const piece = flat(blockText(block));
      if (piece.length >= TELLING) caveats.set(piece, [...(caveats.get(piece) ?? []), caveat]);
    }
  }
  const pieces = [...caveats];
  return (text) => {
    const words = flat(text);
    if (NAMES_TREATMENT.test(words) && !words.includes(standing))
      return 'names the treatment without the standing line';
    const bare = pieces.find(
      ([piece, any]) => words.includes(piece) && !any.some((caveat) => words.includes(caveat)),
    );
    return bare && `has words of an answer ("${bare[0].slice(0, 60)}") without its caveat`;
  };
}

/** All texts that a call puts before people: a message, cards, a whisper. */
export function textsOf({ text, results, result }: Payload): string[] {
  const cards = [...(Array.isArray(results) ? results : []), ...(result === undefined ? [] : [result])];
  const shown = cards.map((card: { input_message_content?: { message_text?: unknown } }) =>
    String(card.input_message_content?.message_text ?? ''),
  );
  return typeof text === 'string' ? [text, ...shown] : shown;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
