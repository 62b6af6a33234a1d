import { type AnswerId, type OfClasses, ofClasses, type SafetyClass } from '../domain/ids.ts';

/** How long a conversation is remembered after its last message: at most 30 minutes, in memory only. */
export const MEMORY_MS = 30 * 60_000;
/** How long the support line stands under answers after a crisis text, and how long a repeat counts as one. */
export const SUPPORT_MS = 60 * 60_000;

/** What the next message of a conversation may lean on. It holds ids and times, never what was written. */
export interface Conversation {
  /** The answer that "it" and "that one" are about. */
  readonly last: AnswerId | undefined;
  /** What a typed number picks: the candidates, or the related questions of the last answer. */
  readonly choices: readonly AnswerId[];
  /** Whether the last reply asked to choose: only then does "none" mean none of these. */
  readonly choosing: boolean;
  /** When each safety text was last given, in milliseconds since 1970. */
  readonly safety: Times;
  /** The same for texts that were about the person themselves: only to them may a repeat say "again". */
  readonly own: Times;
  /** When the conversation last moved. */
  readonly at: number;
}

/** For each safety class when, in milliseconds since 1970. */
export type Times = OfClasses<number | undefined>;

const NEVER: Times = ofClasses(() => undefined);

export const FRESH: Conversation = {
  last: undefined,
  choices: [],
  choosing: false,
  safety: NEVER,
  own: NEVER,
  at: 0,
};

/**
 * The times with some classes noted. All classes are always there: where each conversation holds others, V8 keeps a form
 * for each (10,000 conversations: 4.9 MB, now 3.8).
 */
export function noteTimes(before: Times, classes: readonly SafetyClass[], at: number): Times {
  return ofClasses((name) => (classes.includes(name) ? at : before[name]));
}

/** Whether the safety text was given within the hour. */
export function recently({ safety }: Conversation, id: SafetyClass, now: number): boolean {
  return withinTheHour(safety[id], now);
}

/** Whether this person was given the safety text about themselves within the hour. */
export function recentlyOwn({ own }: Conversation, id: SafetyClass, now: number): boolean {
  return withinTheHour(own[id], now);
}

function withinTheHour(at: number | undefined, now: number): boolean {
  return at !== undefined && now - at < SUPPORT_MS;
}
