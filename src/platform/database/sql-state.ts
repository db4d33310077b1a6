import { QueryFailedError } from 'typeorm';

/** What PostgreSQL refuses by a constraint (PostgreSQL documentation, appendix A). */
export const sqlStates = {
  /** A row that another one refers to. */
  referredTo: '23503',
  notUnique: '23505',
  excluded: '23P01',
} as const;

/** The SQLSTATE that PostgreSQL gave a failed query; null for any other error. */
export function sqlStateOf(error: unknown): string | null {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : null;
  const coded = typeof cause === 'object' && cause !== null && 'code' in cause;
  return coded ? String(cause.code) : null;
}

/**
 * Whether PostgreSQL refused what was to be written: a value that it cannot hold, a constraint, more than fits in a
 * row or an index (classes 22, 23 and 54). Anything else may be done at another time.
 */
export function isRefusedValue(error: unknown): error is QueryFailedError {
  return /^(22|23|54)/.test(sqlStateOf(error) ?? '');
}
