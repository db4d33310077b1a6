import { EntityNotFoundError, QueryFailedError } from 'typeorm';
import { sqlStateOf } from './sql-state.ts';

/**
 * Returns an error whose message quotes no value, for logs and for the records of failed jobs. What
 * PostgreSQL cannot read (class 22), what TypeORM looked for and what is no JSON are quoted in
 * their messages, and may be a person's. Any other error is returned unchanged.
 */
export function withoutValues(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (!quotesValues(error)) return error;
  const message = error.message.replace(/["{][^]*["}]/, '…');
  const told = new Error(message);
  told.name = error.name;
  // The trace begins with the message.
  const at = error.stack?.indexOf('\n    at ') ?? -1;
  const trace = at === -1 ? '' : (error.stack ?? '').slice(at);
  told.stack = `${error.name}: ${message}${trace}`;
  return told;
}

function quotesValues(error: Error): boolean {
  if (error instanceof QueryFailedError) return (sqlStateOf(error) ?? '').startsWith('22');
  return error instanceof EntityNotFoundError || error instanceof SyntaxError;
}
