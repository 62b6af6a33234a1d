import type { WaitingRoom } from './waiting-room.ts';

/** So many messages may leave at once after a quiet time. */
const BURST = 10;

/** Waits until one more message may leave, at `perSecond` a second in the order of asking. Undefined: never waits. */
export function createPace(
  perSecond: number | undefined,
): (room: Pick<WaitingRoom, 'wait'>) => Promise<void> {
  if (perSecond === undefined) return async () => undefined;
  const step = 1_000 / perSecond;
  let next = 0;
  let before = 0;
  return async (room) => {
    const now = Date.now();
    const earliest = now - BURST * step;
    // A clock that was set back must not hold everything up until it has caught up.
    if (next < earliest || now < before - 1_000) next = earliest;
    before = now;
    const slot = next;
    next += step;
    if (slot > now) await room.wait(slot - now);
  };
}
