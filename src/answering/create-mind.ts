import type { Content } from '../domain/knowledge.ts';
import type { Corpus } from '../matching/corpus.ts';
import { createMatcher } from '../matching/create-matcher.ts';
import type { Model } from '../matching/model.ts';
import type { SafetyRules } from '../safety/rules.ts';
import { createTriage, type Triage } from '../safety/triage.ts';
import type { Mind } from './mind.ts';
import { withSecondOpinion } from './second-opinion.ts';
import type { Triaged } from './triaged.ts';

/** Words that no phrasing has. It is never answered. */
const MISTYPED = 'helo wrold, qestion abuot somehting';

/** What a mind is made of. A model that is not given is trained, which takes seconds. */
export interface MindParts {
  readonly content: Content;
  readonly corpus: Corpus;
  readonly model?: Model | undefined;
  readonly safety: SafetyRules;
  /** The wordings of the safety classes, for the second opinion. */
  readonly risk: Corpus;
  readonly riskModel?: Model | undefined;
}

/**
 * Makes knowledge ready to answer. Everything that answers or judges questions is made here, so that safety is the same
 * everywhere.
 *
 * @param rules the triage of just these safety rules, where it is compiled already
 */
export function createMind(
  { content, corpus, model, safety, risk, riskModel }: MindParts,
  rules: Triage = createTriage(safety),
): Mind {
  const matcher = createMatcher(corpus, model);
  const triage =
    risk.intents.length > 0
      ? withSecondOpinion(rules, createMatcher(risk, riskModel), matcher)
      : rulesAlone(rules);
  // The first message makes the indexes for mistyped words, which must not count as triage that takes too long.
  triage(MISTYPED);
  return { content, matcher, triage };
}

function rulesAlone(rules: Triage): (text: string) => Triaged {
  return (text) => {
    const { hits, soft } = rules(text);
    return { hits, soft };
  };
}
