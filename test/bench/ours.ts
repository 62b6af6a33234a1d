import { answerId } from '../../src/domain/ids.ts';
import { type Corpus, NO_FOLLOW_UPS, NO_VOCABULARY, type Tuning } from '../../src/matching/corpus.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import type { Engine } from './engine.ts';

/** Our engine as one of the comparison: with the given vocabulary, or with none for a subject that it does not know. */
export function ours(base?: Corpus, tuning: Tuning = {}, name = 'this matcher'): Engine {
  return {
    name,
    sample: 1,
    async build(entries, offTopic) {
      const matcher = createMatcher({
        intents: entries.map(({ id, phrasings }) => ({ id: answerId(id), group: '', topic: id, phrasings })),
        offTopic,
        vocabulary: base?.vocabulary ?? NO_VOCABULARY,
        followUps: NO_FOLLOW_UPS,
        tuning: { ...base?.tuning, ...tuning },
      });
      return (text) => {
        const { candidates, barrier, fits } = matcher.match(text);
        const refused = barrier?.reason === 'other-language' || barrier?.reason === 'empty';
        return {
          ids: candidates.map(({ id }) => id),
          sure: refused ? 0 : fits,
          confidence: refused ? 0 : (candidates[0]?.confidence ?? 0),
        };
      };
    },
  };
}
