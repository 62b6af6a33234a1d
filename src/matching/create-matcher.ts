import type { Corpus } from './corpus.ts';
import { extractFeatures, toVector, type Vector } from './extract-features.ts';
import { compileLexicon } from './lexicon.ts';
import type { ClosePhrasing, Correction, Match, RankedCandidate } from './match.ts';
import { featureTable, type Model } from './model.ts';
import { LONGEST } from './normalise.ts';
import { type Message, readMessage } from './read-message.ts';
import { createRepair } from './repair-word.ts';
import { trainModel } from './train-model.ts';
import { constants } from './tuning.ts';

/** Matches messages against one corpus. Deterministic: the same message always gives the same match. */
export interface Matcher {
  readonly corpus: Corpus;
  match(text: string): Match;
  /** The phrasings that look most like the message, best first: for `--explain`. Slow: reads every phrasing. */
  closest(text: string, count: number): ClosePhrasing[];
}

/**
 * @param trained the model for exactly this corpus; trained on the spot when it is not given
 */
export function createMatcher(corpus: Corpus, trained?: Model): Matcher {
  const lexicon = compileLexicon(corpus);
  const model = trained ?? trainModel(corpus, lexicon);
  const tuned = constants(corpus.tuning);
  const table = featureTable(model);
  const repair = createRepair(lexicon.known);
  const reading = { lexicon, repair, context: tuned.context, foreignUpTo: 0 };
  const vectorOf = (message: Message): Vector => toVector(extractFeatures(message, lexicon), table, tuned);
  const talk = new Set(corpus.intents.filter(({ group }) => group === 'talk').map(({ id }) => id));

  const match = (raw: string): Match => {
    const message = readMessage(raw, reading);
    const vector = vectorOf(message);
    const scores = score(model, vector);
    const probabilities = softmax(scores, tuned.sharpness);
    const candidates = corpus.intents
      .map(({ id }, i): RankedCandidate => {
        const confidence = probabilities[i] ?? 0;
        return { id, confidence, talk: talk.has(id), signals: [{ name: 'linear', value: scores[i] ?? 0 }] };
      })
      .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
    const words = message.sentences.flatMap((sentence) => sentence.words);
    const barrier = barrierOf(raw, message);
    return {
      text: message.text,
      candidates,
      ...(barrier ? { barrier } : {}),
      corrected: words
        .filter((w) => w.typed !== w.text)
        .map((w): Correction => ({ typed: w.typed, read: w.text })),
      foreign: words.filter((w) => w.foreign).map((w) => w.text),
      signals: [
        { name: 'coverage', value: vector.coverage },
        { name: 'off-topic', value: probabilities[model.classes.length - 1] ?? 0 },
      ],
    };
  };

  const closest = (raw: string, count: number): ClosePhrasing[] => {
    const own = toMap(vectorOf(readMessage(raw, reading)));
    return corpus.intents
      .flatMap(({ id, phrasings }) =>
        phrasings.map((phrasing): ClosePhrasing => {
          const other = vectorOf(readMessage(phrasing, reading));
          let similarity = 0;
          other.rows.forEach((row, i) => {
            similarity += (own.get(row) ?? 0) * (other.values[i] ?? 0);
          });
          return { id, phrasing, similarity };
        }),
      )
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, count);
  };
  return { corpus, match, closest };
}

function barrierOf(raw: string, message: Message): Match['barrier'] {
  if (raw.length > LONGEST) return { reason: 'too-long' };
  if (message.sentences.length === 0) return { reason: 'empty' };
  return undefined;
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

function softmax(scores: Float64Array, sharpness: number): Float64Array {
  const top = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(sharpness * (value - top)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((value) => value / sum);
}

function toMap({ rows, values }: Vector): Map<number, number> {
  return new Map(rows.map((row, i) => [row, values[i] ?? 0]));
}
