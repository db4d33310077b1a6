import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aVacancy } from '../../test/support/builders.ts';
import { someoneWaits } from '../../test/support/someone-waits.ts';
import { startTestDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { newId } from '../platform/database/new-id.ts';
import { SYSTEM } from '../platform/database/tenant.ts';
import { readOwnVacancy } from './formats/own-json.ts';
import { type StoredVacancy, storeVacancies, withdrawVacancies } from './store-vacancies.ts';

describe('vacancies of two deliveries at the same instant', () => {
  let test: TestDatabase;
  const organisationId = newId();
  const key = { sourceAgency: 'farm', sourceId: 'A' };

  beforeAll(async () => {
    test = await startTestDatabase();
    await asked(
      `INSERT INTO organisation (id, name, role, country) VALUES ($1, 'Farm', 'employer', 'ES')`,
      [organisationId],
    );
  });

  afterAll(() => test.stop());

  const asked = (sql: string, values: unknown[] = []) =>
    test.database.as(SYSTEM, (manager) => manager.query<unknown[]>(sql, values));

  const store = (title: string, then = async (): Promise<void> => undefined) =>
    test.database.as(SYSTEM, async (sql) => {
      const { draft } = readOwnVacancy({ ...aVacancy(), ...key, title });
      if (draft === null) throw new Error('The vacancy of the test is refused.');
      const stored = await storeVacancies(sql, organisationId, [{ draft, warnings: [] }]);
      await then();
      return stored;
    });

  const withdraw = () =>
    test.database.as(SYSTEM, (sql) => withdrawVacancies(sql, organisationId, [key]));

  /** What `first` stores, and what `second` makes of it that comes before it is through. */
  async function both(
    title: string,
    second: () => Promise<StoredVacancy[]>,
  ): Promise<(StoredVacancy | undefined)[]> {
    let later: Promise<StoredVacancy[]> | undefined;
    const [first] = await store(title, async () => {
      later = second();
      later.catch(() => undefined); // it is looked at below
      await someoneWaits(test.database);
    });
    return [first, (await later)?.[0]];
  }

  it('are created once, and changed by the other', async () => {
    const [first, second] = await both('Picker', () => store('Packer'));
    expect([first?.outcome, second]).toEqual(['created', { ...first, outcome: 'updated' }]);
  });

  it('get a version for each', async () => {
    await both('Driver', () => store('Guide'));
    await both('Picker', withdraw);
    expect(await asked('SELECT title, status, version FROM vacancy')).toEqual([
      { title: 'Picker', status: 'withdrawn', version: 6 },
    ]);
  });
});
