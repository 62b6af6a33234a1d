import { type Edge, PatternError, parseMember, parsePattern, type Step } from './parse-pattern.ts';
import type { SafetyPattern, SafetyRule, SafetyRules, SafetyScope } from './rules.ts';

/** A node of the tree of all phrases: the words that may follow, and the word groups that end here. */
export interface PhraseNode {
  /** Absent where no word follows, as at most of the nodes: thousands of empty maps would weigh megabytes. */
  next: Map<string, PhraseNode> | undefined;
  readonly ends: number[];
}

export type CompiledStep =
  | {
      readonly kind: 'words';
      readonly group: number;
      readonly edges: readonly Edge[];
      readonly optional: boolean;
    }
  | Exclude<Step, { kind: 'words' }>;

/** A sequence ready to be run, with the word groups that a text must hold for it to have any chance. */
export interface CompiledSequence {
  readonly steps: readonly CompiledStep[];
  readonly needs: readonly number[];
}

export interface CompiledPattern {
  readonly id: number;
  readonly sequences: readonly CompiledSequence[];
  /** What all its sequences need: the first that is missing ends the search. */
  readonly needs: number[];
  readonly within: number;
  readonly across: boolean;
}

export interface CompiledContext {
  readonly when: readonly CompiledPattern[];
  readonly unless: readonly CompiledContext[];
  readonly scope: SafetyScope;
}

export interface CompiledRule {
  readonly rule: SafetyRule;
  readonly when: readonly CompiledPattern[];
  /** For each of them one word group that it needs, -1 for none: a quick look that rules nearly all of them out. */
  readonly firstNeeds: Int32Array;
  readonly unless: readonly CompiledContext[];
}

export interface CompiledRules {
  readonly phrases: PhraseNode;
  /** Per word group the rules that have a pattern of which it is the first need. */
  readonly rulesOf: readonly (readonly CompiledRule[])[];
  /** Rules with a pattern that needs nothing. */
  readonly always: readonly CompiledRule[];
  readonly rules: readonly CompiledRule[];
  /** Every single word that a rule or a context names. */
  readonly vocabulary: ReadonlySet<string>;
  /** Those of them that a rule looks for: only these are worth mending a typo for. */
  readonly wanted: ReadonlySet<string>;
  readonly forwarded: readonly CompiledPattern[];
  /** Word groups that tell who is meant. */
  readonly self: number;
  readonly other: number;
}

const INLINE_SCOPE: SafetyScope = { kind: 'clause', reach: 8 };

function rulesByNeed(rules: readonly CompiledRule[], groups: number): CompiledRule[][] {
  const byNeed = Array.from({ length: groups }, (): CompiledRule[] => []);
  for (const rule of rules) for (const need of new Set(rule.firstNeeds)) byNeed[need]?.push(rule);
  return byNeed;
}

/** In each pattern, puts what few patterns need first: "I" is in most messages and rules hardly a pattern out. */
function rarestFirst(patterns: readonly CompiledPattern[]): void {
  const uses = new Map<number, number>();
  for (const { needs } of patterns) for (const need of needs) uses.set(need, (uses.get(need) ?? 0) + 1);
  for (const { needs } of patterns) needs.sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0));
}

/**
 * Turns rules into tables that a text can be run through in one pass. Throws {@link PatternError} for a pattern that
 * cannot be read or names a set or context that does not exist.
 */
export function compileRules(rules: SafetyRules): CompiledRules {
  const compiler = new Compiler(rules);
  return compiler.compile();
}

class Compiler {
  readonly #rules: SafetyRules;
  readonly #phrases: PhraseNode = { next: undefined, ends: [] };
  readonly #groups = new Map<string, number>();
  readonly #patterns = new Map<string, CompiledPattern>();
  readonly #contexts = new Map<string, CompiledContext>();
  readonly #expanded = new Map<string, readonly string[] | 'open'>();
  readonly #vocabulary = new Set<string>();

  constructor(rules: SafetyRules) {
    this.#rules = rules;
  }

