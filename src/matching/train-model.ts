import type { Corpus } from './corpus.ts';
import { extractFeatures, type FeatureBags, GROUPS, toVector } from './extract-features.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import { featureTable, type Model, OFF_TOPIC, quantise } from './model.ts';
import { readMessage } from './read-message.ts';
import { NO_REPAIR } from './repair-word.ts';
import { type Examples, trainLinear } from './train-linear.ts';
import { type Constants, constants } from './tuning.ts';

/** Weight of a feature that no phrasing has, beside one that a single phrasing has. */
const UNKNOWN = 0.7;

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

/** Rows for all features seen, with idf over phrasings and over classes. Examples of one class stand together. */
function countFeatures(
  bags: readonly FeatureBags[],
  labels: readonly number[],
  classes: number,
): Pick<Model, 'hashes' | 'idf' | 'unknownIdf'> {
  const rows = new Map<number, number>();
  const messages: number[] = [];
  const classCounts: number[] = [];
  const lastClass: number[] = [];
  bags.forEach((bag, i) => {
    const label = labels[i] as number;
    for (const group of GROUPS) {
      for (const hash of bag[group].keys()) {
        let row = rows.get(hash);
        if (row === undefined) {
          row = rows.size;
          rows.set(hash, row);
          messages.push(0);
          classCounts.push(0);
          lastClass.push(-1);
        }
        messages[row] = (messages[row] as number) + 1;
        if (lastClass[row] === label) continue;
        lastClass[row] = label;
        classCounts[row] = (classCounts[row] as number) + 1;
      }
    }
  });
  const idf = new Float32Array(rows.size);
  const weigh = (count: number, spread: number): number =>
    Math.log(1 + bags.length / count) * (0.3 + Math.log(1 + classes / spread));
  for (let row = 0; row < idf.length; row += 1) {
    idf[row] = weigh(messages[row] as number, classCounts[row] as number);
  }
  return { hashes: Uint32Array.from(rows.keys()), idf, unknownIdf: UNKNOWN * weigh(1, 1) };
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
