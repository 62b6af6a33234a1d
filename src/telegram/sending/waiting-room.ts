import { LeftWaiting } from './left-waiting.ts';

/** Where calls wait until they may be made (again). */
export interface WaitingRoom {
  /** Waits so many milliseconds; rejects with LeftWaiting when the room closes before they are over. */
  wait(milliseconds: number): Promise<void>;
  /** Nobody waits beyond this time (milliseconds since 1970) any more. */
  closeAt(deadline: number): void;
}

/** An open, empty room. */
export function createWaitingRoom(): WaitingRoom {
  const guests = new Set<{ readonly until: number; readonly leave: () => void }>();
  let deadline = Number.POSITIVE_INFINITY;

  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const until = Date.now() + milliseconds;
      const refuse = (): void => reject(new LeftWaiting(Math.max(0, until - Date.now())));
      if (until > deadline) return refuse();
      const timer = setTimeout(() => {
        guests.delete(guest);
        resolve();
      }, milliseconds);
      const leave = (): void => {
        clearTimeout(timer);
        guests.delete(guest);
        refuse();
      };
      const guest = { until, leave };
      guests.add(guest);
      return undefined;
    });

  return {
    wait,
    closeAt(time) {
      deadline = time;
      for (const guest of [...guests]) if (guest.until > deadline) guest.leave();
    },
  };
}