  compile(): CompiledRules {
    const whens = this.#rules.rules.map((rule) => rule.when.map((pattern) => this.#pattern(pattern)));
    const wanted = new Set(this.#vocabulary);
    rarestFirst(whens.flat());
    const rules = this.#rules.rules.map((rule, at) => ({
      rule,
      when: whens[at] ?? [],
      firstNeeds: Int32Array.from(whens[at] ?? [], ({ needs }) => needs[0] ?? -1),
      unless: rule.unless.map((reason) => this.#reason(reason)),
    }));
    const forwarded = this.#rules.forwarded.map((pattern) => this.#pattern(pattern));
    const self = this.#group(['$self']);
    const other = this.#group(['$other']);
    return {
      phrases: this.#phrases,
      rulesOf: rulesByNeed(rules, this.#groups.size),
      always: rules.filter(({ firstNeeds }) => firstNeeds.includes(-1)),
      rules,
      vocabulary: this.#vocabulary,
      wanted,
      forwarded,
      self,
      other,
    };
  }

  #reason(reason: string): CompiledContext {
    if (!reason.startsWith('@')) return { when: [this.#pattern(reason)], unless: [], scope: INLINE_SCOPE };
    const known = this.#contexts.get(reason);
    if (known) return known;
    const context = this.#rules.contexts.find(({ name }) => name === reason.slice(1));
    if (!context) throw new PatternError(`There is no context "${reason}".`);
    const compiled = {
      when: context.when.map((pattern) => this.#pattern(pattern)),
      unless: context.unless.map((inner) => this.#reason(inner)),
      scope: context.scope,
    };
    this.#contexts.set(reason, compiled);
    return compiled;
  }

  #pattern(pattern: SafetyPattern): CompiledPattern {
    const key = JSON.stringify(pattern);
    const known = this.#patterns.get(key);
    if (known) return known;
    const { near, within, across } =
      typeof pattern === 'string' ? { near: [pattern], within: 0, across: false } : pattern;
    const sequences = near.map((text) => this.#sequence(text));
    const needs = [...new Set(sequences.flatMap((sequence) => sequence.needs))];
    const compiled = { id: this.#patterns.size, sequences, needs, within, across };
    this.#patterns.set(key, compiled);
    return compiled;
  }

  #sequence(text: string): CompiledSequence {
    const steps = parsePattern(text).map((step): CompiledStep => {
      if (step.kind !== 'words') return step;
      const { members, ...rest } = step;
      return { ...rest, group: this.#group(members) };
    });
    const needs = steps.flatMap((step) =>
      step.kind === 'words' && !step.optional && step.edges.length === 0 ? [step.group] : [],
    );
    return { steps, needs };
  }

  #group(members: readonly string[]): number {
    const key = members.join('|');
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = this.#groups.size;
    this.#groups.set(key, group);
    for (const phrase of new Set(members.flatMap((member) => this.#phrasesOf(member)))) {
      let node = this.#phrases;
      for (const word of phrase.split(' ')) {
        this.#vocabulary.add(word);
        node.next ??= new Map();
        const next: PhraseNode = node.next.get(word) ?? { next: undefined, ends: [] };
        node.next.set(word, next);
        node = next;
      }
      node.ends.push(group);
    }
    return group;
  }

  /** A member with every set in it written out: `my $kin` gives my mum, my dad and so on. */
  #phrasesOf(member: string): readonly string[] {
    if (!member.includes('$')) return [member];
    return member
      .split(' ')
      .map((part) => (part.startsWith('$') ? this.#membersOf(part.slice(1)) : [part]))
      .reduce(
        (starts, ends) => starts.flatMap((start) => ends.map((end) => (start ? `${start} ${end}` : end))),
        [''],
      );
  }

  #membersOf(name: string): readonly string[] {
    const known = this.#expanded.get(name);
    if (known === 'open') throw new PatternError(`The word set "$${name}" contains itself.`);
    if (known) return known;
    const set = this.#rules.sets[name];
    if (!set) throw new PatternError(`There is no word set "$${name}".`);
    this.#expanded.set(name, 'open');
    const phrases = [...new Set(set.flatMap(parseMember).flatMap((inner) => this.#phrasesOf(inner)))];
    this.#expanded.set(name, phrases);
    return phrases;
  }
}
