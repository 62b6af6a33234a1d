import type { Assistant } from '../../answering/assistant.ts';
import type { Buttons } from '../../domain/button.ts';
import type { UnansweredGroup } from '../../domain/curation-stores.ts';
import { Reply } from '../../domain/reply.ts';
import type { Stores } from '../../domain/stores.ts';
import { runOnOne } from '../../storage/run-on-one.ts';
import { tagOf } from './callback.ts';
import type { CuratorChat } from './curator-chat.ts';

/** So many groups of alike questions make a digest at once; fewer wait for the week to end. It holds no more. */
export const GROUPS_IN_DIGEST = 20;

const DAY = 86_400_000;
const WEEK_DAYS = 7;
/** Days to look back for the last digest. */
const LOOK_BACK_DAYS = 400;
/** Counters by day: a digest was sent, or the first week began. */
const SENT = 'digest/';

export interface DigestOptions {
  readonly stores: Pick<Stores, 'unanswered' | 'counters' | 'leases'>;
  readonly assistant: Assistant;
  readonly chat: CuratorChat;
  /** Tells this process from others on the same store. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** The program stops: what was not sent yet waits for the next digest. */
  readonly signal?: AbortSignal;
}

/**
 * Sends the open questions that no digest has shown: when 20 groups wait, else once a week. To be called every few
 * seconds, in any number of processes: each group is shown once. Returns how many were sent.
 */
export async function sendDigest(options: DigestOptions): Promise<number> {
  const { stores, owner } = options;
  if (!(await isDue(options))) return 0;
  let sent = 0;
  await runOnOne(stores.leases, 'digest', owner, async (onlyOne) => {
    // Another process may have sent it between the look and the lease.
    if (await isDue(options)) sent = await send(options, onlyOne);
  });
  return sent;
}

async function isDue({ stores, now = Date.now }: DigestOptions): Promise<boolean> {
  const fresh = await stores.unanswered.countFresh(GROUPS_IN_DIGEST);
  if (fresh === 0) return false;
  if (fresh >= GROUPS_IN_DIGEST) return true;
  const day = (back: number): string => new Date(now() - back * DAY).toISOString().slice(0, 10);
  const sent = await stores.counters.read(SENT, day(LOOK_BACK_DAYS), day(0));
  const last = sent.at(-1)?.day;
  if (last === undefined) {
    // The first question ever: its week begins now.
    await stores.counters.add(`${SENT}begun`, day(0));
    return false;
  }
  return last <= day(WEEK_DAYS);
}

async function send(options: DigestOptions, onlyOne: AbortSignal): Promise<number> {
  const { stores, assistant, chat, now = Date.now, signal } = options;
  const { items } = await stores.unanswered.open({ limit: GROUPS_IN_DIGEST, fresh: true });
  const { notices, standing } = assistant.content;
  const head = Reply.forCurators(notices['digest-head'], [], standing, {
    numbers: { questions: items.length },
  });
  if (!(await chat.tell(head))) return 0;
  await stores.counters.add(`${SENT}sent`, new Date(now()).toISOString().slice(0, 10));
  let sent = 0;
  for (const group of items) {
    if (signal?.aborted || onlyOne.aborted) return sent;
    // Before it is sent: after a crash in between it is in "npm run curate" only, and never shown twice.
    await stores.unanswered.markShown([group.id]);
    if (!(await chat.tell(showGroup(assistant, group), { quietly: true }))) return sent;
    sent += 1;
  }
  return sent;
}

/** One group of alike questions: the words of members, how often they were asked, and three decisions. */
export function showGroup({ content }: Assistant, group: UnansweredGroup): Reply {
  const { labels, notices, standing, wordingOf } = content;
  const { id, bestGuess, texts, asked } = group;
  const guess = bestGuess && wordingOf.get(bestGuess);
  const decide = { do: 'decide', group: id } as const;
  const buttons: Buttons = [
    ...(guess && bestGuess
      ? [[{ label: guess, action: { ...decide, as: 'wording' as const, tag: tagOf(bestGuess) } }]]
      : []),
    [
      { label: labels['not-covered'], action: { ...decide, as: 'not-covered' } },
      { label: labels.ignore, action: { ...decide, as: 'ignored' } },
    ],
  ];
  return Reply.forCurators(notices['digest-entry'], texts, standing, { buttons, numbers: { times: asked } });
}
