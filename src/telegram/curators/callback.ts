import { createHash } from 'node:crypto';
import type { CallbackQuery } from 'grammy/types';
import { assertNever } from '../../domain/assert-never.ts';
import type { ChannelAction } from '../../domain/button.ts';
import { type AnswerId, answerId } from '../../domain/ids.ts';

/** A press that curators learn from: a vote, a question let go, or a decision of a curator. */
export type LoopPress = Extract<ChannelAction, { do: 'vote' | 'release' | 'decide' }>;

/** Bot API: most bytes of the data behind a button. */
const MOST_BYTES = 64;
const VERDICTS = { w: 'wording', n: 'not-covered', i: 'ignored' } as const;

/** Packs such a press: `f:y:awake-dose`, `f:r`, `c:w:<group>:<tag>`. Throws a RangeError over 64 bytes. */
export function packLoopCallback(action: LoopPress): string {
  const data = pack(action);
  if (Buffer.byteLength(data) > MOST_BYTES)
    throw new RangeError(`Callback data is longer than ${MOST_BYTES} bytes.`);
  return data;
}

/** Reads callback data, which anyone can forge. Undefined for what is no such press. */
export function unpackLoopCallback(data: string | undefined): LoopPress | undefined {
  if (data === 'f:r') return { do: 'release' };
  const vote = /^f:(?<way>[yn]):(?<id>[a-z0-9-]{1,60})$/.exec(data ?? '')?.groups;
  if (vote) return { do: 'vote', id: answerId(vote['id'] ?? ''), helped: vote['way'] === 'y' };
  const found = /^c:(?<as>[wni]):(?<group>[\w-]{22})(?::(?<tag>[\w-]{8}))?$/.exec(data ?? '')?.groups;
  if (!found) return undefined;
  const { group = '', tag } = found;
  const as = VERDICTS[found['as'] as keyof typeof VERDICTS];
  if ((as === 'wording') !== (tag !== undefined)) return undefined;
  return { do: 'decide', group, as, ...(tag === undefined ? {} : { tag }) };
}

/** Whether the data stands on a button of its message. Data that does not was made up. */
export function isOnMessage({ message, data }: Pick<CallbackQuery, 'message' | 'data'>): boolean {
  if (!message || !('reply_markup' in message)) return false;
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.some((button) => 'callback_data' in button && button.callback_data === data);
}

/** Eight characters for an answer: its id beside that of a group would be longer than a button takes. */
export function tagOf(id: AnswerId): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 8);
}

function pack(action: LoopPress): string {
  switch (action.do) {
    case 'vote':
      return `f:${action.helped ? 'y' : 'n'}:${action.id}`;
    case 'release':
      return 'f:r';
    case 'decide':
      return ['c', action.as[0], action.group, ...(action.tag === undefined ? [] : [action.tag])].join(':');
    default:
      return assertNever(action);
  }
}
