/** Why a record could not be written or read. `bug`: the program's own mistake, not the store's state. */
export type FailureReason =
  | 'full'
  | 'read-only'
  | 'locked'
  | 'lost'
  | 'damaged'
  | 'refused'
  | 'other'
  | 'bug';

const BY_CODE: Readonly<Record<string, FailureReason>> = {
  SQLITE_FULL: 'full',
  SQLITE_IOERR: 'full',
  ENOSPC: 'full',
  EDQUOT: 'full',
  SQLITE_READONLY: 'read-only',
  SQLITE_CANTOPEN: 'read-only',
  SQLITE_PERM: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  '25006': 'read-only',
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_PROTOCOL: 'locked',
  '55P03': 'locked',
  '40P01': 'locked',
  '57014': 'locked',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'damaged',
  XX001: 'damaged',
  XX002: 'damaged',
  '3D000': 'refused',
  '42501': 'refused',
  ECONNREFUSED: 'lost',
  ECONNRESET: 'lost',
  ENOTFOUND: 'lost',
  EAI_AGAIN: 'lost',
  EPIPE: 'lost',
  ETIMEDOUT: 'lost',
  EHOSTUNREACH: 'lost',
  ENETUNREACH: 'lost',
};

/** Classes of PostgreSQL's codes: connection, authorisation, resources, operator's intervention. */
const BY_CLASS: Readonly<Record<string, FailureReason>> = {
  '08': 'lost',
  '28': 'refused',
  '53': 'full',
  '57': 'lost',
};

/** Sorts an error of a driver by its code. Messages of drivers can hold values and are read for known phrases only. */
export function classifyFailure(error: unknown): FailureReason {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    return 'bug';
  const code = failureCode(error);
  if (code !== undefined)
    return BY_CODE[code] ?? BY_CLASS[code.length === 5 ? code.slice(0, 2) : ''] ?? 'other';
  return /terminated|timeout|closed|ended|not queryable/i.test(String(error)) ? 'lost' : 'other';
}

/** The code that the driver or the system gave, for the log. */
export function failureCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? failureCode(error.errors[0]) : undefined;
}
