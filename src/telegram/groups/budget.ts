const MINUTE_MS = 60_000;

/** Telegram stops a bot at 20 messages a minute in a group; this leaves room for what must go out all the same. */
export const MESSAGES_A_MINUTE = 15;

/** Counts what is sent to each group in any 60 seconds. Nothing is put off: what is over the budget is not sent. */
export class Budget {
  readonly #sent = new Map<number, number[]>();

  /** Whether one more message fits; if so it is counted. One that must go out (`urgent`) always fits, and counts. */
  take(chatId: number, urgent: boolean, now: number): boolean {
    const recent = (this.#sent.get(chatId) ?? []).filter(
      // Also when the clock was set back: a group must not be silent until it has caught up.
      (at) => Math.abs(now - at) < MINUTE_MS,
    );
    const fits = urgent || recent.length < MESSAGES_A_MINUTE;
    if (fits) recent.push(now);
    if (recent.length > 0) this.#sent.set(chatId, recent);
    else this.#sent.delete(chatId);
    return fits;
  }
}
