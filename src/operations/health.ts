/** What a check came to: `ok`, or a word or two on what is missing. Never a text, a name or a secret. */
export type CheckResult =
  | 'ok'
  | 'starting'
  | 'standing-by'
  | 'stopping'
  | 'silent'
  | 'failed'
  | 'late'
  | 'empty';

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<'store' | 'updates' | 'knowledge', CheckResult>>;
}

export interface HealthParts {
  /** Resolves when the store can be read and written; undefined until it is opened. */
  readonly store: () => Promise<void> | undefined;
  /** What the receiving of updates is doing; undefined before it has begun. */
  readonly receiving: () => { readonly state: string; readonly heardAt: number } | undefined;
  /** Whether Telegram has to be heard of all the time, as a poller does. */
  readonly polls: boolean;
  /** How many answers are loaded. */
  readonly answers: () => number;
  readonly now?: () => number;
}

export interface Health {
  ready(): Promise<Readiness>;
}

/** A request for updates takes 30 seconds, and may fail once. */
const SILENT_AFTER_MS = 120_000;
const STORE_WITHIN_MS = 3_000;
/** Whoever asks more often gets the last result: asking must not be a way to load the store. */
const STORE_EVERY_MS = 2_000;

/** Says whether the bot can do its work now. */
export function createHealth(parts: HealthParts): Health {
  const { store, receiving, polls, answers, now = Date.now } = parts;
  let asked: { readonly at: number; readonly result: Promise<CheckResult> } | undefined;

  const askStore = async (): Promise<CheckResult> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<CheckResult>((resolve) => {
      timer = setTimeout(() => resolve('late'), STORE_WITHIN_MS);
    });
    try {
      const check = store();
      if (!check) return 'starting';
      return await Promise.race([check.then(() => 'ok' as const), late]);
    } catch {
      return 'failed';
    } finally {
      clearTimeout(timer);
    }
  };
  const storeResult = (): Promise<CheckResult> => {
    const age = asked ? now() - asked.at : Number.POSITIVE_INFINITY;
    // A clock that was set back must not keep an old result for hours.
    if (!asked || age >= STORE_EVERY_MS || age < 0) asked = { at: now(), result: askStore() };
    return asked.result;
  };
  const updatesResult = (): CheckResult => {
    const status = receiving();
    if (!status || status.state === 'starting') return 'starting';
    if (status.state === 'standing-by' || status.state === 'stopping') return status.state;
    return polls && now() - status.heardAt > SILENT_AFTER_MS ? 'silent' : 'ok';
  };

  return {
    async ready() {
      const checks = {
        store: await storeResult(),
        updates: updatesResult(),
        knowledge: answers() > 0 ? ('ok' as const) : ('empty' as const),
      };
      return { ready: Object.values(checks).every((result) => result === 'ok'), checks };
    },
  };
}
