import type { AnswerId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';

/**
 * The answers whose headings stand in a text of the bot, in their order: "Unproven · What is the coma method?". For
 * messages that nobody has noted, such as those of inline mode, or of before a restart without a store.
 */
export function findHeadings({ answers }: Content, text: string): readonly AnswerId[] {
  const all = [...answers.values()].filter(({ kind }) => kind !== 'talk');
  return text
    .split('\n')
    .flatMap((line) => all.filter(({ title }) => line.trim().endsWith(` · ${title}`)).map(({ id }) => id));
}
