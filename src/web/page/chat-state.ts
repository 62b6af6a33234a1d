import type { Change, Opening, RoomId, WireMessage } from '../wire.ts';

/** What is shown, as far as the program has told it. */
export interface ChatState {
  readonly opening: Opening;
  readonly seq: number;
  readonly rooms: Readonly<Record<RoomId, readonly WireMessage[]>>;
  readonly pinned: Readonly<Partial<Record<RoomId, string>>>;
  /** Whether the bot is an admin, by room. */
  readonly admin: Readonly<Partial<Record<RoomId, boolean>>>;
}

export function begin(opening: Opening): ChatState {
  const empty: ChatState = {
    opening,
    seq: 0,
    rooms: { private: [], group: [], elsewhere: [], forum: [] },
    pinned: {},
    admin: { group: true, forum: true },
  };
  return applyChanges(empty, opening.changes);
}

/** Takes changes in, each once: they come by two ways. */
export function applyChanges(state: ChatState, changes: readonly Change[]): ChatState {
  return changes.reduce(applyChange, state);
}

function applyChange(state: ChatState, change: Change): ChatState {
  if (change.seq <= state.seq) return state;
  const next = { ...state, seq: change.seq };
  switch (change.kind) {
    case 'put': {
      const { message } = change;
      const list = state.rooms[message.room];
      const at = list.findIndex(({ key }) => key === message.key);
      const now = at < 0 ? [...list, message] : list.with(at, message);
      return { ...next, rooms: { ...state.rooms, [message.room]: now } };
    }
    case 'delete': {
      const list = state.rooms[change.room].filter(({ key }) => key !== change.key);
      return { ...next, rooms: { ...state.rooms, [change.room]: list } };
    }
    case 'pin':
      return { ...next, pinned: { ...state.pinned, [change.room]: change.key } };
    case 'rights':
      return { ...next, admin: { ...state.admin, [change.room]: change.admin } };
    default:
      return next;
  }
}
