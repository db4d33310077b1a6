import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  startTestDatabase,
  type TestDatabase,
} from '../../../test/support/application/test-database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { releaseOutsideSeats, takeOutsideSeats } from './outside-seats.ts';

describe('the quota ledger', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await startTestDatabase();
  });

  afterAll(() => test.stop());

  const open = async (seats: number): Promise<string> => {
    const id = newId();
    await test.database.as(SYSTEM, (sql) =>
      sql.query(
        `INSERT INTO quota (id, state, partner_country, scope_scheme, starts_on, ends_on, seats,
                            ceiling, citation)
         VALUES ($1, 'ES', 'MA', 'any', '2026-01-01', '2026-12-31', $2, $2, 'test')`,
        [id, seats],
      ),
    );
    return id;
  };

  const act = (quotaId: string, seats: number, take = true): Promise<string> =>
    test.database
      .as(SYSTEM, (sql) =>
        (take ? takeOutsideSeats : releaseOutsideSeats)(sql, {
          quotaId,
          seats,
          reason: 'test',
          by: null,
          at: new Date(),
        }),
      )
      .then(
        () => 'ok',
        (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
      );

  const stand = async (id: string): Promise<{ taken: number; entered: number }> => {
    const [row] = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ taken: number; entered: number }[]>(
        `SELECT taken, (SELECT COALESCE(sum(CASE act WHEN 'take' THEN e.seats ELSE -e.seats END), 0)
                          FROM quota_entry e WHERE quota_id = q.id)::int AS entered
           FROM quota q WHERE id = $1`,
        [id],
      ),
    );
    return row ?? { taken: -1, entered: -2 };
  };

  it('gives out exactly 100 of 100 seats to 300 callers at once', async () => {
    const id = await open(100);
    const results = await Promise.all(Array.from({ length: 300 }, () => act(id, 1)));
    expect(results.filter((result) => result === 'ok')).toHaveLength(100);
    expect(results.filter((result) => result === 'quota-exhausted')).toHaveLength(200);
    expect(await stand(id)).toEqual({ taken: 100, entered: 100 });
  });

  it('agrees with its entries after any sequence, and never oversells', async () => {
    const acts = fc.array(fc.record({ take: fc.boolean(), seats: fc.integer({ min: 1, max: 4 }) }));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 10 }), acts, async (seats, sequence) => {
        const id = await open(seats);
        let expected = 0;
        for (const { take, seats: moved } of sequence) {
          const next = expected + (take ? moved : -moved);
          const fits = next >= 0 && next <= seats;
          expect(await act(id, moved, take)).toBe(
            fits ? 'ok' : take ? 'quota-exhausted' : 'seats-not-taken',
          );
          if (fits) expected = next;
        }
        expect(await stand(id)).toEqual({ taken: expected, entered: expected });
      }),
      { numRuns: 50 },
    );
  });

  it('is never rewritten, not even by the application itself', async () => {
    const id = await open(5);
    await act(id, 1);
    for (const statement of ['DELETE FROM quota_entry', 'UPDATE quota_entry SET seats = 0']) {
      await expect(test.database.as(SYSTEM, (sql) => sql.query(statement))).rejects.toThrow(
        'permission denied',
      );
    }
  });

  it('is kept from overselling by a constraint of the table itself', async () => {
    const id = await open(1);
    const oversell = test.database.as(SYSTEM, (sql) =>
      sql.query('UPDATE quota SET taken = 2 WHERE id = $1', [id]),
    );
    await expect(oversell).rejects.toThrow('quota_never_oversold');
  });
});
