import type { AnswerId, SafetyClass } from '../domain/ids.ts';

/** How long a conversation is remembered after its last message: at most 30 minutes, in memory only. */
export const MEMORY_MS = 30 * 60_000;
/** How long the support line stands under answers after a crisis text, and how long a repeat counts as one. */
export const SUPPORT_MS = 60 * 60_000;

/** What the next message of a conversation may lean on. It holds ids and times, never what was written. */
export interface Conversation {
  /** The answer that "it" and "that one" are about. */
  readonly last?: AnswerId;
  /** What a typed number picks: the candidates, or the related questions of the last answer. */
  readonly choices: readonly AnswerId[];
  /** Whether the last reply asked to choose: only then does "none" mean none of these. */
  readonly choosing: boolean;
  /** When each safety text was last given, in milliseconds since 1970. */
  readonly safety: Readonly<Partial<Record<SafetyClass, number>>>;
  /** When the conversation last moved. */
  readonly at: number;
}

export const FRESH: Conversation = { choices: [], choosing: false, safety: {}, at: 0 };

/** Whether the safety text was given within the hour. */
export function recently({ safety }: Conversation, id: SafetyClass, now: number): boolean {
  const at = safety[id];
  return at !== undefined && now - at < SUPPORT_MS;
}
