import { hash } from 'node:crypto';
import type { Candidate } from '../domain/decision.ts';
import type { AnswerId } from '../domain/ids.ts';
import { keepNewest } from '../domain/keep-newest.ts';
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

export function createRecentJudgements(): RecentJudgements {
  const triaged = new Map<string, Triaged>();
  const judged = new Map<string, Judged>();
  const offered = new Map<string, readonly Candidate[]>();
  return {
    triage: (text, make) => {
      const key = keyOf(text);
      const made = triaged.get(key) ?? make();
      if (!isFailure(made)) remember(triaged, key, made);
      return made;
    },
    decide: (text, surface, last, make) => {
      const alone = keyOf(`${isPublic(surface)}\n\n${text}`);
      const before = judged.get(alone);
      if (before?.standsAlone) return remember(judged, alone, before);
      const after = last === undefined ? alone : keyOf(`${isPublic(surface)}\n${last}\n${text}`);
      const made = judged.get(after) ?? make();
      return remember(judged, made.standsAlone ? alone : after, made);
    },
    offer: (text, make) => {
      const key = keyOf(text);
      return remember(offered, key, offered.get(key) ?? make());
    },
  };
}

/** What is used again becomes the newest. */
function remember<T>(known: Map<string, T>, key: string, value: T): T {
  known.delete(key);
  known.set(key, value);
  keepNewest(known, MOST);
  return value;
}

function keyOf(text: string): string {
  return hash('sha256', text, 'base64');
}
