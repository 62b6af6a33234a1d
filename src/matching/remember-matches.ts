import type { Matcher } from './create-matcher.ts';

/** For one message, and to be dropped with it: the ways in which it may be cut often share a part, which is matched once. */
export function rememberMatches(matcher: Matcher): Matcher {
  const made = new Map<string, ReturnType<Matcher['match']>>();
  const match = (text: string): ReturnType<Matcher['match']> => {
    const result = made.get(text) ?? matcher.match(text);
    made.set(text, result);
    return result;
  };
  return { ...matcher, match };
}
