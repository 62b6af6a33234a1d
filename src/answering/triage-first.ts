import type { SafetyHit } from '../domain/decision.ts';
import type { TriageResult } from '../safety/triage.ts';
import type { Clock } from './clock.ts';

/** Longer than this, and triage counts as failed: the message may hide something that was not found in time. */
const BUDGET_MS = 200;
/** A machine that was busy or asleep is no emergency: what took too long once is tried a second time. */
const TRIES = 2;

const FAILED: SafetyHit = { class: 'medical-emergency', rule: 'triage-failed', who: 'self', explicit: false };

/**
 * Triage that cannot fail silently: when it throws or takes too long twice, the message counts as an emergency, so that
 * the fixed emergency text goes out and nothing else. `onFailure` is told, without the text.
 */
export function triageFirst(
  triage: (text: string) => TriageResult,
  text: string,
  clock: Clock,
  onFailure: (error: unknown) => void,
): TriageResult {
  try {
    let took = 0;
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const start = clock.elapsed();
      const result = triage(text);
      took = clock.elapsed() - start;
      if (took <= BUDGET_MS) return result;
    }
    onFailure(new Error(`Triage took ${Math.round(took)} ms, more than ${BUDGET_MS} ms.`));
  } catch (error) {
    onFailure(error);
  }
  return { hits: [FAILED], soft: undefined, plain: '' };
}
