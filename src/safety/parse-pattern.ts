import { inflectVerb } from './inflect-verb.ts';

export interface Edge {
  readonly kind: 'edge';
  readonly side: 'start' | 'end';
  readonly of: 'clause' | 'sentence';
}

/** One step of a pattern: words or edges of which one must stand here, or room for other words. */
export type Step =
  | {
      readonly kind: 'words';
      readonly members: readonly string[];
      readonly edges: readonly Edge[];
      readonly optional: boolean;
    }
  | { readonly kind: 'gap'; readonly max: number; readonly across: boolean }
  | Edge;

export class PatternError extends Error {}

const DEFAULT_GAP = 3;
const EDGES: Readonly<Record<string, Edge>> = {
  START: { kind: 'edge', side: 'start', of: 'clause' },
  'START.': { kind: 'edge', side: 'start', of: 'sentence' },
  END: { kind: 'edge', side: 'end', of: 'clause' },
  'END.': { kind: 'edge', side: 'end', of: 'sentence' },
};
const ITEM = /\([^()]*\)\??|\S+/g;
const GAP = /^(\.{2,3})(\d{0,2})$/;
const PART = String.raw`(?:\$[a-z][a-z-]*|[\p{Ll}\p{N}]+~?)`;
const MEMBER = new RegExp(`^${PART}(?: ${PART})*$`, 'u');

/**
 * Reads one line of the pattern language: words, `$sets`, `(one|or another)`, `optional?`, `..5` for up to five words
 * in between in the same sentence, `...12` also across sentences, `START` and `END` of a clause (`START.` and `END.`
 * of a sentence). Throws {@link PatternError} with a sentence for the author.
 */
export function parsePattern(pattern: string): Step[] {
  const steps = (pattern.match(ITEM) ?? []).map(parseItem);
  if (!steps.some((step) => step.kind === 'words' && !step.optional)) {
    throw new PatternError(`"${pattern}" needs at least one word that is not optional.`);
  }
  if (steps.at(0)?.kind === 'gap' || steps.at(-1)?.kind === 'gap') {
    throw new PatternError(`"${pattern}" begins or ends with a gap, which means nothing.`);
  }
  return steps;
}

function parseItem(item: string): Step {
  const edge = EDGES[item];
  if (edge) return edge;
  const gap = GAP.exec(item);
  if (gap) return { kind: 'gap', max: Number(gap[2] || DEFAULT_GAP), across: gap[1] === '...' };
  const optional = item.endsWith('?');
  if (item.startsWith('(') !== /\)\??$/.test(item)) throw new PatternError(`"${item}" lacks a parenthesis.`);
  const body = optional ? item.slice(0, -1) : item;
  const members = body.startsWith('(')
    ? body
        .slice(1, -1)
        .split('|')
        .map((member) => member.trim())
    : [body];
  const edges = members.flatMap((member) => EDGES[member] ?? []);
  const words = members.filter((member) => !EDGES[member]).flatMap(parseMember);
  return { kind: 'words', members: words, edges, optional };
}

/** The phrases that one member of a set or a group stands for, with `$set` names left in them. */
export function parseMember(member: string): string[] {
  if (!MEMBER.test(member)) {
    throw new PatternError(`"${member}" is not understood: write lower-case words, a $set, or a verb~.`);
  }
  return member
    .split(' ')
    .map((word) => (word.endsWith('~') ? inflectVerb(word.slice(0, -1)) : [word]))
    .reduce<string[]>(
      (phrases, forms) => phrases.flatMap((phrase) => forms.map((form) => `${phrase} ${form}`)),
      [''],
    )
    .map((phrase) => phrase.trim());
}
