/**
 * Fits the weights and the bars of `src/answering/opinion.ts`: on the development half of the labelled messages; on
 * those of `test/questions/safety-open/`, whose misses may be looked at; on the development half of the ordinary
 * questions; and on short messages of all these among others, in which a risk must be found as well as by itself. Whatever
 * of them is learnt is left out of training first, so that they are judged as messages of strangers are. Takes minutes.
 *
 *   npx tsx test/bench/fit-opinion.ts
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Bars, chooseClasses } from '../../src/answering/choose-classes.ts';
import { SHIPPED_OPINION } from '../../src/answering/opinion.ts';
import { readLikeness } from '../../src/answering/read-likeness.ts';
import { readSigns, SIGNS, type Signs, weighLikeness } from '../../src/answering/weigh-likeness.ts';
import { SHIPPED_KNOWLEDGE } from '../../src/app.ts';
import { type OfClasses, ofClasses, SAFETY_CLASSES, type SafetyClass } from '../../src/domain/ids.ts';
import { formatProblems } from '../../src/knowledge/problem.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import type { Corpus } from '../../src/matching/corpus.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { cutSentences } from '../../src/matching/cut-sentences.ts';
import { createTriage } from '../../src/safety/triage.ts';
import { isHoldout } from '../support/holdout.ts';
import { readSafetyLines, type SafetyLine } from '../support/safety-lines.ts';
import { embedMessage } from './embed-message.ts';
import { fitLogistic } from './fit-logistic.ts';
import { readQuestions } from './questions.ts';

/**
 * What goes wrong, as shares, and what each weighs. `other`: another safety text first, which still sends people to help.
 */
const COSTS = {
  'medical-emergency': { missed: 2, other: 0.4 },
  crisis: { missed: 2, other: 0.4 },
  'self-administration': { missed: 0.8, other: 0.4 },
  'personal-medical-advice': { missed: 0.5, other: 0.3 },
  order: 0.4,
  hard: 1.5,
  soft: 0.5,
} as const;
/** Most words of a message that is put among others, and the least likeness to its class of such a risk. */
const SHORT = 14;
const PLAIN = 0.8;
const STEP = 0.02;
const ROUNDS = 4;
/** What a bar must gain to be moved: less is chance. */
const LEAST_GAIN = 3e-4;

const read = readKnowledge(SHIPPED_KNOWLEDGE);
if (!read.ok) throw new Error(formatProblems(read.problems));
const rules = createTriage(read.files.safety);
const labelled = readSafetyLines().filter(({ text }) => !isHoldout(text));
const open = readSafetyLines('test/questions/safety-open');
const ordinary = readOrdinary();
const known = [...labelled, ...open, ...ordinary];
const wordings = createMatcher(without(read.files.risk, known));
/** Each with what it counts for: of the open ones many were written to be taken for something else. */
const sets = [
  { lines: labelled, weight: 1 },
  { lines: open, weight: 0.6 },
  { lines: ordinary, weight: 0.5 },
  { lines: embedded(known), weight: 0.7 },
].map(({ lines, weight }) => ({
  weight,
  messages: lines.map((line) => ({ line, likeness: readLikeness(rules(line.text), wordings) })),
}));
type Message = (typeof sets)[number]['messages'][number];

/** The same messages are judged a thousand times. */
const weighed = new WeakMap<Message, OfClasses<number>>();
const weights = ofClasses(fitWeights);
report('bars as shipped', SHIPPED_OPINION.bars);
const bars = fitBars(SHIPPED_OPINION.bars);
report('fitted', bars);
console.log(
  JSON.stringify({ weights, bars }, (_, value) => (typeof value === 'number' ? round(value) : value), 2),
);

/** Without the texts, as they are read, and without each of their sentences. */
function without(corpus: Corpus, lines: readonly SafetyLine[]): Corpus {
  const texts = lines.map(({ text }) => rules(text).plain);
  const gone = new Set([...texts, ...texts.flatMap(cutSentences)]);
  const isLeft = (text: string): boolean => !gone.has(text);
  return {
    ...corpus,
    intents: corpus.intents.map((intent) => ({ ...intent, phrasings: intent.phrasings.filter(isLeft) })),
    offTopic: corpus.offTopic.filter(isLeft),
  };
}

