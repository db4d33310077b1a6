import { describe, expect, it } from '@jest/globals';
import { EntityNotFoundError } from 'typeorm';
import { startTestDatabase } from '../../../test/support/application/test-database.ts';
import { SYSTEM } from './tenant.ts';
import { withoutValues } from './without-values.ts';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('an error as it is logged', () => {
  it('quotes nothing that PostgreSQL could not read, and still says what is wrong and where', async () => {
    const { database, stop } = await startTestDatabase();
    const questions = [`SELECT 'Canary "17"'::date`, `SELECT '{"Canary": 17'::json`];
    for (const question of questions) {
      const failed: unknown = await database
        .as(SYSTEM, (sql) => sql.query(question))
        .catch((error: unknown) => error);
      const { stack = '', message } = withoutValues(failed);
      expect(stack + message).not.toContain('Canary');
      expect(message).toMatch(/^invalid input syntax for type (date: …|json)$/);
      expect(stack).toMatch(/^QueryFailedError: invalid input.*\n {4}at /s);
    }
    await stop();
  });

  it('repeats neither what was looked for nor what is no JSON', () => {
    const looked = new EntityNotFoundError('Candidate', { reference: 'Canary' });
    expect(withoutValues(looked).message).toContain('Could not find any entity');
    const malformed = thrownBy(() => JSON.parse('["Canary", ]') as unknown);
    for (const error of [looked, malformed])
      expect(withoutValues(error).stack).not.toContain('Canary');
  });

  it('is otherwise itself', () => {
    const error = new Error('No handler for the job "a".');
    expect(withoutValues(error)).toBe(error);
  });
});
