/**
 * The mark of text that the knowledge loader has checked. Only `knowledge/` may import this file (a lint rule says
 * so); everyone else can only receive minted values and hand them on. The mark is checked twice: by the type, and by
 * identity at run time, so that a look-alike object made with a cast is refused as well.
 */
declare const mark: unique symbol;
export type Minted<T> = T & { readonly [mark]: true };

const minted = new WeakSet<object>();

/** Freezes and marks a value. To be called only after every rule of the loader has passed. */
export function mint<T extends object>(value: T): Minted<T> {
  deepFreeze(value);
  minted.add(value);
  return value as Minted<T>;
}

export function isMinted(value: object): boolean {
  return minted.has(value);
}

function deepFreeze(value: object): void {
  if (Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
}
