import type {
  CompiledPattern,
  CompiledRule,
  CompiledRules,
  CompiledSequence,
  CompiledStep,
  PhraseNode,
} from './compile-rules.ts';
import type { Edge } from './parse-pattern.ts';
import { BREAK, type Words } from './words.ts';

/** Words `start` to `end` (not included) of a message. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the word groups of all rules stand in one message. */
export interface Occurrences {
  /** Whether a word group stands anywhere in the message. */
  has(group: number): boolean;
  /** Whether the first need of any pattern of a rule is met: most rules end here, without a look at their patterns. */
  allows(rule: CompiledRule): boolean;
  /** Where it begins, with the ends. Worked out when first asked for: most groups never are. */
  of(group: number): ReadonlyMap<number, readonly number[]>;
}

/** Finds every word and phrase of every rule in one pass over the message. */
export function findOccurrences({ readings, breaks }: Words, rules: CompiledRules): Occurrences {
  const present = new Uint8Array(rules.rulesOf.length);
  const possible = new Set(rules.always);
  const hits = new Map<PhraseNode, Span[]>();
  const walk = (node: PhraseNode, start: number, at: number): void => {
    if (node.ends.length > 0) {
      const known = hits.get(node);
      if (known) known.push({ start, end: at });
      else {
        hits.set(node, [{ start, end: at }]);
        for (const group of node.ends) {
          if (present[group] === 1) continue;
          present[group] = 1;
          for (const rule of rules.rulesOf[group] ?? []) possible.add(rule);
        }
      }
    }
    if (at > start && breaks[at] === BREAK.sentence) return;
    if (!node.next) return;
    for (const word of readings[at] ?? []) {
      const next = node.next.get(word);
      if (next) walk(next, start, at + 1);
    }
  };
  for (let start = 0; start < readings.length; start += 1) walk(rules.phrases, start, start);

  const known = new Map<number, ReadonlyMap<number, readonly number[]>>();
  return {
    has: (group) => present[group] === 1,
    allows: (rule) => possible.has(rule),
    of: (group) => {
      const starts = known.get(group) ?? startsOf(group, hits);
      known.set(group, starts);
      return starts;
    },
  };
}

function startsOf(
  group: number,
  hits: ReadonlyMap<PhraseNode, readonly Span[]>,
): ReadonlyMap<number, readonly number[]> {
  const starts = new Map<number, number[]>();
  for (const [node, spans] of hits) {
    if (!node.ends.includes(group)) continue;
    for (const { start, end } of spans) {
      const ends = starts.get(start);
      if (!ends) starts.set(start, [end]);
      else if (!ends.includes(end)) ends.push(end);
    }
  }
  return starts;
}

export const NOWHERE: readonly Span[] = [];

/** Whether the message holds all that a pattern needs. Nearly all patterns end here, for nearly all messages. */
export function isPossible({ needs }: CompiledPattern, occurrences: Occurrences): boolean {
  for (let i = 0; i < needs.length; i += 1) if (!occurrences.has(needs[i] as number)) return false;
  return true;
}

/** The places where a pattern matches, by where they end. At most one per end and part: the tightest. */
export function findSpans(pattern: CompiledPattern, words: Words, occurrences: Occurrences): readonly Span[] {
  const found: Span[][] = [];
  for (const sequence of pattern.sequences) {
    const spans = runSequence(sequence, words, occurrences);
    if (spans.length === 0) return NOWHERE;
    found.push(spans);
  }
  const [first = [], ...rest] = found;
  return rest.reduce((spans, next) => joinNear(spans, next, pattern, words), first);
}

/** Positions reached so far: the next word to read, with where the match began. `free`: may cross into a sentence. */
interface States {
  readonly bound: Map<number, number>;
  readonly free: Map<number, number>;
}

