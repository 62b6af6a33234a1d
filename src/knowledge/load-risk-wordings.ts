import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { answerId, SAFETY_CLASSES } from '../domain/ids.ts';
import { type Corpus, type Intent, NO_FOLLOW_UPS } from '../matching/corpus.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Problem } from './problem.ts';
import { readFolder } from './read-folder.ts';

const FOLDER = 'intents/safety-wordings';
const HARMLESS = 'harmless';
/**
 * A look-alike counts as much as three ordinary questions. Of 1 to 3, this gave the fewest false alarms on development
 * messages at the same recall.
 */
const HARMLESS_WEIGHT = 3;

const wordingsFile = z.strictObject({
  class: z.enum([...SAFETY_CLASSES, HARMLESS]),
  wordings: z.array(z.string().trim().min(1).max(2000)),
});

/**
 * Reads the wordings of each safety class under `root/intents/safety-wordings`, and turns them into what a matcher
 * learns from: everything that people ask, and the harmless look-alikes, are what no class fits. Without the folder
 * there is nothing to learn, and the rules stand alone.
 */
export function loadRiskWordings(root: string, corpus: Corpus, problems: Problem[]): Corpus {
  const files = existsSync(join(root, FOLDER)) ? readFolder(root, FOLDER) : [];
  const parsed = files.flatMap(
    ({ path, text }) => parseYaml(path, text, wordingsFile, problems)?.value ?? [],
  );
  const wordingsOf = (name: string): string[] =>
    parsed.filter((file) => file.class === name).flatMap((file) => file.wordings);
  const intents = SAFETY_CLASSES.map(
    (name): Intent => ({ id: answerId(name), group: 'safety', topic: name, phrasings: wordingsOf(name) }),
  );
  return {
    intents: intents.every(({ phrasings }) => phrasings.length > 0) ? intents : [],
    offTopic: [
      ...Array.from({ length: HARMLESS_WEIGHT }, () => wordingsOf(HARMLESS)).flat(),
      ...corpus.offTopic,
      ...corpus.intents.flatMap(({ phrasings }) => phrasings),
    ],
    vocabulary: corpus.vocabulary,
    followUps: NO_FOLLOW_UPS,
    tuning: corpus.tuning,
  };
}