/** Questions for the answers and talk in groups, none of them a risk. */
function readOrdinary(): SafetyLine[] {
  const { singles, twoPart, followUps, groupTalk } = readQuestions('test/questions', 'development');
  const texts = [...singles, ...twoPart, ...groupTalk].map(({ text }) => text);
  return [...texts, ...followUps.map(({ then }) => then)].map((text) => ({
    text,
    classes: [],
    style: 'ordinary',
    who: undefined,
    soft: false,
  }));
}

/** Short messages, harmless or plainly of one class, among harmless ones and between greetings and excuses. */
function embedded(lines: readonly SafetyLine[]): SafetyLine[] {
  const short = lines.filter(({ text, soft }) => !soft && text.split(/\s+/).length <= SHORT);
  const beside = short.filter(({ classes }) => classes.length === 0).map(({ text }) => text);
  const surroundings = { ...parse(readFileSync('test/questions/around.yaml', 'utf8')), beside };
  const isPlain = ({ text, classes: [own, ...more] }: SafetyLine): boolean =>
    own === undefined || (more.length === 0 && readLikeness(rules(text), wordings).whole[own] >= PLAIN);
  return short.filter(isPlain).map((line) => ({ ...line, text: embedMessage(line.text, surroundings) }));
}

/** Every set counts for its weight, however many messages it has. */
function fitWeights(name: SafetyClass): Signs {
  const rows = sets.flatMap(({ messages, weight }) =>
    messages.map(({ line, likeness }) => {
      const signs = readSigns(name, likeness);
      const y = line.classes.includes(name) ? (1 as const) : (0 as const);
      return {
        x: SIGNS.slice(1).map((sign) => signs[sign]),
        y,
        weight: (1_000 * weight) / messages.length,
      };
    }),
  );
  const fitted = fitLogistic(rows);
  return Object.fromEntries(SIGNS.map((sign, i) => [sign, fitted[i] ?? 0])) as Record<keyof Signs, number>;
}

/** By coordinate descent. */
function fitBars(start: Bars): Bars {
  let best = start;
  let least = costOf(best);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of SAFETY_CLASSES) {
      for (const key of ['alone', 'over', 'under'] as const) {
        for (let value = STEP; value < 1; value += STEP) {
          const own = { ...best.classes[name], [key]: value };
          const tried = { ...best, classes: { ...best.classes, [name]: own } };
          const cost = costOf(tried);
          if (cost < least - LEAST_GAIN) [best, least] = [tried, cost];
        }
      }
    }
  }
  return best;
}

/** How often something goes wrong, and what it weighs. */
interface Share {
  wrong: number;
  of: number;
  readonly weight: number;
}

/** What goes wrong with the bars given. */
function sharesOf(messages: readonly Message[], tried: Bars): ReadonlyMap<string, Readonly<Share>> {
  const shares = new Map<string, Share>();
  const note = (what: string, weight: number, wrong: boolean): void => {
    const share = shares.get(what) ?? { wrong: 0, of: 0, weight };
    share.wrong += wrong ? 1 : 0;
    share.of += 1;
    shares.set(what, share);
  };
  for (const message of messages) {
    const { line } = message;
    const found = chooseClasses(chancesOf(message), message.likeness, () => false, tried);
    const isHard = found.some((name) => name !== 'personal-medical-advice');
    const [first, ...rest] = line.classes;
    if (first === undefined) {
      note('hard', COSTS.hard, isHard);
      note('soft', COSTS.soft, found.length > 0 && !isHard);
    } else if (rest.length > 0) note('order', COSTS.order, found[0] !== first);
    else {
      note(`${first} missed`, COSTS[first].missed, found.length === 0);
      note(`${first} other`, COSTS[first].other, found.length > 0 && found[0] !== first);
    }
  }
  return shares;
}

function chancesOf(message: Message): OfClasses<number> {
  const chances = weighed.get(message) ?? weighLikeness(message.likeness, weights);
  weighed.set(message, chances);
  return chances;
}

function costOf(tried: Bars): number {
  let cost = 0;
  for (const { messages, weight: ofSet } of sets)
    for (const { wrong, of, weight } of sharesOf(messages, tried).values())
      cost += (ofSet * weight * wrong) / of;
  return cost;
}

function report(title: string, tried: Bars): void {
  console.log(`== ${title}: cost ${costOf(tried).toFixed(4)}`);
  for (const { messages } of sets)
    console.log(
      [...sharesOf(messages, tried)]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([what, { wrong, of }]) => `${what} ${wrong}/${of} (${((100 * wrong) / of).toFixed(1)} %)`)
        .join(', '),
    );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
