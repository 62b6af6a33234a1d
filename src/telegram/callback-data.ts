import { assertNever } from '../domain/assert-never.ts';
import type { Action } from '../domain/button.ts';
import { answerId } from '../domain/ids.ts';

/** Bot API: most bytes of the data behind a button. */
const MOST_BYTES = 64;

/** A press of a button. */
export interface Press {
  readonly action: Action;
  /** Whether the message under the button is a menu: moving about in a menu replaces it, an answer is never replaced. */
  readonly inMenu: boolean;
}

/**
 * Packs what a button does into the data behind it, such as `n:a:awake-dose`. Ids only, no state: a button works for as
 * long as its message exists. Throws a RangeError over 64 bytes.
 */
export function packCallback({ action, inMenu }: Press): string {
  const data = [inMenu ? 'm' : 'n', ...packAction(action)].join(':');
  const bytes = Buffer.byteLength(data);
  if (bytes > MOST_BYTES)
    throw new RangeError(`Callback data has ${bytes} bytes, Telegram takes ${MOST_BYTES}.`);
  return data;
}

/** Reads callback data, which anyone can forge. Undefined for what this version does not know. */
export function unpackCallback(data: string | undefined): Press | undefined {
  const found = /^(?<place>[mn]):(?<kind>[atgspx])(?::(?<of>[a-z0-9-]{1,60}))?$/.exec(data ?? '')?.groups;
  if (!found) return undefined;
  const action = unpackAction(found['kind'] ?? '', found['of']);
  return action && { action, inMenu: found['place'] === 'm' };
}

function packAction(action: Action): string[] {
  switch (action.do) {
    case 'answer':
      return ['a', action.id];
    case 'topics':
      return ['t'];
    case 'group':
      return ['g', action.group];
    case 'source':
      return ['s'];
    case 'passage':
      return ['p', String(action.paragraph)];
    case 'none':
      return ['x'];
    default:
      return assertNever(action);
  }
}

function unpackAction(kind: string, of: string | undefined): Action | undefined {
  if (of === undefined) {
    if (kind === 't') return { do: 'topics' };
    if (kind === 's') return { do: 'source' };
    return kind === 'x' ? { do: 'none' } : undefined;
  }
  if (kind === 'a') return { do: 'answer', id: answerId(of) };
  if (kind === 'g') return { do: 'group', group: of };
  return kind === 'p' && /^\d{1,4}$/.test(of) ? { do: 'passage', paragraph: Number(of) } : undefined;
}
