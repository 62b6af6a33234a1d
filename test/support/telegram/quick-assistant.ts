import { type Assistant, createAssistant } from '../../../src/answering/assistant.ts';
import type { Mind } from '../../../src/answering/mind.ts';
import { SHIPPED_KNOWLEDGE } from '../../../src/app.ts';
import { type AnswerId, answerId } from '../../../src/domain/ids.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { formatProblems } from '../../../src/knowledge/problem.ts';
import type { Matcher } from '../../../src/matching/create-matcher.ts';
import type { Match, RankedCandidate } from '../../../src/matching/match.ts';
import { createTriage } from '../../../src/safety/triage.ts';

let mind: Mind | undefined;

/**
 * An assistant with the shipped texts and the shipped triage. Its matcher understands "tell me about <id>" and
 * nothing else, so that it is ready at once and no new phrasing can break a test; to "unsure" it finds three candidates.
 */
export function quickAssistant(change: Partial<Mind> = {}): Assistant {
  mind ??= loadMind();
  const whole: Mind = { ...mind, ...change };
  return createAssistant(() => whole);
}

export const UNSURE: readonly string[] = ['awake-dose', 'coma-dose', 'treatment-duration'];

function loadMind(): Mind {
  const result = loadKnowledge(SHIPPED_KNOWLEDGE);
  if (!result.ok) throw new Error(formatProblems(result.problems));
  const { content, corpus, safety } = result.knowledge;
  const match = (text: string): Match => {
    const id = answerId(/\btell me about ([a-z0-9-]+)/.exec(text)?.[1] ?? '');
    const answer = content.answers.get(id);
    const sure = answer ? [candidate(id, answer.kind === 'talk', 0.99)] : [];
    const unsure = UNSURE.map((each) => candidate(answerId(each), false, 0.3));
    return { text, candidates: text === 'unsure' ? unsure : sure, corrected: [], foreign: [], signals: [] };
  };
  const matcher: Matcher = { corpus, match, closest: () => [] };
  return { content, matcher, triage: createTriage(safety) };
}

function candidate(id: AnswerId, talk: boolean, confidence: number): RankedCandidate {
  return { id, talk, confidence, signals: [] };
}
