import type { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Assistant } from '../../answering/assistant.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Keeper } from '../curators/keeper.ts';
import type { Destination, Sent, Whisper } from '../deliver.ts';
import { describeError } from '../describe-error.ts';
import { Said } from '../said.ts';
import { Answered } from './answered.ts';
import { Budget } from './budget.ts';
import { GroupMemory, type GroupStores } from './group-memory.ts';
import { Limits } from './limits.ts';
import { Members, type Rights } from './members.ts';
import { type Scene, whisperIdOf } from './scene.ts';
import { Speaker } from './speaker.ts';
import { Tickets } from './tickets.ts';

/** How long a choice, and a line that only helps its reader on, stand in a group. */
export const SHORT_MS = 60_000;

export interface DeskOptions {
  readonly api: Api;
  readonly assistant: Assistant;
  readonly stores: GroupStores;
  readonly keeper?: Keeper | undefined;
  readonly logger: Logger;
  /** The bot itself; known once it has asked Telegram. */
  readonly me: () => { readonly id: number; readonly username: string };
}

/** Everything that the features of groups share. */
export interface Desk {
  readonly api: Api;
  readonly assistant: Assistant;
  readonly memory: GroupMemory;
  readonly members: Members;
  readonly limits: Limits;
  readonly tickets: Tickets;
  readonly answered: Answered;
  readonly speaker: Speaker;
  /** What the bot said in its last messages, here and in private. */
  readonly said: Said;
  /** Absent: nothing is kept for curators. */
  readonly keeper: Keeper | undefined;
  readonly botId: () => number;
  readonly botName: () => string;
  /** Groups that have just become supergroups: joining one of these is no news. */
  readonly moved: Set<number>;
  readonly now: () => number;
  /** What the bot may do in the group of a scene. */
  rights(scene: Scene): Promise<Rights>;
  /** Whisper to the caller where that is possible; undefined where it is not. */
  whisper(
    scene: Scene,
    reply: Reply,
    how?: { readonly replace?: boolean; readonly urgent?: boolean },
  ): Promise<Sent | undefined>;
  /**
   * Tells the caller alone where that is possible; else in the group, as a reply to the call, and takes it away after
   * `standsMs` (0: it stays). The call goes with it, where the bot may delete.
   */
  tell(scene: Scene, reply: Reply, standsMs?: number): Promise<void>;
  /** Takes a message away later. A restart forgets it. */
  removeLater(at: Sent, afterMs: number): void;
  /** Does something later, and logs when it fails. */
  later(afterMs: number, what: () => Promise<unknown>): void;
}

export function createDesk({ api, assistant, stores, keeper, logger, me }: DeskOptions): Desk {
  const now = (): number => Date.now();
  const memory = new GroupMemory(stores, logger);
  const members = new Members(api, now, (error) => {
    logger.warn({ error: describeError(error) }, 'Telegram could not be asked who is an admin.');
  });
  const said = new Said(now);
  const speaker = new Speaker({
    said,
    api,
    logger,
    memory,
    now,
    budget: new Budget(),
    botName: () => me().username,
  });
  const botName = (): string => me().username;
  const botId = (): number => me().id;
  const rights: Desk['rights'] = ({ chatId }) => members.rights(chatId, botId());

  const later: Desk['later'] = (afterMs, what) => {
    const timer = setTimeout(() => {
      what().catch((error: unknown) => logger.warn({ error: describeError(error) }, 'A late step failed.'));
    }, afterMs);
    timer.unref();
  };
  const removeLater: Desk['removeLater'] = (at, afterMs) => later(afterMs, () => speaker.remove(at));

  const whisper: Desk['whisper'] = async (scene, reply, { replace = false, urgent = false } = {}) => {
    const how = await whisperFor(scene, rights);
    if (!how) return undefined;
    const to = { ...destination(scene), whisper: { ...how, ...(replace ? { replace } : {}) } };
    return speaker.whisper(to, reply, urgent);
  };

  const tell: Desk['tell'] = async (scene, reply, standsMs = SHORT_MS) => {
    if (await whisper(scene, reply)) return;
    const call = scene.callbackId === undefined ? scene.message?.message_id : undefined;
    const at = await speaker.post({ ...destination(scene), ...(call ? { replyTo: call } : {}) }, reply);
    if (at && standsMs > 0) removeLater(at, standsMs);
  };

  return {
    api,
    assistant,
    memory,
    members,
    speaker,
    said,
    keeper,
    botId,
    botName,
    moved: new Set(),
    now,
    rights,
    whisper,
    tell,
    removeLater,
    later,
    limits: new Limits(),
    tickets: new Tickets(),
    answered: new Answered(),
  };
}

/** The chat and topic of a scene. */
export function destination({ chatId, threadId }: Scene): Destination {
  return { chatId, ...(threadId === undefined ? {} : { threadId }) };
}

/**
 * What allows a whisper, by the rules of the Bot API: an answer to a press or to a whispered command, or any time from
 * an admin bot. Nobody knows whom to whisper to when the caller is anonymous.
 */
async function whisperFor(scene: Scene, rights: Desk['rights']): Promise<Whisper | undefined> {
  const { userId } = scene.caller;
  if (userId === undefined) return undefined;
  if (scene.callbackId !== undefined) return { userId, callbackId: scene.callbackId };
  const answers = whisperIdOf(scene.message);
  if (answers !== undefined) return { userId, answers };
  return (await rights(scene)).admin ? { userId } : undefined;
}
