import type { SafetyHit } from '../domain/decision.ts';
import type { Clock } from './clock.ts';
import type { Triaged } from './triaged.ts';

/** Longer than this, and triage counts as failed: the message may hide something that was not found in time. */
const BUDGET_MS = 200;
/** A machine that was busy or asleep is no emergency: what took too long once is tried a second time. */
const TRIES = 2;

const FAILED: SafetyHit = { class: 'medical-emergency', rule: 'triage-failed', who: 'self', explicit: false };

/** Whether a message counts as an emergency only because it could not be judged. */
export function isFailure({ hits }: Pick<Triaged, 'hits'>): boolean {
  return hits.some((hit) => hit.rule === FAILED.rule);
}

/**
 * Triage that cannot fail silently: when it throws or takes too long twice, the message counts as an emergency, so that
 * the fixed emergency text goes out and nothing else. `onFailure` is told, without the text.
 */
export function triageFirst(
  triage: (text: string) => Triaged,
  text: string,
  clock: Clock,
  onFailure: (error: unknown) => void,
): Triaged {
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
  return { hits: [FAILED], soft: undefined };
}
