import { type Assistant, createAssistant } from '../../../src/answering/assistant.ts';
import type { Mind } from '../../../src/answering/mind.ts';
import { type AnswerId, answerId } from '../../../src/domain/ids.ts';
import type { Match, RankedCandidate } from '../../../src/matching/match.ts';
import { shippedApp } from '../shipped.ts';

/**
 * An assistant with the shipped texts and the shipped triage. Its matcher understands "tell me about <id>" and nothing
 * else, so that no new phrasing can break a test; to "unsure" it finds three candidates.
 */
export function quickAssistant(change: Partial<Mind> = {}): Assistant {
  const shipped = shippedApp().mind();
  const match = (text: string): Match => {
    const id = answerId(/\btell me about ([a-z0-9-]+)/.exec(text)?.[1] ?? '');
    const answer = shipped.content.answers.get(id);
    const sure = answer ? [candidate(id, answer.kind === 'talk', 0.99)] : [];
    const unsure = UNSURE.map((each) => candidate(answerId(each), false, 0.3));
    const fits = sure.length > 0 || text === 'unsure' ? 1 : 0;
    return {
      text,
      fits,
      candidates: text === 'unsure' ? unsure : sure,
      corrected: [],
      foreign: [],
      signals: [],
      evidence: [],
    };
  };
  const mind: Mind = { ...shipped, matcher: { ...shipped.matcher, match }, ...change };
  return createAssistant(() => mind);
}

export const UNSURE: readonly string[] = ['awake-dose', 'coma-dose', 'treatment-duration'];

function candidate(id: AnswerId, talk: boolean, confidence: number): RankedCandidate {
  return { id, talk, confidence, score: 0 };
}
