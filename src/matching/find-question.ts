import type { Matcher } from './create-matcher.ts';
import type { Match } from './match.ts';

/** From so many sentences on, a message is a story around its question. */
const STORY = 3;

/**
 * Matches the only question of a story by itself, where the story as a whole, too long to be sure of, points to the same
 * answer. Undefined when there is no such question: of several, nobody can tell which is meant.
 */
export function findQuestion(text: string, whole: Match, matcher: Matcher): Match | undefined {
  const { sentences } = matcher.read(text);
  const [asked, ...others] = sentences.filter(({ question }) => question);
  if (sentences.length < STORY || !asked || others.length > 0) return undefined;
  const match = matcher.match(asked.text);
  return match.barrier || match.candidates[0]?.id !== whole.candidates[0]?.id ? undefined : match;
}
