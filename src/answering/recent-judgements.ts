import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Candidate } from '../domain/decision.ts';
import type { AnswerId } from '../domain/ids.ts';
import { isPublic, type Surface } from '../domain/question.ts';
import type { Judged } from './decide-question.ts';
import { isFailure } from './triage-first.ts';
import type { Triaged } from './triaged.ts';

/** So many of each kind: about half a kilobyte each. */
const MOST = 3_000;

/**
 * What one mind made of the last different messages. A community asks the same again and again, and the same message
 * always gets the same judgement, so it need not be worked out twice. Ids, names of rules and sureness are kept, under a
 * hash of the text: never what was written, nor by whom.
 */
export interface RecentJudgements {
  /** A triage that failed is not kept: the next message is judged anew. */
  triage(text: string, make: () => Triaged): Triaged;
  decide(text: string, surface: Surface, last: AnswerId | undefined, make: () => Judged): Judged;
  offer(text: string, make: () => readonly Candidate[]): readonly Candidate[];
}

export function createRecentJudgements(max: number = MOST): RecentJudgements {
  const triaged = new LRUCache<string, Triaged>({ max });
  const judged = new LRUCache<string, Judged>({ max });
  const offered = new LRUCache<string, readonly Candidate[]>({ max });
  return {
    triage: (text, make) => {
      const key = keyOf(text);
      const before = triaged.get(key);
      if (before) return before;
      const made = make();
      if (!isFailure(made)) triaged.set(key, made);
      return made;
    },
    decide: (text, surface, last, make) => {
      const alone = keyOf(`${isPublic(surface)}\n\n${text}`);
      const after = last === undefined ? alone : keyOf(`${isPublic(surface)}\n${last}\n${text}`);
      const before = judged.get(alone);
      if (before?.standsAlone) return before;
      const known = judged.get(after);
      if (known) return known;
      const made = make();
      judged.set(made.standsAlone ? alone : after, made);
      return made;
    },
    offer: (text, make) => {
      const key = keyOf(text);
      const made = offered.get(key) ?? make();
      offered.set(key, made);
      return made;
    },
  };
}

function keyOf(text: string): string {
  return hash('sha256', text, 'base64');
}
