/**
 * Proposes bars for `src/answering/opinion-bars.ts`: by coordinate descent, on the development half of the labelled
 * messages and on those of the folders given, which must not have been learnt. A folder of messages that were written to
 * trip the triage weighs half as much as the development half, however many they are: most people write no such messages.
 *
 *   npx tsx test/bench/fit-bars.ts [FOLDER...]
 */
import { type ClassBars, type OpinionBars, SHIPPED_BARS } from '../../src/answering/opinion-bars.ts';
import { withSecondOpinion } from '../../src/answering/second-opinion.ts';
import { SHIPPED_KNOWLEDGE, snapshotPlace } from '../../src/app.ts';
import { SAFETY_CLASSES, type SafetyClass } from '../../src/domain/ids.ts';
import { readTrained } from '../../src/knowledge/read-trained.ts';
import { createMatcher, type Matcher } from '../../src/matching/create-matcher.ts';
import { remember } from '../../src/matching/remember.ts';
import { createTriage } from '../../src/safety/triage.ts';
import { isHoldout } from '../support/holdout.ts';
import { readSafetyLines, type SafetyLine } from '../support/safety-lines.ts';

const STEPS = [-0.1, -0.05, -0.02, 0.02, 0.05, 0.1];
const ROUNDS = 2;
/** What a bar must gain to be moved: less is chance. */
const LEAST_GAIN = 2e-4;

/**
 * What goes wrong, as shares, and what each weighs. `other`: another safety text first, which still sends people to help.
 */
const COSTS = {
  'medical-emergency': { missed: 1, other: 0.4 },
  crisis: { missed: 1, other: 0.4 },
  'self-administration': { missed: 0.8, other: 0.4 },
  'personal-medical-advice': { missed: 0.5, other: 0.3 },
  order: 0.4,
  hard: 1.5,
  soft: 0.5,
  line: 0.2,
} as const;

const result = readTrained(SHIPPED_KNOWLEDGE, snapshotPlace());
if (!result.ok) throw new Error('npm run check shows what is wrong.');
const { checked, model, riskModel } = result.trained;
const rules = createTriage(checked.safety);
const wordings = remembering(createMatcher(checked.risk, riskModel));
const questions = remembering(createMatcher(checked.corpus, model));

const sets = [
  { lines: readSafetyLines().filter(({ text }) => !isHoldout(text)), weight: 1 },
  ...process.argv.slice(2).map((folder) => ({ lines: readSafetyLines(folder), weight: 0.5 })),
];

let bars = SHIPPED_BARS;
let least = costOf(bars);
report('as shipped', bars);
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const { get, set, name } of places()) {
    const before = bars;
    for (const by of STEPS) {
      const value = Math.round((get(before) + by) * 100) / 100;
      if (value < 0 || value > 1) continue;
      const tried = set(before, value);
      const cost = costOf(tried);
      if (cost < least - LEAST_GAIN) [bars, least] = [tried, cost];
    }
    if (bars !== before) console.log(`${name}: ${get(before)} to ${get(bars)}, cost ${least.toFixed(4)}`);
  }
}
report('proposed', bars);
console.log(JSON.stringify(bars, undefined, 2));

/** A number among the bars. */
interface Place {
  readonly name: string;
  get(bars: OpinionBars): number;
  set(bars: OpinionBars, value: number): OpinionBars;
}

function places(): Place[] {
  const ofClass = (name: SafetyClass, key: Exclude<keyof ClassBars, 'over'>): Place => ({
    name: `${name} ${key}`,
    get: ({ classes }) => classes[name][key],
    set: (all, value) => withClass(all, name, { ...all.classes[name], [key]: value }),
  });
  const over = (name: SafetyClass, other: SafetyClass): Place => ({
    name: `${name} over ${other}`,
    get: ({ classes }) => classes[name].over[other] ?? 1,
    set: (all, value) => {
      const own = all.classes[name];
      return withClass(all, name, { ...own, over: { ...own.over, [other]: value } });
    },
  });
  const keys = ['whole', 'sentence', 'under', 'plain', 'lookAlike', 'own'] as const;
  return [
    ...SAFETY_CLASSES.flatMap((name, at) => [
      ...keys.map((key) => ofClass(name, key)),
      ...SAFETY_CLASSES.slice(at + 1).map((other) => over(name, other)),
    ]),
    ...(['leads', 'plainly', 'heavy'] as const).map((name) => ({
      name,
      get: (all: OpinionBars) => all[name],
      set: (all: OpinionBars, value: number) => ({ ...all, [name]: value }),
    })),
    ...(['by', 'own'] as const).map((name) => ({
      name: `outweighed ${name}`,
      get: (all: OpinionBars) => all.outweighed[name],
      set: (all: OpinionBars, value: number) => ({
        ...all,
        outweighed: { ...all.outweighed, [name]: value },
      }),
    })),
  ];
}

function withClass(all: OpinionBars, name: SafetyClass, own: ClassBars): OpinionBars {
  return { ...all, classes: { ...all.classes, [name]: own } };
}

/** How often something goes wrong, and what it weighs. */
interface Share {
  wrong: number;
  of: number;
  readonly weight: number;
}

/** What goes wrong with the bars given. */
function sharesOf(lines: readonly SafetyLine[], tried: OpinionBars): ReadonlyMap<string, Readonly<Share>> {
  const triage = withSecondOpinion(rules, wordings, questions, tried);
  const shares = new Map<string, Share>();
  const note = (what: string, weight: number, wrong: boolean): void => {
    const share = shares.get(what) ?? { wrong: 0, of: 0, weight };
    share.wrong += wrong ? 1 : 0;
    share.of += 1;
    shares.set(what, share);
  };
  for (const { text, classes, soft } of lines) {
    const { hits, soft: line } = triage(text);
    const found = hits.map((hit) => hit.class);
    const isHard = found.some((name) => name !== 'personal-medical-advice');
    const [first, ...rest] = classes;
    if (first === undefined) {
      note('hard', COSTS.hard, isHard);
      note('soft', COSTS.soft, found.length > 0 && !isHard);
      note('line', COSTS.line, soft !== (line !== undefined));
    } else if (rest.length > 0) note('order', COSTS.order, found[0] !== first);
    else {
      note(`${first} missed`, COSTS[first].missed, found.length === 0);
      note(`${first} other`, COSTS[first].other, found.length > 0 && found[0] !== first);
    }
  }
  return shares;
}

function costOf(tried: OpinionBars): number {
  let cost = 0;
  for (const { lines, weight: ofSet } of sets)
    for (const { wrong, of, weight } of sharesOf(lines, tried).values())
      cost += (ofSet * weight * wrong) / of;
  return cost;
}

function report(title: string, tried: OpinionBars): void {
  console.log(`== ${title}: cost ${costOf(tried).toFixed(4)}`);
  for (const { lines } of sets)
    console.log(
      [...sharesOf(lines, tried)]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([what, { wrong, of }]) => `${what} ${wrong}/${of} (${((100 * wrong) / of).toFixed(1)} %)`)
        .join(', '),
    );
}

/** The same messages are judged hundreds of times. */
function remembering(matcher: Matcher): Matcher {
  return { ...matcher, rank: remember(matcher.rank) };
}
