import type { SafetyHit } from '../domain/decision.ts';
import { SAFETY_CLASSES, type SafetyClass } from '../domain/ids.ts';
import { type CompiledRule, type CompiledRules, compileRules } from './compile-rules.ts';
import { findOccurrences, type Span } from './find-spans.ts';
import { judgeRule, type Reading } from './judge-rule.ts';
import { prepareSpelling, type Spelling } from './prepare-spelling.ts';
import { readPlainly } from './read-plainly.ts';
import { readTokens } from './read-tokens.ts';
import { readWords } from './read-words.ts';
import type { SafetyRules } from './rules.ts';
import { tellWho } from './tell-who.ts';
import { BREAK, type Break, type Words } from './words.ts';

/** What triage found in one message. */
export interface TriageResult {
  /** At most one per class, most urgent first. */
  readonly hits: readonly SafetyHit[];
  /** Name of the soft rule that matched: distress, history long past, bereavement, the nickname of the disease. */
  readonly soft: string | undefined;
  /** The message as {@link readPlainly} gives it. */
  readonly plain: string;
  /** The words around the first matches of each class that was hit. */
  readonly around: ReadonlyMap<SafetyClass, readonly Around[]>;
}

/** Words around a match as they were read: between commas, of its clause, and of its sentence. */
export interface Around {
  readonly phrase: string;
  readonly clause: string;
  readonly sentence: string;
}

/** Judges a message as it came, of any length and with any characters. */
export type Triage = (text: string) => TriageResult;

/** The words around so many matches of a class are read: the first may be a joke and the second no longer. */
const MOST_MATCHES = 4;
/** So many words to each side of a match are read at most. */
const REACH = 12;

/** Rules made ready to run: plain data, so that the build can leave it in the snapshot. */
export interface PreparedTriage {
  readonly rules: CompiledRules;
  readonly spelling: Spelling;
}

/** Takes some tenths of a second. Throws `PatternError` for rules that cannot be read. */
export function prepareTriage(rules: SafetyRules): PreparedTriage {
  const compiled = compileRules(rules);
  return { rules: compiled, spelling: prepareSpelling(rules.spelling, compiled) };
}

/**
 * Prepares the rules once, unless they come prepared. The function it returns needs time linear in the length of the
 * message. Throws `PatternError` for rules that cannot be read.
 */
export function createTriage(rules: SafetyRules, prepared: PreparedTriage = prepareTriage(rules)): Triage {
  const { rules: compiled, spelling } = prepared;
  const inClass = (wanted: string): CompiledRule[] => {
    const own = compiled.rules.filter(({ rule }) => rule.class === wanted);
    return [...own.filter(({ rule }) => rule.explicit), ...own.filter(({ rule }) => !rule.explicit)];
  };
  const classes = SAFETY_CLASSES.map((name) => ({ name, rules: inClass(name) }));
  const softRules = inClass('soft');

  return (text) => {
    const tokens = readTokens(text, spelling);
    const plain = readPlainly(text, spelling, tokens);
    const words = readWords(tokens, spelling);
    const occurrences = findOccurrences(words, compiled);
    const reading: Reading = { words, occurrences, spans: new Map() };
    const hits: SafetyHit[] = [];
    const around = new Map<SafetyClass, readonly Around[]>();
    for (const { name, rules: own } of classes) {
      const matches: Around[] = [];
      for (const rule of own) {
        const spans = judgeRule(rule, reading, MOST_MATCHES - matches.length);
        const [first] = spans;
        if (!first) continue;
        if (matches.length === 0) {
          const who = tellWho(rule, first, reading, compiled);
          hits.push({ class: name, rule: rule.rule.name, who, explicit: rule.rule.explicit });
        }
        matches.push(...spans.map((span) => readAround(span, words, spelling)));
        if (matches.length === MOST_MATCHES) break;
      }
      if (matches.length > 0) around.set(name, matches);
    }
    const soft = softRules.find((rule) => judgeRule(rule, reading).length > 0)?.rule.name;
    return { hits, soft, plain, around };
  };
}

function readAround(span: Span, words: Words, spelling: Spelling): Around {
  return {
    phrase: wordsAround(span, words, BREAK.comma, spelling),
    clause: wordsAround(span, words, BREAK.clause, spelling),
    sentence: wordsAround(span, words, BREAK.sentence, spelling),
  };
}

/** As typed, or as read where it was not typed as a word. */
function wordsAround(
  { start, end }: Span,
  { readings, breaks }: Words,
  edge: Break,
  { known }: Pick<Spelling, 'known'>,
): string {
  let from = start;
  for (let left = REACH; left > 0 && from > 0 && (breaks[from] ?? edge) < edge; left -= 1) from -= 1;
  let to = end;
  for (let left = REACH; left > 0 && to < readings.length && (breaks[to] ?? edge) < edge; left -= 1) to += 1;
  return readings
    .slice(from, to)
    .map((each) => each.find((reading) => known.has(reading)) ?? each[0] ?? '')
    .join(' ');
}
