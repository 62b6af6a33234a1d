import type { Matcher } from './create-matcher.ts';

/**
 * For the handling of one message, and to be dropped with it: what was ranked or matched once is not done again. Safety
 * asks how plain a question the message is before it is answered, and its cuts often share a part.
 */
export function rememberMatches(matcher: Matcher): Matcher {
  const rank = remember(matcher.rank);
  const match = remember((text) => matcher.match(text, rank(text)));
  return { ...matcher, rank, match };
}

function remember<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const result = made.get(text) ?? make(text);
    made.set(text, result);
    return result;
  };
}
