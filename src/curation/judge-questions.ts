import { decideQuestion } from '../answering/decide-question.ts';
import type { Mind } from '../answering/mind.ts';
import type { Decision } from '../domain/decision.ts';
import type { Labelled } from './read-labelled.ts';

/** What became of a labelled question. */
export interface Verdict {
  /**
   * How good that is for the asker: 3 right · 2 the right answer is among the choices, or choices where nothing fits ·
   * 1 the question is left open · 0 a wrong answer.
   */
  readonly rank: 0 | 1 | 2 | 3;
  /** In words, such as `awake-dose`, `choices`, `no answer`. The same words mean the same outcome. */
  readonly outcome: string;
}

/** Asks every question once, each by itself and in private. The order of the verdicts is that of the questions. */
export function judgeQuestions(mind: Mind, questions: readonly Labelled[]): readonly Verdict[] {
  return questions.map((question) => judgeQuestion(mind, question));
}

/** What becomes of one question. */
export function judgeQuestion(mind: Mind, { text, wanted }: Pick<Labelled, 'text' | 'wanted'>): Verdict {
  const { hits } = mind.triage(text);
  const [first] = hits;
  if (first) return { rank: wanted === undefined ? 3 : 1, outcome: `safety (${first.class})` };
  return judge(decideQuestion(mind, text, 'private', undefined).decision, wanted);
}

function judge(decision: Decision, wanted: string | undefined): Verdict {
  switch (decision.kind) {
    case 'answer':
    case 'talk': {
      const ids: readonly string[] = decision.kind === 'answer' ? decision.ids : [decision.id];
      return { rank: wanted !== undefined && ids.includes(wanted) ? 3 : 0, outcome: ids.join(' + ') };
    }
    case 'suggestions': {
      if (wanted === undefined) return { rank: 2, outcome: 'choices' };
      const there = decision.candidates.some(({ id }) => id === wanted);
      return there
        ? { rank: 2, outcome: 'choices, the right one among them' }
        : { rank: 1, outcome: 'choices without the right one' };
    }
    default:
      return { rank: wanted === undefined ? 3 : 1, outcome: 'no answer' };
  }
}
