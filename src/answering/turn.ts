import type { Notice } from '../domain/curated.ts';
import type { Decision } from '../domain/decision.ts';
import type { Surface } from '../domain/question.ts';
import type { Reply } from '../domain/reply.ts';
import type { Conversation } from './conversation.ts';
import type { Mind } from './mind.ts';

/** One message on its way through the spine, after triage: what it may lean on, and what goes under its reply. */
export interface Turn {
  readonly mind: Mind;
  readonly surface: Surface;
  readonly before: Conversation;
  /** Lines under the reply, such as the support line. */
  readonly below: readonly Notice[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a turn comes to. */
export interface Given {
  readonly decision: Decision;
  /** Undefined for silence. */
  readonly reply: Reply | undefined;
  /** What the next message may lean on. */
  readonly conversation: Conversation;
}
