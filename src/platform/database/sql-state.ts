import { QueryFailedError } from 'typeorm';

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
