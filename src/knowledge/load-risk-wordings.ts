import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { answerId, SAFETY_CLASSES } from '../domain/ids.ts';
import { type Concept, type Corpus, type Intent, NO_FOLLOW_UPS } from '../matching/corpus.ts';
import { cutSentences } from '../matching/cut-sentences.ts';
import { readPlainly } from '../safety/read-plainly.ts';
import type { SafetyRules } from '../safety/rules.ts';
import { prepareTriage } from '../safety/triage.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Problem } from './problem.ts';
import { readFolder } from './read-folder.ts';

const FOLDER = 'intents/safety-wordings';
const HARMLESS = 'harmless';
/** Distress, grief and dark times long past, without a wish to die: no risk, but a helpline belongs under the answer. */
const HEAVY = 'heavy';

/**
 * What tells a risk from a look-alike best, on messages by authors whose wordings were left out: words that mean the same
 * count for more than in questions, the letters of rare words for less, and nothing is gained by counting beside fitting.
 * The stories of people are mostly not questions, so a sentence without one counts in full.
 */
const TUNING = {
  context: 1,
  concept: 1.5,
  conceptPair: 1.2,
  kind: 0.5,
  synonym: 0.5,
  hidden: 32,
  passes: 5,
  least: 5,
  slipsEvery: 6,
  most: 3,
  rare: 0,
  steady: -0.25,
  // By logistic regression on messages of five authors, each with all that they wrote left out of training: beside the
  // odds of the network nothing else told anything.
  'fit-base': 0,
  'fit-odds': 0.84,
  'fit-explained': 0,
  'fit-concepts': 0,
  'fit-length': 0,
};

const vocabularyFile = z.strictObject({
  terms: z.record(
    z.string(),
    z.string().transform((text) =>
      text
        .split(',')
        .map((term) => term.trim())
        .filter((term) => term !== ''),
    ),
  ),
});
const wordingsFile = z.strictObject({
  class: z.enum([...SAFETY_CLASSES, HEAVY, HARMLESS]),
  wordings: z.array(z.string().trim().min(1).max(2000)),
});

/**
 * Reads the wordings of each safety class under `root/intents/safety-wordings`, with the words of risk in
 * `vocabulary.yaml` and the messages that each rule must find and must leave, and turns them into what a matcher learns
 * from: everything that people ask, and the harmless look-alikes, are what no class fits. Without the folder there is
 * nothing to learn, and the rules stand alone.
 */
export function loadRiskWordings(
  root: string,
  corpus: Corpus,
  safety: SafetyRules,
  problems: Problem[],
): Corpus {
  const files = existsSync(join(root, FOLDER)) ? readFolder(root, FOLDER) : [];
  const isVocabulary = ({ path }: { path: string }) => path.endsWith('/vocabulary.yaml');
  const parsed = files
    .filter((file) => !isVocabulary(file))
    .flatMap(({ path, text }) => parseYaml(path, text, wordingsFile, problems)?.value ?? []);
  const concepts = files
    .filter(isVocabulary)
    .flatMap(({ path, text }) => parseYaml(path, text, vocabularyFile, problems)?.value ?? [])
    .flatMap(({ terms }) => Object.entries(terms))
    .map(([name, terms]): Concept => ({ name: `risk: ${name}`, kind: 'word', terms }));
  const fromFiles = (name: string): string[] =>
    parsed.filter((file) => file.class === name).flatMap((file) => file.wordings);
  const { rules } = safety;
  const { spelling } = prepareTriage(safety);
  // Messages are read plainly before they are judged, so they are learnt as they are read.
  const plainly = (texts: readonly string[]): string[] => texts.map((text) => readPlainly(text, spelling));
  const wordingsOf = (name: string): string[] =>
    plainly([
      ...fromFiles(name),
      ...rules.flatMap((rule) => (name === HARMLESS ? rule.not : rule.class === name ? rule.matches : [])),
    ]);
  const harmless = wordingsOf(HARMLESS);
  const heavy = wordingsOf(HEAVY);
  const intent = (name: string, phrasings: readonly string[]): Intent => ({
    id: answerId(name),
    group: 'safety',
    topic: name,
    phrasings,
  });
  const intents = [
    ...SAFETY_CLASSES.map((name) => intent(name, wordingsOf(name))),
    // Each sentence of a message is judged by itself too, and no sentence of a heavy one is a risk.
    ...(heavy.length > 0 ? [intent(HEAVY, [...new Set([...heavy, ...heavy.flatMap(cutSentences)])])] : []),
  ];
  return {
    intents: SAFETY_CLASSES.every((name) => fromFiles(name).length > 0) ? intents : [],
    offTopic: [
      ...harmless,
      // What a rule must leave alone looks most like a risk.
      ...plainly(rules.flatMap((rule) => rule.not)),
      ...harmless.flatMap(cutSentences),
      ...plainly(corpus.offTopic),
      ...plainly(corpus.intents.flatMap(({ phrasings }) => phrasings)),
    ],
    vocabulary: { ...corpus.vocabulary, concepts: [...corpus.vocabulary.concepts, ...concepts] },
    followUps: NO_FOLLOW_UPS,
    tuning: { ...corpus.tuning, ...TUNING },
  };
}
