import { createHmac } from 'node:crypto';
import type { Mark } from '../domain/curation-stores.ts';
import type { HashKey } from '../domain/running-stores.ts';

/** A keyed hash of a person's id: the same while the key lives, and nobody's once it is gone. */
export function markPerson(key: HashKey, userId: number): Mark {
  return {
    key: key.id,
    mark: createHmac('sha256', key.secret).update(String(userId)).digest('base64url').slice(0, 22),
  };
}
