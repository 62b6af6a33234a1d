import type { Stores } from '../domain/stores.ts';
import { eachPart, type PartName } from './each-part.ts';
import { openStores, type StoreOptions } from './open-stores.ts';
import { StoreUnavailable } from './store-unavailable.ts';

const TRY_EVERY_MS = 15_000;

export interface LateOptions extends StoreOptions {
  /** What stands in for the groups' part until the store is opened. */
  readonly meanwhile: Pick<Stores, 'groups' | 'posted'>;
  /** Hears, once, why the store could not be opened at first. */
  readonly onUnavailable: (why: StoreUnavailable) => void;
  /** Hears that it was opened later. */
  readonly onOpened: () => void;
}

/**
 * Opens the store as `openStores` does, for a program that goes on without it: while it cannot be opened, all its
 * methods reject with {@link StoreUnavailable}, and it is tried again every 15 seconds. Does not reject for that.
 */
export async function openLate(url: string, options: LateOptions): Promise<Stores> {
  const { meanwhile, onUnavailable, onOpened } = options;
  let opened: Stores | undefined;
  let why: StoreUnavailable | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let trying: Promise<void> | undefined;

  const open = async (): Promise<void> => {
    try {
      opened = await openStores(url, options);
      if (why && !closed) onOpened();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      if (!why) onUnavailable(error);
      why = error;
      if (!closed) timer = setTimeout(tryAgain, TRY_EVERY_MS).unref();
    }
  };
  const tryAgain = (): void => {
    trying = open();
  };
  await open();

  const part = <Name extends PartName>(name: Name): Stores[Name] => {
    const target = (): object => {
      const whole = opened ?? (name in meanwhile ? (meanwhile as Stores) : undefined);
      if (!whole) throw why ?? new StoreUnavailable('The store is not open.');
      return whole[name] as object;
    };
    return new Proxy({} as Stores[Name] & object, {
      get: (_, method) => {
        // Whoever awaits the part itself must not take it for a promise.
        if (method === 'then') return undefined;
        return async (...args: readonly unknown[]) => {
          const store = target() as Record<PropertyKey, (...args: readonly unknown[]) => unknown>;
          return store[method]?.(...args);
        };
      },
    });
  };
  const whole = async (): Promise<Stores> => {
    if (!opened) throw why ?? new StoreUnavailable('The store is not open.');
    return opened;
  };

  return {
    ...eachPart(part),
    tidy: async () => (await whole()).tidy(),
    check: async () => (await whole()).check(),
    async close() {
      closed = true;
      clearTimeout(timer);
      await trying;
      await opened?.close();
    },
  };
}
