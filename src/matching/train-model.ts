import { addBayes } from './add-bayes.ts';
import type { Corpus } from './corpus.ts';
import {
  createFeatureBags,
  extractFeatures,
  type FeatureBags,
  GROUPS,
  type Group,
} from './extract-features.ts';
import { FeatureCounts } from './feature-counts.ts';
import { hashString } from './hash.ts';
import { layOut } from './hash-slots.ts';
import { compileLexicon, countWords, type WordCounts } from './lexicon.ts';
import { makeSlips } from './make-slips.ts';
import { featureTable, type Model, OFF_TOPIC, quantise } from './model.ts';
import { readMessage, type Word } from './read-message.ts';
import { createRepair, NO_REPAIR, type Repair } from './repair-word.ts';
import { type FeatureList, type Features, type FeatureTable, toVector } from './to-vector.ts';
import { type Examples, trainLinear } from './train-linear.ts';
import { trainNetwork } from './train-network.ts';
import { type Constants, constants } from './tuning.ts';

/** Weight of a feature that no phrasing has, beside one that a single phrasing has. */
const UNKNOWN = 0.7;
/** Slips of the fingers in those messages that are learnt once more with slips. */
const SLIPS = 2;
/** Chooses which messages those are. */
const SLIP_SEED = 0x51ed270b;

/** Trains on the phrasings and the off-topic messages. The same corpus always gives the same model. */
export function trainModel(corpus: Corpus): Model {
  const tuned = constants(corpus);
  const words = countWords(corpus);
  const classes = [...corpus.intents.map(({ id }) => id as string), OFF_TOPIC];
  const { examples, ...counts } = readExamples(corpus, words, tuned);
  return {
    classes,
    ...counts,
    ...fitWeights(examples, counts.idf.length, classes.length, tuned),
    words,
    knowsOffTopic: corpus.offTopic.length > 0,
  };
}

/** All messages as vectors. What was noted on the way, hundreds of megabytes, is let go before the weights are fitted. */
function readExamples(
  corpus: Corpus,
  words: WordCounts,
  tuned: Constants,
): Pick<Model, 'slots' | 'idf' | 'unknownIdf'> & { readonly examples: Examples } {
  const lexicon = compileLexicon(corpus.vocabulary, words);
  const offTopic = corpus.intents.length;
  const bags = createFeatureBags();
  const repair = createRepair(words.known, lexicon.wordlike, 1);
  const labels: number[] = [];
  const keys: number[] = [];
  const messages: Kept[] = [];
  // Readings that are alike in all else, so that a word is read once: for off-topic messages, and for phrasings.
  const readBefore = [new Map<string, Word>(), new Map<string, Word>()] as const;
  const learn = (text: string, label: number, mend: Repair): void => {
    const foreignUpTo = label === offTopic ? 0 : 1;
    const repeated = mend === NO_REPAIR ? { readBefore: readBefore[foreignUpTo] } : {};
    const reading = {
      lexicon,
      repair: mend,
      context: tuned.context,
      openings: tuned.openings > 0,
      foreignUpTo,
      ...repeated,
    };
    extractFeatures(readMessage(text, reading), lexicon, bags);
    messages.push(keep(bags));
    labels.push(label);
    keys.push(hashString(text));
  };
  [...corpus.intents.map(({ phrasings }) => phrasings), corpus.offTopic].forEach((texts, label) => {
    texts.forEach((text) => {
      learn(text, label, NO_REPAIR);
      // By the text and not by its number, so that one more text does not give others slips.
      if (tuned.slipsEvery > 0 && hashString(text, SLIP_SEED) % tuned.slipsEvery === 0)
        learn(makeSlips(text, SLIPS), label, repair);
    });
  });
  const { hashes, ...counts } = countFeatures(messages, labels, offTopic + 1, tuned);
  return {
    ...counts,
    examples: {
      ...toExamples(messages, labels, featureTable(counts), tuned),
      keys: Uint32Array.from(keys),
      hashes,
    },
  };
}

