import { compileRules } from '../safety/compile-rules.ts';
import { PatternError } from '../safety/parse-pattern.ts';
import type { SafetyRule, SafetyRules } from '../safety/rules.ts';
import { type Parsed, parseYaml } from './parse-yaml.ts';
import type { Problem } from './problem.ts';
import { readFolder } from './read-folder.ts';
import { type SafetyFile, safetyFileSchema } from './schemas/safety-rules.ts';

const FOLDER = 'intents/safety';

interface Source extends Parsed<SafetyFile> {
  readonly file: string;
}

/**
 * Reads the safety rules under `root/intents/safety`. Every mistake becomes a problem with its file and line; the
 * result is undefined when there was one. Throws what the file system throws.
 */
export function loadSafetyRules(root: string, problems: Problem[]): SafetyRules | undefined {
  const before = problems.length;
  const sources = readFolder(root, FOLDER).flatMap(({ path, text }): Source[] => {
    const parsed = parseYaml<SafetyFile>(path, text, safetyFileSchema as never, problems);
    return parsed ? [{ file: path, ...parsed }] : [];
  });
  demandUniqueNames(sources, problems);
  if (problems.length > before) return undefined;
  const rules = joinFiles(sources.map(({ value }) => value));
  demandReadablePatterns(sources, rules, problems);
  return problems.length > before ? undefined : rules;
}

function joinFiles(files: readonly SafetyFile[]): SafetyRules {
  const always = files.flatMap((file) =>
    Object.entries(file['read-as']).flatMap(([meaning, spellings]) =>
      spellings.map((spelling) => [spelling, meaning] as const),
    ),
  );
  return {
    sets: Object.assign({}, ...files.map((file) => file.sets)),
    spelling: {
      always: Object.fromEntries(always),
      also: Object.assign({}, ...files.map((file) => file['or-read-as'])),
      emoji: Object.assign({}, ...files.map((file) => file.emoji)),
      drop: files.flatMap((file) => file.drop ?? []),
      turns: files.flatMap((file) => file.turns ?? []),
      common: files.flatMap((file) => file.common ?? []),
      ordinary: files.flatMap((file) => file.ordinary ?? []),
    },
    contexts: files.flatMap((file) => file.contexts),
    forwarded: files.flatMap((file) => file.forwarded),
    rules: files.flatMap(rulesOf),
  };
}

function rulesOf(file: SafetyFile): SafetyRule[] {
  const { class: own } = file;
  if (!own) return [];
  return file.rules.map((rule) => ({ ...rule, class: own, unless: [...file.unless, ...rule.unless] }));
}

function demandUniqueNames(sources: readonly Source[], problems: Problem[]): void {
  const seen = new Map<string, string>();
  const demand = (kind: string, name: string, file: string, line: number): void => {
    const first = seen.get(`${kind} ${name}`);
    if (first) {
      problems.push({
        file,
        line,
        rule: 'safety-names',
        message: `The ${kind} "${name}" is already in ${first}.`,
      });
    }
    seen.set(`${kind} ${name}`, file);
  };
  for (const { file, value, lineOf } of sources) {
    for (const name of Object.keys(value.sets)) demand('word set', name, file, lineOf('sets', name));
    for (const [at, { name }] of value.contexts.entries())
      demand('context', name, file, lineOf('contexts', at));
    for (const [at, { name }] of value.rules.entries()) demand('rule', name, file, lineOf('rules', at));
    if (value.rules.length > 0 && !value.class) {
      problems.push({ file, line: 1, rule: 'safety-names', message: 'A file with rules needs a "class:".' });
    }
  }
}

/** Compiles everything once. Only when that fails, rule by rule, so that the problem has the line of its rule. */
function demandReadablePatterns(sources: readonly Source[], all: SafetyRules, problems: Problem[]): void {
  const whole = patternProblem(all);
  if (whole === undefined) return;
  const before = problems.length;
  for (const { file, value, lineOf } of sources) {
    for (const [at, rule] of rulesOf(value).entries()) {
      const message = patternProblem({ ...all, rules: [rule] });
      if (message !== undefined) {
        problems.push({ file, line: lineOf('rules', at), rule: 'safety-pattern', message });
      }
    }
  }
  if (problems.length === before) {
    problems.push({ file: FOLDER, line: 1, rule: 'safety-pattern', message: whole });
  }
}

function patternProblem(rules: SafetyRules): string | undefined {
  try {
    compileRules(rules);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}
