/** The program stops while a call still had to wait: what called it is to be done later, by whoever runs then. */
export class LeftWaiting extends Error {
  override readonly name = 'LeftWaiting';
  /** Milliseconds that Telegram still wants to be left alone. */
  readonly waitMs: number;

  constructor(waitMs: number) {
    super('The program stops before a call could be made.');
    this.waitMs = waitMs;
  }
}
