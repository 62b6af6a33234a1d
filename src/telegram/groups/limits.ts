import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const SAFETY_PAUSE_SECONDS = 600;
const WHISPERS_A_MINUTE = 5;
const RELEASES_A_DAY = 5;

/** How often one person is answered. In memory, by chat and person, and forgotten when the time is over. */
export class Limits {
  readonly #pauses = new Map<number, RateLimiterMemory>();
  readonly #safety = new RateLimiterMemory({ points: 1, duration: SAFETY_PAUSE_SECONDS });
  readonly #whispers = new RateLimiterMemory({ points: WHISPERS_A_MINUTE, duration: 60 });

  readonly #releases = new RateLimiterMemory({ points: RELEASES_A_DAY, duration: 86_400 });

  /** Questions that one person sends to the curators, so that nobody can flood them. */
  mayRelease(who: string): Promise<boolean> {
    return consume(this.#releases, who);
  }

  /** One question in so many seconds. */
  async mayAsk(who: string, pauseSeconds: number): Promise<boolean> {
    if (pauseSeconds <= 0) return true;
    const known = this.#pauses.get(pauseSeconds);
    const limiter = known ?? new RateLimiterMemory({ points: 1, duration: pauseSeconds });
    if (!known) this.#pauses.set(pauseSeconds, limiter);
    return consume(limiter, who);
  }

  /** Questions that only the person sees. */
  mayWhisper(who: string): Promise<boolean> {
    return consume(this.#whispers, who);
  }

  /** A safety text that nobody asked for: once in ten minutes. */
  mayWarn(who: string): Promise<boolean> {
    return consume(this.#safety, who);
  }
}

async function consume(limiter: RateLimiterMemory, who: string): Promise<boolean> {
  try {
    await limiter.consume(who);
    return true;
  } catch (refusal) {
    // The library rejects with this for "too often", and with an error for anything else.
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
