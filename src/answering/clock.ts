/** The time, handed in so that tests can move it. */
export interface Clock {
  /** Milliseconds since 1970: for what is remembered. */
  now(): number;
  /** Milliseconds of a clock that never jumps: for how long something took. */
  elapsed(): number;
}

export const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };
