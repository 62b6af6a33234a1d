import type { Button } from '../domain/button.ts';
import type { Answer, MedicalAnswer } from '../domain/curated.ts';
import type { AnswerId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import type { Extras } from '../domain/reply-parts.ts';

/**
 * Numbered titles in the text, and a button for each, one a row. Nothing when there are no candidates.
 *
 * @param open what the button of an answer does
 */
export function choicesOf(
  content: Content,
  ids: readonly AnswerId[],
  open: (id: AnswerId) => Button['action'] = (id) => ({ do: 'answer', id }),
  close: Button['action'] = { do: 'none' },
): Pick<Extras, 'buttons' | 'choices'> {
  const from = answersOf(content, ids);
  if (!isNonEmpty(from)) return {};
  const none: Button = { label: content.labels['none-of-these'], action: close };
  return {
    choices: { from, none: content.notices['none-of-these'] },
    buttons: [...from.map(({ id, label }) => [{ label, action: open(id) }]), [none]],
  };
}

/** The answers of these ids that exist. */
export function answersOf(content: Content, ids: readonly AnswerId[]): Answer[] {
  return ids.flatMap((id) => content.answers.get(id) ?? []);
}

/** Those of them that are about the treatment. */
export function medicalOf(content: Content, ids: readonly AnswerId[]): MedicalAnswer[] {
  return answersOf(content, ids).filter((answer) => answer.kind !== 'talk');
}
