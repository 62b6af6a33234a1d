import type { Corpus } from './corpus.ts';
import { createDetectLanguage } from './detect-language.ts';
import { createFeatureBags, extractFeatures, pairFeature } from './extract-features.ts';
import { findBarrier } from './find-barrier.ts';
import { createFindClosest } from './find-closest.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import type { ClosePhrasing, Match, RankedCandidate } from './match.ts';
import { measureSignals, SIGNALS, type SignalName } from './measure-signals.ts';
import { featureTable, type Model } from './model.ts';
import { type Message, readMessage, type Word } from './read-message.ts';
import { createRepair, NO_REPAIR } from './repair-word.ts';
import { probabilities, probabilityOfFit, rankScores, scoreVector } from './score-vector.ts';
import { toVector, type Vector } from './to-vector.ts';
import { trainModel } from './train-model.ts';
import { constants } from './tuning.ts';
import { weighEvidence } from './weigh-evidence.ts';

/** How sure of each answer, with what that was read from. */
export interface Ranking extends Pick<Match, 'fits' | 'candidates'> {
  readonly message: Message;
  readonly vector: Vector;
  readonly measured: Readonly<Record<SignalName, number>>;
  /** Number of the class with the highest score. */
  readonly best: number;
}

/** Matches messages against one corpus. Deterministic: the same message always gives the same match. */
export interface Matcher {
  readonly corpus: Corpus;
  match(text: string): Match;
  /** As {@link match}, without the reasons: how sure of each answer, and whether any fits. Takes less time. */
  rank(text: string): Ranking;
  /** The message as the matcher reads it: sentences, repaired words, terms of the vocabulary. */
  read(text: string): Message;
  /** What the matcher knows about words. */
  readonly lexicon: Lexicon;
  /** The phrasings of the likeliest answers that look most like the message, best first: for `--explain`. */
  closest(text: string, count: number): ClosePhrasing[];
}

/** Answers whose phrasings are searched for the closest. */
const LIKELY = 8;

/**
 * @param trained the model for exactly this corpus; trained on the spot when it is not given
 */
export function createMatcher(corpus: Corpus, trained?: Model): Matcher {
  const model = trained ?? trainModel(corpus);
  const lexicon = compileLexicon(corpus.vocabulary, model.words);
  const tuned = constants(corpus);
  const table = featureTable(model);
  const follows = (first: string, second: string): boolean =>
    table.rowOf(pairFeature(first, second, lexicon)) >= 0;
  const repair =
    tuned.repair > 0
      ? createRepair(lexicon.known, lexicon.wordlike, 2, tuned.beside > 0 ? follows : undefined)
      : NO_REPAIR;
  const language = createDetectLanguage(lexicon, repair);
  const bags = createFeatureBags();
  const readBefore = new Map<string, Word>();
  const reading = {
    lexicon,
    repair,
    context: tuned.context,
    openings: tuned.openings > 0,
    foreignUpTo: 0,
    readBefore,
  };
  const read = (text: string): Message => readMessage(text, reading);
  const vectorOf = (message: Message): Vector => {
    extractFeatures(message, lexicon, bags);
    return toVector(bags, table, tuned);
  };
  const answers = corpus.intents.map(({ id, group }) => ({ id, talk: group === 'talk' }));

  const scores = new Float64Array(model.classes.length);
  const rank = (text: string): Ranking => {
    const message = read(text);
    const vector = vectorOf(message);
    scoreVector(model, vector, scores);
    const order = rankScores(scores, answers.length);
    const measured = measureSignals(message, vector, scores, order[0] ?? 0, model);
    const fits = probabilityOfFit(measured, tuned);
    const shares = probabilities(scores, order, tuned.sharpness);
    const candidates: RankedCandidate[] = [];
    for (let place = 0; place < order.length; place += 1) {
      const i = order[place] as number;
      const { id, talk } = answers[i] as Pick<RankedCandidate, 'id' | 'talk'>;
      candidates.push({ id, talk, confidence: fits * (shares[place] ?? 0), score: scores[i] ?? 0 });
    }
    return { message, vector, best: order[0] ?? 0, measured, fits, candidates };
  };
  const match = (text: string): Match => {
    const { message, vector, best, measured, fits, candidates } = rank(text);
    const barrier = findBarrier(text, message, lexicon, language);
    return {
      text: message.text,
      fits,
      candidates,
      ...(barrier ? { barrier } : {}),
      ...oddWords(message),
      signals: [{ name: 'fits', value: fits }, ...SIGNALS.map((name) => ({ name, value: measured[name] }))],
      evidence: weighEvidence(vector, model, best),
    };
  };

  const findClosest = createFindClosest(corpus.intents, (text) => vectorOf(read(text)));
  const closest = (text: string, count: number): ClosePhrasing[] => {
    const likely = match(text).candidates.slice(0, LIKELY);
    return findClosest(
      text,
      likely.map(({ id }) => id),
      count,
    );
  };
  return { corpus, lexicon, match, rank, read, closest };
}

/** What was read otherwise than typed, and what is not known here. */
function oddWords(message: Message): Pick<Match, 'corrected' | 'foreign'> {
  const words = message.sentences.flatMap((sentence) => sentence.words);
  return {
    corrected: words
      .filter(({ typed, text }) => typed !== text)
      .map(({ typed, text }) => ({ typed, read: text })),
    foreign: words.filter(({ foreign, garbled }) => foreign || garbled).map(({ text }) => text),
  };
}
