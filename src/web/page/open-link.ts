import type { RoomId } from '../wire.ts';

/** What an address opens. */
export interface LinkTaps {
  readonly start: (payload: string) => void;
  readonly message: (room: RoomId, key: string) => void;
  readonly other: (words: string) => void;
}

/** The numbers of the sample groups, as they stand in links to their messages. */
const GROUPS: Readonly<Record<string, RoomId>> = { '1234567890': 'group', '1234567891': 'forum' };

/** Opens in place what Telegram would open. No address is ever fetched. */
export function openLink(url: string, botName: string, { start, message, other }: LinkTaps): void {
  const { pathname, searchParams } = new URL(url);
  const [, inner = '', rest = ''] = /^\/c\/(\d+)\/([\d/]+)$/.exec(pathname) ?? [];
  const room = GROUPS[inner];
  if (room) message(room, `m${rest.split('/').at(-1)}`);
  else if (pathname !== `/${botName}`) other(`Telegram would open ${url}`);
  else if (searchParams.has('startgroup')) {
    other('Telegram would now ask in which group the bot may have these rights.');
  } else start(searchParams.get('start') ?? '');
}
