import type { AnswerId } from '../domain/ids.ts';
import type { Corpus, Intent } from './corpus.ts';
import { createDetectLanguage } from './detect-language.ts';
import { createFeatureBags, extractFeatures } from './extract-features.ts';
import { findBarrier } from './find-barrier.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import type { ClosePhrasing, Correction, Match, RankedCandidate } from './match.ts';
import { measureSignals, SIGNALS, type SignalName } from './measure-signals.ts';
import { featureTable, type Model } from './model.ts';
import { type Message, readMessage } from './read-message.ts';
import { createRepair } from './repair-word.ts';
import { toVector, type Vector } from './to-vector.ts';
import { trainModel } from './train-model.ts';
import { type Constants, constants } from './tuning.ts';

/** Matches messages against one corpus. Deterministic: the same message always gives the same match. */
export interface Matcher {
  readonly corpus: Corpus;
  match(text: string): Match;
  /** The message as the matcher reads it: sentences, repaired words, terms of the vocabulary. */
  read(text: string): Message;
  /** What the matcher knows about words. */
  readonly lexicon: Lexicon;
  /** The phrasings of the likeliest answers that look most like the message, best first: for `--explain`. */
  closest(text: string, count: number): ClosePhrasing[];
}

/** Answers whose phrasings are searched for the closest. */
const LIKELY = 8;

interface Shelved extends Vector {
  readonly phrasing: string;
}

/**
 * @param trained the model for exactly this corpus; trained on the spot when it is not given
 */
export function createMatcher(corpus: Corpus, trained?: Model): Matcher {
  const model = trained ?? trainModel(corpus);
  const lexicon = compileLexicon(corpus.vocabulary, model.words);
  const tuned = constants(corpus.tuning);
  const table = featureTable(model);
  const repair = createRepair(lexicon.known, lexicon.wordlike);
  const language = createDetectLanguage(lexicon, repair);
  const reading = { lexicon, repair, context: tuned.context, foreignUpTo: 0 };
  const bags = createFeatureBags();
  const vectorOf = (message: Message): Vector => {
    extractFeatures(message, lexicon, bags);
    return toVector(bags, table, tuned);
  };
  const talk = new Set(corpus.intents.filter(({ group }) => group === 'talk').map(({ id }) => id));

  const match = (raw: string): Match => {
    const message = readMessage(raw, reading);
    const vector = vectorOf(message);
    const scores = score(model, vector);
    const order = ranking(scores, corpus.intents.length);
    const measured = measureSignals(message, vector, scores, order[0] ?? 0, model);
    const fits = accept(measured, tuned);
    const probabilities = softmax(scores.subarray(0, corpus.intents.length), tuned.sharpness);
    const candidates = order.flatMap((i): RankedCandidate[] => {
      const id = corpus.intents[i]?.id;
      if (id === undefined) return [];
      const confidence = fits * (probabilities[i] ?? 0);
      return [{ id, confidence, talk: talk.has(id), score: scores[i] ?? 0 }];
    });
    const words = message.sentences.flatMap((sentence) => sentence.words);
    const barrier = findBarrier(raw, message, lexicon, language);
    return {
      text: message.text,
      fits,
      candidates,
      ...(barrier ? { barrier } : {}),
      corrected: words
        .filter((w) => w.typed !== w.text)
        .map((w): Correction => ({ typed: w.typed, read: w.text })),
      foreign: words.filter((w) => w.foreign || w.garbled).map((w) => w.text),
      signals: [{ name: 'fits', value: fits }, ...SIGNALS.map((name) => ({ name, value: measured[name] }))],
    };
  };

  const shelves = new Map<AnswerId, readonly Shelved[]>();
  const shelf = ({ id, phrasings }: Intent): readonly Shelved[] => {
    const vectors =
      shelves.get(id) ??
      phrasings.map((phrasing) => ({ phrasing, ...vectorOf(readMessage(phrasing, reading)) }));
    shelves.set(id, vectors);
    return vectors;
  };
  const closest = (raw: string, count: number): ClosePhrasing[] => {
    const vector = vectorOf(readMessage(raw, reading));
    const own = new Map(vector.rows.map((row, i) => [row, vector.values[i] ?? 0]));
    const likely = new Set(
      match(raw)
        .candidates.slice(0, LIKELY)
        .map(({ id }) => id),
    );
    return corpus.intents
      .filter(({ id }) => likely.has(id))
      .flatMap((intent) =>
        shelf(intent).map(({ phrasing, rows, values }): ClosePhrasing => {
          const similarity = rows.reduce((sum, row, i) => sum + (own.get(row) ?? 0) * (values[i] ?? 0), 0);
          return { id: intent.id, phrasing, similarity };
        }),
      )
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, count);
  };
  return { corpus, lexicon, match, read: (raw) => readMessage(raw, reading), closest };
}

function score(model: Model, { rows, values }: Vector): Float64Array {
  const classes = model.classes.length;
  const scores = new Float64Array(classes);
  for (let j = 0; j < rows.length; j += 1) {
    const row = rows[j] as number;
    const value = (values[j] as number) * (model.scales[row] as number);
    const base = row * classes;
    for (let c = 0; c < classes; c += 1)
      scores[c] = (scores[c] as number) + value * (model.weights[base + c] as number);
  }
  return scores;
}

/** Classes by score, best first; the class of off-topic messages is not among them. */
function ranking(scores: Float64Array, count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  return order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/** Probability that some answer fits. */
function accept(measured: Readonly<Record<SignalName, number>>, tuned: Constants): number {
  let logit = tuned['fit-base'];
  for (const name of SIGNALS) logit += tuned[`fit-${name}`] * measured[name];
  return 1 / (1 + Math.exp(-logit));
}

function softmax(scores: Float64Array, sharpness: number): Float64Array {
  const top = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(sharpness * (value - top)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((value) => value / sum);
}
