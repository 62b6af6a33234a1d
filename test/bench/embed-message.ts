import { FixedRandom } from '../../src/matching/fixed-random.ts';
import { hashString } from '../../src/matching/hash.ts';

/** What may stand around a message and changes nothing about it. */
interface Surroundings {
  /** Greetings, excuses and the like in front of it and behind it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Other messages. */
  readonly beside: readonly string[];
}

const END = /[.?!\n]\s*$/;

/** Puts a message among others, or between greetings and excuses: always in the same way for the same message. */
export function embedMessage(text: string, { before, after, beside }: Surroundings): string {
  const random = new FixedRandom(hashString(text));
  const pick = (from: readonly string[]): string => from[Math.floor(random.next() * from.length)] ?? '';
  const other = (): string => ended(pick(beside));
  const bare = text.replace(END, '');
  const ways = [
    () => other() + text,
    () => ended(text) + other() + other(),
    () => other() + ended(text) + other(),
    () => `${pick(beside).replace(END, '')} and ${text}`,
    () => pick(before) + text,
    () => bare + pick(after),
    () => pick(before) + bare + pick(after),
  ];
  return pick(ways.map((way) => way()));
}

function ended(text: string): string {
  return END.test(text) ? `${text} ` : `${text}. `;
}
