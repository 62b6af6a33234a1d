import type { SafetyHit } from '../domain/decision.ts';
import { SAFETY_CLASSES } from '../domain/ids.ts';
import { type CompiledRule, compileRules } from './compile-rules.ts';
import { findOccurrences } from './find-spans.ts';
import { judgeRule, type Reading } from './judge-rule.ts';
import { prepareSpelling } from './prepare-spelling.ts';
import { readWords } from './read-words.ts';
import type { SafetyRules } from './rules.ts';
import { tellWho } from './tell-who.ts';

/** What triage found in one message. */
export interface TriageResult {
  /** At most one per class, most urgent first. */
  readonly hits: readonly SafetyHit[];
  /** Name of the soft rule that matched: distress, history long past, bereavement, the nickname of the disease. */
  readonly soft: string | undefined;
}

/**
 * Prepares the rules once. The function it returns takes a message as it came, of any length and with any characters,
 * and needs time linear in its length. Throws `PatternError` for rules that cannot be read.
 */
export function createTriage(rules: SafetyRules): (text: string) => TriageResult {
  const compiled = compileRules(rules);
  const spelling = prepareSpelling(rules.spelling, compiled);
  const inClass = (wanted: string): CompiledRule[] => {
    const own = compiled.rules.filter(({ rule }) => rule.class === wanted);
    return [...own.filter(({ rule }) => rule.explicit), ...own.filter(({ rule }) => !rule.explicit)];
  };
  const classes = SAFETY_CLASSES.map((name) => ({ name, rules: inClass(name) }));
  const softRules = inClass('soft');

  return (text) => {
    const words = readWords(text, spelling);
    const occurrences = findOccurrences(words, compiled);
    const reading: Reading = { words, occurrences, spans: new Array(compiled.patternCount) };
    const hits = classes.flatMap((each): SafetyHit[] => {
      for (const rule of each.rules) {
        const span = judgeRule(rule, reading);
        if (!span) continue;
        const who = tellWho(rule, span, reading, compiled);
        return [{ class: each.name, rule: rule.rule.name, who, explicit: rule.rule.explicit }];
      }
      return [];
    });
    return { hits, soft: softRules.find((rule) => judgeRule(rule, reading))?.rule.name };
  };
}
