import { isNonEmpty } from '../domain/non-empty.ts';
import { type Block, blockText } from '../domain/rich-text.ts';
import { type SectionCaveat, sectionBlocks } from '../domain/section-blocks.ts';
import type { ContentDraft, MedicalDraft } from './drafts.ts';

/** The caveat of an answer as it will be shown, or of any level by name. */
export function caveatOf(content: ContentDraft, level: MedicalDraft['level']): SectionCaveat {
  const { label, sign, text, place, quote } = content.caveats.levels[level];
  return { label: sign ? `${sign} ${label}` : label, text, place, quoteLabel: quote };
}

/** An answer in both its forms, put together as members will read it. */
export function composeDraft(content: ContentDraft, answer: MedicalDraft): Record<'body' | 'short', Block[]> {
  const caveat = caveatOf(content, answer.level);
  const standing: Block = { kind: 'standing', text: content.caveats.standing.text };
  const compose = (body: readonly Block[], citations: MedicalDraft['citations']): Block[] =>
    isNonEmpty(body) ? [...sectionBlocks({ title: answer.title, body, citations }, caveat), standing] : [];
  return { body: compose(answer.body, answer.citations), short: compose(answer.short, []) };
}

/** Blocks as one text, with blank lines between them. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n\n');
}
