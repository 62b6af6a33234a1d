import type { MedicalAnswer } from '../domain/curated.ts';
import type { Content } from '../domain/knowledge.ts';
import type { NonEmpty } from '../domain/non-empty.ts';
import { isPublic, type Surface } from '../domain/question.ts';
import type { Section } from '../domain/reply-parts.ts';

/** Joins each answer with the caveat of its level, in the form that the surface calls for. */
export function chooseCaveats(
  content: Content,
  answers: NonEmpty<MedicalAnswer>,
  surface: Surface,
): NonEmpty<Section> {
  const section = (answer: MedicalAnswer): Section => ({
    answer,
    caveat: content.levels[answer.level],
    form: isPublic(surface) || surface === 'ephemeral' ? 'short' : 'full',
  });
  const [first, ...rest] = answers;
  return [section(first), ...rest.map(section)];
}
