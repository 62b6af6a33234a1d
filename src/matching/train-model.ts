import type { Corpus } from './corpus.ts';
import { createFeatureBags, extractFeatures, type FeatureBags, GROUPS } from './extract-features.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import { featureTable, type Model, OFF_TOPIC, quantise } from './model.ts';
import { readMessage } from './read-message.ts';
import { NO_REPAIR } from './repair-word.ts';
import { toVector } from './to-vector.ts';
import { type Examples, trainLinear } from './train-linear.ts';
import { constants } from './tuning.ts';

/** Weight of a feature that no phrasing has, beside one that a single phrasing has. */
const UNKNOWN = 0.7;

interface Labelled {
  readonly text: string;
  readonly label: number;
}

/** Trains the linear layer on the phrasings and the off-topic messages. The same corpus always gives the same model. */
export function trainModel(corpus: Corpus, lexicon: Lexicon = compileLexicon(corpus)): Model {
  const tuned = constants(corpus.tuning);
  const classes = [...corpus.intents.map(({ id }) => id as string), OFF_TOPIC];
  const offTopic = classes.length - 1;
  const messages: Labelled[] = [
    ...corpus.intents.flatMap(({ phrasings }, label) => phrasings.map((text) => ({ text, label }))),
    ...corpus.offTopic.map((text) => ({ text, label: offTopic })),
  ];
  const bags = createFeatureBags();
  const read = ({ text, label }: Labelled): FeatureBags => {
    const foreignUpTo = label === offTopic ? 0 : 1;
    const reading = { lexicon, repair: NO_REPAIR, context: tuned.context, foreignUpTo };
    extractFeatures(readMessage(text, reading), lexicon, bags);
    return bags;
  };
  const counts = countFeatures(messages, read, classes.length);
  const table = featureTable(counts);
  const examples = toExamples(messages, (message) => toVector(read(message), table, tuned));
  const weights = trainLinear(examples, counts.hashes.length, classes.length, tuned.cost, tuned.passes);
  return { classes, ...counts, ...quantise(weights, classes.length) };
}

/** Rows for all features seen, with idf over messages and over classes. Messages of one class stand together. */
function countFeatures(
  messages: readonly Labelled[],
  read: (message: Labelled) => FeatureBags,
  classes: number,
): Pick<Model, 'hashes' | 'idf' | 'unknownIdf'> {
  const rows = new Map<number, number>();
  const messageCounts: number[] = [];
  const classCounts: number[] = [];
  const lastClass: number[] = [];
  for (const message of messages) {
    const bags = read(message);
    for (const group of GROUPS) {
      const { hashes, size } = bags[group];
      for (let i = 0; i < size; i += 1) {
        const hash = hashes[i] as number;
        let row = rows.get(hash);
        if (row === undefined) {
          row = rows.size;
          rows.set(hash, row);
          messageCounts.push(0);
          classCounts.push(0);
          lastClass.push(-1);
        }
        messageCounts[row] = (messageCounts[row] as number) + 1;
        if (lastClass[row] === message.label) continue;
        lastClass[row] = message.label;
        classCounts[row] = (classCounts[row] as number) + 1;
      }
    }
  }
  const weigh = (count: number, spread: number): number =>
    Math.log(1 + messages.length / count) * (0.3 + Math.log(1 + classes / spread));
  const idf = Float32Array.from(messageCounts, (count, row) => weigh(count, classCounts[row] as number));
  return { hashes: Uint32Array.from(rows.keys()), idf, unknownIdf: UNKNOWN * weigh(1, 1) };
}

function toExamples(
  messages: readonly Labelled[],
  vectorOf: (message: Labelled) => { readonly rows: readonly number[]; readonly values: readonly number[] },
): Examples {
  const rows: number[] = [];
  const values: number[] = [];
  const ends = new Int32Array(messages.length);
  messages.forEach((message, i) => {
    const vector = vectorOf(message);
    for (const row of vector.rows) rows.push(row);
    for (const value of vector.values) values.push(value);
    ends[i] = rows.length;
  });
  return {
    rows: Int32Array.from(rows),
    values: Float32Array.from(values),
    ends,
    classes: Int32Array.from(messages, ({ label }) => label),
  };
}
