import type { Button } from '../domain/button.ts';
import type { Answer, MedicalAnswer } from '../domain/curated.ts';
import type { AnswerId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import type { Extras } from '../domain/reply-parts.ts';
import { listCaveats } from './list-caveats.ts';

/**
 * Numbered titles in the text, and a button for each, one a row, with the caveat of what they name. Nothing when there
 * are no candidates.
 *
 * @param open what the button of an answer does
 * @param close what "None of these" does; false: it is left out, because nobody would hear of it
 */
export function choicesOf(
  content: Content,
  ids: readonly AnswerId[],
  open: (id: AnswerId) => Button['action'] = (id) => ({ do: 'answer', id }),
  close: Button['action'] | false = { do: 'none' },
): Pick<Extras, 'buttons' | 'choices' | 'caveats'> {
  const from = answersOf(content, ids);
  if (!isNonEmpty(from)) return {};
  const buttons = from.map(({ id, label }): Button[] => [{ label, action: open(id) }]);
  const caveats = listCaveats(content, from);
  if (close === false) return { choices: { from }, buttons, caveats };
  const none: Button = { label: content.labels['none-of-these'], action: close };
  return {
    choices: { from, none: content.notices['none-of-these'] },
    buttons: [...buttons, [none]],
    caveats,
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
