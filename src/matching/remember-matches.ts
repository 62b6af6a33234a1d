import type { Matcher } from './create-matcher.ts';
import { remember } from './remember.ts';

/** For one message, and to be dropped with it: the ways in which it may be cut often share a part, which is matched once. */
export function rememberMatches(matcher: Matcher): Matcher {
  return { ...matcher, match: remember(matcher.match) };
}
