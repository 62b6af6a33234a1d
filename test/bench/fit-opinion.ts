/**
 * How the bars of `src/answering/opinion-bars.ts` are chosen: five-fold cross-validation over the wordings of
 * `intents/safety-wordings/` and the ordinary questions, with the rules before. Prints what each bar finds, and what it
 * takes for a risk that is none. Labelled messages of `test/questions/` have no part in it.
 *
 *   npx tsx test/bench/fit-opinion.ts [folds, of 5]
 */
import { type Likeness, readLikeness } from '../../src/answering/read-likeness.ts';
import { isSafetyClass, SAFETY_CLASSES, type SafetyClass } from '../../src/domain/ids.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { hashString } from '../../src/matching/hash.ts';
import { normalise } from '../../src/matching/normalise.ts';
import { createTriage } from '../../src/safety/triage.ts';
import { percent } from './metrics.ts';
import { printTable } from './table.ts';

const FOLDS = 5;
const LOOK_ALIKE_BARS = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5];
const BARS = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

interface Judged {
  readonly label: SafetyClass | 'heavy' | 'look-alike' | 'question';
  readonly likeness: Likeness;
  /** Classes that the rules find at each of the look-alike bars. */
  readonly ruled: readonly (readonly SafetyClass[])[];
}

const read = readKnowledge(process.cwd());
if (!read.ok) throw new Error('npm run check shows what is wrong.');
const { risk, corpus, safety } = read.files;
const triage = createTriage(safety);
const questions = new Set([...corpus.offTopic, ...corpus.intents.flatMap(({ phrasings }) => phrasings)]);
const foldOf = (text: string): number => hashString(normalise(text)) % FOLDS;

const judged = Array.from({ length: Number(process.argv[2] ?? FOLDS) }, (_, fold) => judgeFold(fold)).flat();
const labels = [...SAFETY_CLASSES, 'heavy', 'look-alike', 'question'] as const;
const of = (label: string) => judged.filter((each) => each.label === label);
const hard = (classes: readonly SafetyClass[]) => classes.some((name) => name !== 'personal-medical-advice');

printTable(
  'Rules alone, matches below the bar dropped: own class found (risks), hard alarms / any alarm (others)',
  ['look-alike bar', ...labels],
  LOOK_ALIKE_BARS.map((bar, n) => [
    String(bar),
    ...labels.map((label) => {
      const all = of(label);
      const found = (test: (each: Judged) => boolean) => percent(all.filter(test).length, all.length);
      if (isSafetyClass(label)) return found(({ ruled }) => ruled[n]?.includes(label) ?? false);
      return `${found(({ ruled }) => hard(ruled[n] ?? []))} / ${found(({ ruled }) => (ruled[n] ?? []).length > 0)}`;
    }),
  ]),
);
for (const part of ['whole', 'sentences'] as const) {
  for (const name of SAFETY_CLASSES) {
    printTable(
      `${name}, ${part}: own class found and not by the rules; false where the rules find nothing`,
      ['bar', 'found', 'heavy', 'look-alike', 'question'],
      BARS.map((bar) => [
        String(bar),
        ...[name, 'heavy', 'look-alike', 'question'].map((label) => {
          const all = of(label);
          const more = all.filter(
            ({ likeness, ruled }) =>
              likeness[part][name] >= bar &&
              (label === name ? !ruled[2]?.includes(name) : ruled[2]?.length === 0),
          );
          return `${percent(more.length, all.length)} (${more.length})`;
        }),
      ]),
    );
  }
}

function judgeFold(fold: number): Judged[] {
  const learnt = (text: string): boolean => foldOf(text) !== fold;
  const wordings = createMatcher({
    ...risk,
    intents: risk.intents.map((intent) => ({ ...intent, phrasings: intent.phrasings.filter(learnt) })),
    offTopic: risk.offTopic.filter(learnt),
  });
  const judge = (text: string, label: Judged['label']): Judged => {
    const likeness = readLikeness(triage(text, () => false).plain, wordings);
    const ruled = LOOK_ALIKE_BARS.map((bar) =>
      triage(
        text,
        ({ around }) =>
          likeness.risk >= bar || around.some((words) => readLikeness(words, wordings).risk >= bar),
      ).hits.map((hit) => hit.class),
    );
    return { label, likeness, ruled };
  };
  const held = (texts: readonly string[]): string[] => texts.filter((text) => !learnt(text));
  return [
    ...risk.intents.flatMap(({ id, phrasings }) =>
      held(phrasings).map((text) => judge(text, id as string as SafetyClass | 'heavy')),
    ),
    ...held([...new Set(risk.offTopic)]).map((text) =>
      judge(text, questions.has(text) ? 'question' : 'look-alike'),
    ),
  ];
}
