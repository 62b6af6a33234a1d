import { textOf } from '../compose-draft.ts';
import type { ContentDraft, Rule } from '../drafts.ts';
import { namesIn, smallWords } from '../measure/names-in.ts';

/** Every name of a person, place, drug or institution in an answer occurs in one of its own quotes. */
export const nameInQuote: Rule = (content) => {
  const free = new Set(content.house.free_names.flatMap((name) => name.split(' ')));
  const known = wordsOfAllTexts(content);
  for (const word of content.house.sentence_starters) known.add(word.toLowerCase());
  return content.medical.flatMap(({ file, title, body, short, citations, lines }) => {
    const quoted = citations.map(({ quote }) => quote).join(' ');
    const parts = [
      { part: 'title', text: title },
      { part: 'body', text: textOf(body) },
      { part: 'short', text: textOf(short) },
    ] as const;
    return parts.flatMap(({ part, text }) =>
      [...new Set(namesIn(text, known))]
        .filter((name) => !free.has(name) && !quoted.includes(name))
        .map((name) => ({
          file,
          line: lines[part],
          rule: 'name-in-quote',
          message: `The ${part} names "${name}", but no quote of this answer does: quote it, or take it out.`,
        })),
    );
  });
};

function wordsOfAllTexts({ medical, talk, notices, document }: ContentDraft): Set<string> {
  const texts = [...medical, ...talk, ...notices].map(({ body }) => textOf(body));
  const titles = medical.map(({ title, short }) => `${title} ${textOf(short)}`);
  return smallWords([...texts, ...titles, ...document]);
}
