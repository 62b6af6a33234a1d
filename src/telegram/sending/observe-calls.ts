import type { Transformer } from 'grammy';

/** One request to the Bot API, without what was in it. */
export interface Call {
  readonly method: string;
  /** 200, the error code of the answer, or 0 for a connection that failed. */
  readonly code: number;
  readonly milliseconds: number;
}

/** Tells of each request that is made, repeated ones too. To be installed right after the guard. */
export function observeCalls(onCall: (call: Call) => void): Transformer {
  return async (previous, method, payload, signal) => {
    const started = performance.now();
    const tell = (code: number): void => onCall({ method, code, milliseconds: performance.now() - started });
    try {
      const answer = await previous(method, payload, signal);
      tell(answer.ok ? 200 : answer.error_code);
      return answer;
    } catch (error) {
      // A long poll that is ended when the bot stops is no failure.
      if (!signal?.aborted) tell(0);
      throw error;
    }
  };
}
