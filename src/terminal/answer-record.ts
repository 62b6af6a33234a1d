import type { Outcome } from '../answering/respond.ts';
import type { Candidate } from '../domain/decision.ts';
import { answerId } from '../domain/ids.ts';
import { idsOf } from '../domain/ids-of.ts';
import type { Content } from '../domain/knowledge.ts';
import { plainText } from '../rendering/plain-text.ts';

/** One line of `ask --json`. Other programs rely on these fields. */
export interface AnswerRecord {
  readonly question: string;
  readonly kind: Outcome['decision']['kind'];
  readonly ids: readonly string[];
  readonly confidence: number;
  readonly suggestions: readonly {
    readonly id: string;
    readonly title: string;
    readonly confidence: number;
  }[];
  /** What a member would read, caveats included; empty for silence. */
  readonly text: string;
  readonly caveats: readonly string[];
  readonly citations: readonly { readonly paragraph: number; readonly quote: string }[];
  /** Time of the answer in milliseconds. */
  readonly ms: number;
}

export function answerRecord(content: Content, question: string, outcome: Outcome, ms: number): AnswerRecord {
  const { decision, reply } = outcome;
  const ids = idsOf(decision);
  return {
    question,
    kind: decision.kind,
    ids,
    confidence: round('confidence' in decision ? decision.confidence : 1, 3),
    suggestions: suggestionsOf(decision).map(({ id, confidence }) => ({
      id,
      title: content.answers.get(id)?.title ?? id,
      confidence: round(confidence, 3),
    })),
    text: reply ? plainText(reply) : '',
    caveats: reply?.caveats ?? [],
    citations: ids.flatMap((id) => citationsOf(content, id)),
    ms: round(ms, 2),
  };
}

function citationsOf(content: Content, id: string): AnswerRecord['citations'] {
  const answer = content.answers.get(answerId(id));
  return answer && answer.kind !== 'talk' ? answer.citations.map((citation) => ({ ...citation })) : [];
}

function suggestionsOf(decision: Outcome['decision']): readonly Candidate[] {
  if (decision.kind === 'suggestions') return decision.candidates;
  return decision.kind === 'safety' ? decision.offer : [];
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
