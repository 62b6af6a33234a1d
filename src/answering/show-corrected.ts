import type { AnswerId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import type { Reply } from '../domain/reply.ts';
import { medicalOf } from './choices.ts';
import { composeReply } from './compose-reply.ts';

/**
 * Answers as they read now, in the form in which they were posted, and under them when the last correction was. For
 * copies that were posted before it. Undefined when none of the answers is left.
 */
export function showCorrected(
  content: Content,
  ids: readonly AnswerId[],
  form: 'full' | 'short',
): Reply | undefined {
  const left = medicalOf(content, ids).map(({ id }) => id);
  if (!isNonEmpty(left)) return undefined;
  const dated = left.flatMap((id) => content.corrections.get(id) ?? []);
  const [latest] = dated.sort((a, b) => (a.date < b.date ? 1 : -1));
  const surface = form === 'full' ? 'private' : 'group';
  const below = latest ? [latest.line] : [];
  return composeReply(content, { kind: 'answer', ids: left, confidence: 1 }, surface, below);
}
