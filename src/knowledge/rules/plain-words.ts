import type { Block } from '../../domain/rich-text.ts';
import { composeDraft, textOf } from '../compose-draft.ts';
import type { ContentDraft, Rule } from '../drafts.ts';
import { readingGrade } from '../measure/reading-grade.ts';

/** Every text can be read at the house's Flesch-Kincaid grade. */
export const plainWords: Rule = (content) =>
  textsOf(content).flatMap(({ file, line, name, text }) => {
    const grade = readingGrade(text);
    if (grade <= content.house.reading_grade) return [];
    const message = `${name} has Flesch-Kincaid grade ${grade.toFixed(1)}, at most ${content.house.reading_grade}: shorter sentences, shorter words.`;
    return [{ file, line, rule: 'plain-words', message }];
  });

function textsOf(content: ContentDraft): { file: string; line: number; name: string; text: string }[] {
  const read = (blocks: readonly Block[]): string =>
    textOf(blocks.filter((block) => block.kind !== 'quote' && block.kind !== 'heading'));
  return [
    ...content.medical.flatMap((answer) => {
      const composed = composeDraft(content, answer);
      const { file, lines } = answer;
      return (['body', 'short'] as const).map((part) => ({
        file,
        line: lines[part],
        name: `The ${part} with its caveats`,
        text: read(composed[part]),
      }));
    }),
    ...content.talk.map(({ file, lines, body }) => ({
      file,
      line: lines.body,
      name: 'The body',
      text: read(body),
    })),
    ...content.safety.flatMap(({ file, forms }) =>
      [...forms].map(([form, { body, line }]) => ({
        file,
        line,
        name: `The form "${form}"`,
        text: read(body),
      })),
    ),
    ...content.notices.map(({ id, body, file, line }) => ({ file, line, name: `"${id}"`, text: read(body) })),
    ...Object.entries(content.caveats.levels).map(([id, { text }]) => ({
      file: 'content/caveats.yaml',
      line: content.caveatLines[id] ?? 1,
      name: `The caveat "${id}"`,
      text,
    })),
  ];
}
