import { textOf } from '../compose-draft.ts';
import type { ContentDraft, Rule } from '../drafts.ts';
import { sentencesOf } from '../measure/sentences-of.ts';

/** Words that claim what the document does not support stand only where the sentence denies, doubts or asks. */
export const noUnprovenClaim: Rule = (content) =>
  textsOf(content).flatMap(({ file, line, text }) =>
    content.house.banned_claims.flatMap(({ word, unless }) =>
      sentencesOf(text)
        .filter((sentence) => claims(sentence.toLowerCase(), word, unless))
        .map((sentence) => ({
          file,
          line,
          rule: 'no-unproven-claim',
          message: `"${word}" is said as a claim: "${sentence}". Say what the document says, or deny it.`,
        })),
    ),
  );

function claims(sentence: string, word: string, unless: readonly string[]): boolean {
  const at = sentence.search(new RegExp(`\\b${word}\\b`));
  if (at < 0) return false;
  const before = sentence.slice(0, at);
  return (
    !sentence.endsWith('?') && !unless.some((excuse) => new RegExp(`\\b${excuse}(?:\\b|n[’']t)`).test(before))
  );
}

function textsOf({
  medical,
  talk,
  safety,
  notices,
}: ContentDraft): { file: string; line: number; text: string }[] {
  return [
    ...medical.flatMap(({ file, lines, title, body, short }) => [
      { file, line: lines.title, text: title },
      { file, line: lines.body, text: textOf(body) },
      { file, line: lines.short, text: textOf(short) },
    ]),
    ...talk.map(({ file, lines, body }) => ({ file, line: lines.body, text: textOf(body) })),
    ...safety.flatMap(({ file, forms }) =>
      [...forms.values()].map(({ body, line }) => ({ file, line, text: textOf(body) })),
    ),
    ...notices.map(({ file, line, body }) => ({ file, line, text: textOf(body) })),
  ];
}
