import type { AnswerId } from '../domain/ids.ts';
import type { Matcher } from './create-matcher.ts';
import type { Match } from './match.ts';

/** Matches a message that leans on the last answer in its light; undefined when it stands alone. */
export function resolveFollowUp(_text: string, _lastId: AnswerId, _matcher: Matcher): Match | undefined {
  return undefined;
}
