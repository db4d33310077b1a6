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