function runSequence({ steps }: CompiledSequence, words: Words, occurrences: Occurrences): Span[] {
  let states: States | undefined;
  for (const step of steps) {
    states = states ? advance(states, step, words, occurrences) : begin(step, words, occurrences);
    if (states.bound.size + states.free.size === 0) return [];
  }
  if (!states) return [];
  return [...states.bound, ...states.free]
    .filter(([end, start]) => end > start)
    .map(([end, start]) => ({ start, end }))
    .sort((a, b) => a.end - b.end);
}

function begin(step: CompiledStep, words: Words, occurrences: Occurrences): States {
  const bound = new Map<number, number>();
  if (step.kind === 'words' && !step.optional && step.edges.length === 0) {
    for (const [start, ends] of occurrences.of(step.group)) for (const end of ends) keep(bound, end, start);
    return { bound, free: new Map() };
  }
  const everywhere = new Map(words.readings.map((_, at) => [at, at] as const));
  return advance({ bound: new Map(), free: everywhere }, step, words, occurrences);
}

function advance(states: States, step: CompiledStep, words: Words, occurrences: Occurrences): States {
  if (step.kind === 'edge') return atEdge(states, step, words);
  if (step.kind === 'gap') return acrossGap(states, step, words);
  const next = new Map<number, number>(step.optional ? states.bound : []);
  if (occurrences.has(step.group)) {
    const starts = occurrences.of(step.group);
    for (const [at, start] of states.bound) {
      if (words.breaks[at] === BREAK.sentence) continue;
      for (const end of starts.get(at) ?? []) keep(next, end, start);
    }
    for (const [at, start] of states.free) for (const end of starts.get(at) ?? []) keep(next, end, start);
  }
  const free = new Map<number, number>(step.optional ? states.free : []);
  for (const edge of step.edges) {
    const kept = atEdge(states, edge, words);
    for (const [at, start] of kept.bound) keep(next, at, start);
    for (const [at, start] of kept.free) keep(free, at, start);
  }
  return { bound: next, free };
}

function atEdge(states: States, { side, of }: Edge, words: Words): States {
  const least = of === 'clause' ? BREAK.comma : BREAK.sentence;
  const isEdge = (at: number): boolean =>
    at >= words.readings.length ? side === 'end' : (words.breaks[at] ?? BREAK.none) >= least;
  const keepEdges = (from: Map<number, number>) => new Map([...from].filter(([at]) => isEdge(at)));
  return { bound: keepEdges(states.bound), free: keepEdges(states.free) };
}

function acrossGap(
  states: States,
  { max, across }: Extract<CompiledStep, { kind: 'gap' }>,
  words: Words,
): States {
  const reached = new Map<number, number>();
  for (const from of [states.bound, states.free]) {
    for (const [at, start] of from) {
      for (let to = at; to <= at + max && to <= words.readings.length; to += 1) {
        keep(reached, to, start);
        if (!across && words.breaks[to] === BREAK.sentence && from === states.bound) break;
      }
    }
  }
  return across ? { bound: new Map(), free: reached } : { bound: reached, free: new Map() };
}

function keep(states: Map<number, number>, at: number, start: number): void {
  const known = states.get(at);
  if (known === undefined || known < start) states.set(at, start);
}

function joinNear(
  spans: readonly Span[],
  others: readonly Span[],
  pattern: CompiledPattern,
  words: Words,
): Span[] {
  const joined: Span[] = [];
  let from = 0;
  for (const span of spans) {
    while (from < others.length && (others[from]?.end ?? 0) + pattern.within < span.start) from += 1;
    for (let i = from; i < others.length; i += 1) {
      const other = others[i];
      if (!other || other.start > span.end + pattern.within) break;
      const start = Math.min(span.start, other.start);
      const end = Math.max(span.end, other.end);
      if (!pattern.across && crossesSentence(start, end, words)) continue;
      joined.push({ start, end });
      break;
    }
  }
  return joined;
}

function crossesSentence(start: number, end: number, { breaks }: Words): boolean {
  for (let at = start + 1; at < end; at += 1) if (breaks[at] === BREAK.sentence) return true;
  return false;
}
