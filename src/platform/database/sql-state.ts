import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';

/** The SQLSTATE codes of violated constraints (PostgreSQL documentation, appendix A). */
export const sqlStates = {
  /** A row that another row refers to; also a reference to a missing row. */
  referredTo: '23503',
  notUnique: '23505',
  excluded: '23P01',
} as const;

/** Returns the SQLSTATE that PostgreSQL gave a failed query, or null for any other error. */
export function sqlStateOf(error: unknown): string | null {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : null;
  const coded = typeof cause === 'object' && cause !== null && 'code' in cause;
  return coded ? String(cause.code) : null;
}

/**
 * Returns whether PostgreSQL refused the written value itself: it cannot hold it, a constraint
 * forbids it, or it exceeds a row or an index (classes 22, 23 and 54). Any other failure may pass
 * on a retry.
 */
export function isRefusedValue(error: unknown): error is QueryFailedError {
  return /^(22|23|54)/.test(sqlStateOf(error) ?? '');
}

/**
 * Why the database failed: it cannot store or read a value, it is too busy, its disk or quota is
 * full, or it does not respond.
 */
export type DatabaseFault = 'unreadable' | 'busy' | 'full' | 'unreachable';

/** The faults by SQLSTATE, or by the code of a socket of Node. */
const codes: Readonly<Record<DatabaseFault, readonly string[]>> = {
  unreadable: ['22P02', '22P05', '22021', '22007', '22008', '22003'],
  /** No connection is left, a deadlock, a serialization failure. */
  busy: ['53300', '40P01', '40001'],
  full: ['53100'],
  /** A shutdown, a crash, a start, a dropped database, an idle session. */
  unreachable: ['57P01', '57P02', '57P03', '57P04', '57P05', 'ECONNREFUSED', 'ECONNRESET'],
};
const faultByCode = new Map(
  (Object.keys(codes) as DatabaseFault[]).flatMap((fault) =>
    codes[fault].map((code) => [code, fault] as const),
  ),
);

/** The faults that the driver reports by a message alone (pg 8, pg-pool 3). */
const messages: readonly (readonly [form: RegExp, fault: DatabaseFault])[] = [
  [/^timeout exceeded when trying to connect$/, 'busy'],
  [/^Connection terminated(?: unexpectedly| due to connection timeout)?$/, 'unreachable'],
  [/^Client has encountered a connection error and is not queryable$/, 'unreachable'],
];

/**
 * What TypeORM throws at the next statement of a transaction whose connection has broken: it lets
 * go of the connection at once.
 */
const lettingGo = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

/**
 * PostgreSQL reports a full quota and a file at its limit as an internal error. It has a code for a
 * full disk only.
 */
const INTERNAL = 'XX000';
const internallyFull = /^could not .+: (?:File too large|Disk quota exceeded)$/;

/** Returns the fault of the database that an error reports; null for any other error. */
export function databaseFaultOf(error: unknown): DatabaseFault | null {
  if (!(error instanceof Error)) return null;
  if (lettingGo.some((kind) => error instanceof kind)) return 'unreachable';
  const { message } = error;
  const code = 'code' in error ? String(error.code) : null;
  if (code === INTERNAL) return internallyFull.test(message) ? 'full' : null;
  if (code !== null) return faultByCode.get(code) ?? null;
  return messages.find(([form]) => form.test(message))?.[1] ?? null;
}
