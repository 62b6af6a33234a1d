import type { Decision } from '../domain/decision.ts';
import { Reply } from '../domain/reply.ts';
import { recently } from './conversation.ts';
import type { Turn } from './turn.ts';

const COURTESIES: ReadonlySet<string> = new Set(['thanks', 'goodbye']);

/**
 * The reply to thanks or goodbye within the hour after an emergency or crisis text: a wish for a gentle day would mock
 * whoever is in danger, so it says once more where help is. Undefined for all else.
 */
export function answerCourtesy({ mind, before, below, now }: Turn, decision: Decision): Reply | undefined {
  if (decision.kind !== 'talk' || !COURTESIES.has(decision.id)) return undefined;
  const { notices, standing } = mind.content;
  if (recently(before, 'medical-emergency', now)) {
    return Reply.notice(notices['after-emergency'], standing, { below });
  }
  // The support line, which stands under other answers now, would say the same twice.
  return recently(before, 'crisis', now) ? Reply.notice(notices['after-crisis'], standing) : undefined;
}
