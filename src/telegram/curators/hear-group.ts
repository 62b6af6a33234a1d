import type { Message } from 'grammy/types';
import type { Outcome } from '../../answering/respond.ts';
import type { GroupSettings } from '../../domain/stores.ts';
import type { Decided } from '../groups/answer-group.ts';
import type { Desk } from '../groups/desk.ts';
import { whisperIdOf } from '../groups/scene.ts';
import { askerOf, hear } from './hear.ts';

/**
 * Counts what became of a question in a group, and keeps it where it stayed open. Not where the group has switched that
 * off, and not what only one member could see.
 *
 * @param message the one that holds the question: its writer is who asked
 */
export function hearGroup(
  { keeper, assistant }: Desk,
  { keepUnanswered }: GroupSettings,
  text: string,
  outcome: Decided | Outcome,
  message: Message | undefined,
): void {
  if (!keeper) return;
  keeper.count(outcome.decision);
  const asker = keepUnanswered && whisperIdOf(message) === undefined ? askerOf(message) : undefined;
  const asked = asker && 'judged' in outcome ? hear(assistant, text, outcome, asker) : undefined;
  if (asked) keeper.keep(asked, false);
}
