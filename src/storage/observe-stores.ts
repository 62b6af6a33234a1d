import type { Stores } from '../domain/stores.ts';
import { classifyFailure, type FailureReason } from './classify-failure.ts';
import { eachPart, type PartName } from './each-part.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** A use of the store that failed, for a counter. It holds no text and no id of a person. */
export interface UseFailure {
  /** Part and method, such as `inbox.take`. */
  readonly what: string;
  readonly reason: FailureReason;
}

/** The same stores; each use that fails is told and then fails as before. */
export function observeStores(stores: Stores, onFailure: (failure: UseFailure) => void): Stores {
  const observe = <Result>(what: string, use: () => Result): Result => {
    const tell = (error: unknown): never => {
      const cause = error instanceof StoreUnavailable ? (error.cause ?? error) : error;
      onFailure({ what, reason: classifyFailure(cause) });
      throw error;
    };
    try {
      const result = use();
      return result instanceof Promise ? (result.catch(tell) as Result) : result;
    } catch (error) {
      return tell(error);
    }
  };
  const part = <Name extends PartName>(name: Name): Stores[Name] => {
    const methods = new Map<PropertyKey, unknown>();
    const target = stores[name] as Stores[Name] & object;
    return new Proxy(target, {
      get(_, method) {
        const value: unknown = Reflect.get(target, method);
        if (typeof value !== 'function') return value;
        const known = methods.get(method);
        if (known) return known;
        const observed = (...args: readonly unknown[]) =>
          observe(`${name}.${String(method)}`, () => Reflect.apply(value, target, args) as unknown);
        methods.set(method, observed);
        return observed;
      },
    });
  };
  return {
    ...eachPart(part),
    tidy: () => observe('tidy', () => stores.tidy()),
    check: () => observe('check', () => stores.check()),
    close: () => stores.close(),
  };
}
