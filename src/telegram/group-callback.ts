import { assertNever } from '../domain/assert-never.ts';
import type { ChannelAction } from '../domain/button.ts';
import { answerId } from '../domain/ids.ts';

/** What is done in a group by a press that comes back to the bot. */
export type GroupPress = Extract<ChannelAction, { do: 'remove' | 'pick' | 'show' | 'set' }>;

/** Bot API: most bytes of the data behind a button. */
const MOST_BYTES = 64;

/** Packs a press in a group, such as `g:h:awake-dose`. Ids of people are short: base 36. */
export function packGroupCallback(action: GroupPress): string {
  const data = `g:${pack(action)}`;
  if (Buffer.byteLength(data) > MOST_BYTES)
    throw new RangeError(`Callback data is longer than ${MOST_BYTES} bytes.`);
  return data;
}

/** Reads callback data, which anyone can forge. Undefined for what is no press of a group. */
export function unpackGroupCallback(data: string | undefined): GroupPress | undefined {
  const [, kind = '', of = '', more] = /^g:([rkhs]):([\w.-]*)(?::(\d{1,2}))?$/.exec(data ?? '') ?? [];
  switch (kind) {
    case 'r':
      return { do: 'remove', allowed: of === '' ? [] : of.split('.').map((id) => Number.parseInt(id, 36)) };
    case 'k':
      return more === undefined ? undefined : { do: 'pick', ticket: of, place: Number(more) };
    case 'h':
      return { do: 'show', id: answerId(of) };
    case 's':
      return more === undefined ? undefined : { do: 'set', setting: of, choice: Number(more) };
    default:
      return undefined;
  }
}

function pack(action: GroupPress): string {
  switch (action.do) {
    case 'remove':
      return `r:${action.allowed.map((id) => id.toString(36)).join('.')}`;
    case 'pick':
      return `k:${action.ticket}:${action.place}`;
    case 'show':
      return `h:${action.id}`;
    case 'set':
      return `s:${action.setting}:${action.choice}`;
    default:
      return assertNever(action);
  }
}