function fitWeights(
  examples: Examples,
  features: number,
  classes: number,
  { cost, passes, bayes, hidden }: Constants,
): Pick<Model, 'weights' | 'scales' | 'hidden'> {
  if (hidden === 0) {
    const weights = trainLinear(examples, features, classes, cost, passes);
    addBayes(weights, examples, classes, bayes);
    return quantise(weights, classes);
  }
  const { linear, inner, bias, outer } = trainNetwork(examples, features, classes, hidden, passes);
  const { weights, scales } = quantise(inner, hidden);
  return { ...quantise(linear, classes), hidden: { inner: weights, scales, bias, outer } };
}

/** Features of one message in one place, group after group, each ending at `ends`: a list for each would be mostly rims. */
interface Kept {
  readonly hashes: Uint32Array;
  readonly amounts: Float32Array;
  readonly ends: readonly number[];
}

/** A copy that outlives the next message. */
function keep(bags: FeatureBags): Kept {
  const size = GROUPS.reduce((sum, group) => sum + bags[group].size, 0);
  const hashes = new Uint32Array(size);
  const amounts = new Float32Array(size);
  const ends: number[] = [];
  let end = 0;
  for (const group of GROUPS) {
    const bag = bags[group];
    for (let i = 0; i < bag.size; i += 1, end += 1) {
      hashes[end] = bag.hashes[i] as number;
      amounts[end] = bag.amounts[i] as number;
    }
    ends.push(end);
  }
  return { hashes, amounts, ends };
}

function featuresOf({ hashes, amounts, ends }: Kept): Features {
  const group = (g: number): FeatureList => {
    const from = ends[g - 1] ?? 0;
    const to = ends[g] as number;
    return { size: to - from, hashes: hashes.subarray(from, to), amounts: amounts.subarray(from, to) };
  };
  return Object.fromEntries(GROUPS.map((name, g) => [name, group(g)])) as Record<Group, FeatureList>;
}

/** Rows for all features seen, with idf over messages and over classes. Messages of one class stand together. */
function countFeatures(
  messages: readonly Kept[],
  labels: readonly number[],
  classes: number,
  { least, steady, rare }: Constants,
): Pick<Model, 'slots' | 'idf' | 'unknownIdf'> & Pick<Examples, 'hashes'> {
  const counts = new FeatureCounts();
  messages.forEach((message, i) => {
    const label = labels[i] as number;
    for (const hash of message.hashes) counts.add(hash, label);
  });
  const weigh = (count: number, spread: number): number =>
    Math.log(1 + messages.length / count) ** -steady * (0.3 + Math.log(1 + classes / spread)) ** rare;
  const kept: number[] = [];
  for (let row = 0; row < counts.size; row += 1)
    if ((counts.messages[row] as number) >= least) kept.push(row);
  const hashes = Uint32Array.from(kept, (row) => counts.hashes[row] as number);
  return {
    hashes,
    slots: layOut(hashes),
    idf: Float32Array.from(kept, (row) =>
      weigh(counts.messages[row] as number, counts.classes[row] as number),
    ),
    unknownIdf: UNKNOWN * weigh(1, 1),
  };
}

function toExamples(
  messages: readonly Kept[],
  labels: readonly number[],
  table: FeatureTable,
  tuned: Constants,
): Omit<Examples, 'keys' | 'hashes'> {
  const size = messages.reduce((sum, message) => sum + message.hashes.length, 0);
  const rows = new Int32Array(size);
  const values = new Float32Array(size);
  const ends = new Int32Array(messages.length);
  let end = 0;
  messages.forEach((message, i) => {
    const vector = toVector(featuresOf(message), table, tuned);
    rows.set(vector.rows, end);
    values.set(vector.values, end);
    end += vector.rows.length;
    ends[i] = end;
  });
  return { rows, values, ends, classes: Int32Array.from(labels) };
}
