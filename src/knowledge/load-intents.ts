import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Corpus, type Intent, NO_FOLLOW_UPS, NO_VOCABULARY } from '../matching/corpus.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Problem } from './problem.ts';
import { readFolder, type TextFile } from './read-folder.ts';
import {
  followUpsSchema,
  intentSchema,
  offTopicSchema,
  tuningSchema,
  vocabularySchema,
} from './schemas/intents.ts';

/** What could be read of the files of phrasings, and the paths of those that could not. */
export interface ReadIntents {
  readonly corpus: Corpus;
  readonly unread: ReadonlySet<string>;
}

/** As {@link readCorpus}; undefined, with problems, when there is any problem. */
export function loadIntents(root: string, problems: Problem[]): Corpus | undefined {
  const before = problems.length;
  const read = readCorpus(root, problems);
  return problems.length > before ? undefined : read?.corpus;
}

/**
 * Reads what people ask from `root/intents`: one file an answer in `<group>/<id>.yaml`, and beside them
 * `out-of-scope.yaml`, `vocabulary.yaml`, `follow-ups.yaml` and `tuning.yaml`, each of which may be missing.
 * `intents/safety/` and `intents/safety-wordings/` are read elsewhere. Goes on after a problem, so that all are told; undefined when the folder is missing.
 */
export function readCorpus(root: string, problems: Problem[]): ReadIntents | undefined {
  if (!existsSync(join(root, 'intents'))) {
    problems.push({
      file: 'intents',
      line: 1,
      rule: 'missing-folder',
      message: 'The folder intents/ is missing.',
    });
    return undefined;
  }
  const files = readFolder(root, 'intents').filter(({ path }) => path.endsWith('.yaml'));
  const optional = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const file = files.find(({ path }) => path === `intents/${name}.yaml`);
    return file && parseYaml(file.path, file.text, schema, problems)?.value;
  };
  const unread = new Set<string>();
  const intents = readIntents(files, unread, problems);
  const corpus: Corpus = {
    intents,
    offTopic: optional('out-of-scope', offTopicSchema)?.phrasings ?? [],
    vocabulary: optional('vocabulary', vocabularySchema) ?? NO_VOCABULARY,
    followUps: optional('follow-ups', followUpsSchema) ?? NO_FOLLOW_UPS,
    tuning: optional('tuning', tuningSchema) ?? {},
  };
  return { corpus, unread };
}

function readIntents(files: readonly TextFile[], unread: Set<string>, problems: Problem[]): Intent[] {
  const owners = new Map<string, string>();
  return files.flatMap(({ path, text }): Intent[] => {
    const [, group, name] = /^intents\/([^/]+)\/([^/]+)\.yaml$/.exec(path) ?? [];
    if (group === undefined || group === 'safety' || group === 'safety-wordings') return [];
    const parsed = parseYaml(path, text, intentSchema, problems);
    if (!parsed) {
      unread.add(path);
      return [];
    }
    const { id, topic, phrasings } = parsed.value;
    if (id !== name) {
      problems.push({
        file: path,
        line: parsed.lineOf('id'),
        rule: 'intent-id',
        message: `The id is "${id}" but the file is named ${name}.yaml.`,
      });
    }
    phrasings.forEach((phrasing, i) => {
      const key = sameWords(phrasing);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, path);
      else {
        problems.push({
          file: path,
          line: parsed.lineOf('phrasings', i),
          rule: 'duplicate-phrasing',
          message: `"${phrasing}" is already a phrasing of ${owner}: keep it in one place.`,
        });
      }
    });
    return [{ id, group, topic, phrasings }];
  });
}

/** The phrasing as far as its wording goes: no capitals, accents or punctuation. */
function sameWords(phrasing: string): string {
  const bare = phrasing
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019`]/g, "'");
  return bare.replace(/[^\p{L}\p{N}\p{S}']+/gu, ' ').trim() || phrasing;
}
