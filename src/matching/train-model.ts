import type { Corpus } from './corpus.ts';
import { extractFeatures, type FeatureBags, GROUPS, toVector } from './extract-features.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import { featureTable, type Model, OFF_TOPIC, quantise } from './model.ts';
import { readMessage } from './read-message.ts';
import { NO_REPAIR } from './repair-word.ts';
import { type Examples, trainLinear } from './train-linear.ts';
import { type Constants, constants } from './tuning.ts';

/** Trains the linear layer on the phrasings and the off-topic messages. The same corpus always gives the same model. */
export function trainModel(corpus: Corpus, lexicon: Lexicon = compileLexicon(corpus)): Model {
  const tuned = constants(corpus.tuning);
  const classes = [...corpus.intents.map(({ id }) => id as string), OFF_TOPIC];
  const bags: FeatureBags[] = [];
  const labels: number[] = [];
  const learn = (text: string, label: number): void => {
    const foreignUpTo = label < classes.length - 1 ? 1 : 0;
    const reading = { lexicon, repair: NO_REPAIR, context: tuned.context, foreignUpTo };
    bags.push(extractFeatures(readMessage(text, reading), lexicon));
    labels.push(label);
  };
  corpus.intents.forEach((intent, label) => {
    for (const phrasing of intent.phrasings) learn(phrasing, label);
  });
  for (const message of corpus.offTopic) learn(message, classes.length - 1);

  const counts = countFeatures(bags, labels, classes.length);
  const examples = toExamples(bags, labels, counts, tuned);
  const weights = trainLinear(examples, counts.hashes.length, classes.length, tuned.cost, tuned.passes);
  return { classes, ...counts, ...quantise(weights, classes.length) };
}

/** Rows for all features seen, with idf over phrasings and over classes. */
function countFeatures(
  bags: readonly FeatureBags[],
  labels: readonly number[],
  classes: number,
): Pick<Model, 'hashes' | 'idf' | 'unknownIdf'> {
  const seen = new Map<number, { messages: number; classes: Set<number> }>();
  bags.forEach((bag, i) => {
    for (const group of GROUPS) {
      for (const hash of bag[group].keys()) {
        let entry = seen.get(hash);
        if (!entry) {
          entry = { messages: 0, classes: new Set() };
          seen.set(hash, entry);
        }
        entry.messages += 1;
        entry.classes.add(labels[i] as number);
      }
    }
  });
  const idf = new Float32Array(seen.size);
  let row = 0;
  for (const entry of seen.values()) {
    idf[row] =
      Math.log(1 + bags.length / entry.messages) * (0.3 + Math.log(1 + classes / entry.classes.size));
    row += 1;
  }
  const unknownIdf = Math.log(1 + bags.length) * (0.3 + Math.log(1 + classes)) * 0.7;
  return { hashes: Uint32Array.from(seen.keys()), idf, unknownIdf };
}

function toExamples(
  bags: readonly FeatureBags[],
  labels: readonly number[],
  counts: Pick<Model, 'hashes' | 'idf' | 'unknownIdf'>,
  tuned: Constants,
): Examples {
  const table = featureTable(counts);
  const vectors = bags.map((bag) => toVector(bag, table, tuned));
  const size = vectors.reduce((sum, { rows }) => sum + rows.length, 0);
  const rows = new Int32Array(size);
  const values = new Float32Array(size);
  const ends = new Int32Array(vectors.length);
  let at = 0;
  vectors.forEach((vector, i) => {
    rows.set(vector.rows, at);
    values.set(vector.values, at);
    at += vector.rows.length;
    ends[i] = at;
  });
  return { rows, values, ends, classes: Int32Array.from(labels) };
}
