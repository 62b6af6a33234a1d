import type { Assistant } from '../../answering/assistant.ts';
import { Reply } from '../../domain/reply.ts';
import type { CuratorChat } from './curator-chat.ts';

/** Someone who edits saves often: so long between two messages about it. */
const GAP_MS = 10 * 60_000;

/**
 * Tells curators that changed files have problems, and which. To be called every few seconds: each state of the files is
 * told once, and none that was mended meanwhile.
 *
 * @param problems the problems as they are now, a line each; undefined when there are none
 */
export function createProblemTeller(
  chat: CuratorChat,
  assistant: Assistant,
  problems: () => readonly string[] | undefined,
  now: () => number = Date.now,
): () => Promise<void> {
  let told: readonly string[] | undefined;
  let quietUntil = 0;
  return async () => {
    const lines = problems();
    if (lines === undefined) told = undefined;
    if (lines === undefined || lines === told || now() < quietUntil) return;
    told = lines;
    quietUntil = now() + GAP_MS;
    const { notices, standing } = assistant.content;
    await chat.tell(Reply.forCurators(notices['reload-problems'], lines, standing));
  };
}
