/** Titles of shipped answers: each is asked word for word, and stands in the first line of its answer. */
const TITLES = [
  'What is CRPS?',
  'What kind of drug is ketamine?',
  'What is the coma method?',
  'How good are the studies?',
  'Who came up with this treatment?',
  'Is ketamine a cure for CRPS?',
  'What is the awake method?',
  'What did the ten-day study find?',
  'How long does relief last?',
  'Does ketamine infusion help?',
] as const;

/** Questions that one chat asks, one after the other. */
export const PER_CHAT = 5;

/** What the chat of a number asks; never the same twice. */
export function questionsOf(chat: number): readonly string[] {
  return Array.from({ length: PER_CHAT }, (_, i) => TITLES[(chat * 3 + i) % TITLES.length] ?? '');
}

/** Which question a message answers; undefined for any other message. */
export function answersWhich(text: string): string | undefined {
  const [first = ''] = text.split('\n');
  return TITLES.find((title) => first.endsWith(title));
}
