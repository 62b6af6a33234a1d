import type { Corpus } from '../../matching/corpus.ts';
import type { ContentDraft } from '../drafts.ts';
import type { Problem } from '../problem.ts';

/**
 * Every answer can be asked for in enough wordings, and everything that is asked for has an answer.
 *
 * @param unread files of phrasings that cannot be read
 */
export function intentPerAnswer(
  { medical, talk, unread: unreadAnswers, house }: ContentDraft,
  { intents }: Corpus,
  unread: ReadonlySet<string> = new Set(),
): Problem[] {
  const rule = 'intent-per-answer';
  const answers = [...medical, ...talk];
  const ids = new Set<string>([...answers, ...unreadAnswers].map((answer) => answer.id));
  const asked = new Map(intents.map((intent) => [intent.id as string, intent]));
  return [
    ...intents
      .filter(({ id }) => !ids.has(id))
      .map(({ id, group }) => ({
        file: `intents/${group}/${id}.yaml`,
        line: 1,
        rule,
        message: `There is no answer content/answers/…/${id}.md for these phrasings.`,
      })),
    ...answers.flatMap(({ id, group }) => {
      const file = `intents/${group}/${id}.yaml`;
      const count = asked.get(id)?.phrasings.length;
      if (count === undefined) {
        if (unread.has(file)) return [];
        return [{ file, line: 1, rule, message: `The answer "${id}" has no phrasings: add this file.` }];
      }
      if (count >= house.phrasings_per_answer) return [];
      const message = `"${id}" has ${count} phrasings, at least ${house.phrasings_per_answer} are needed to find it.`;
      return [{ file, line: 1, rule, message }];
    }),
  ];
}
