import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aVacancy } from '../../../test/support/worlds/builders.ts';
import { someoneWaits } from '../../../test/support/application/someone-waits.ts';
import {
  startTestDatabase,
  type TestDatabase,
} from '../../../test/support/application/test-database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { readOwnVacancy } from '../formats/own-json.ts';
import { type StoredVacancy, storeVacancies } from './store-vacancies.ts';

describe('two deliveries of the same vacancies at once', () => {
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

  const drafted = (known: object) => {
    const { draft } = readOwnVacancy({ ...aVacancy(), ...key, ...known });
    if (draft === null) throw new Error('The vacancy of the test is refused.');
    return { draft, warnings: [] };
  };

  const store = (title: string, then = async (): Promise<void> => undefined) =>
    test.database.as(SYSTEM, async (sql) => {
      const drafts = [drafted({ title })];
      const { stored } = await storeVacancies(sql, organisationId, { drafts });
      await then();
      return stored;
    });

  const withdraw = () =>
    test.database.as(SYSTEM, async (sql) => {
      const ended = { drafts: [], ended: [key] };
      return (await storeVacancies(sql, organisationId, ended)).withdrawn;
    });

  /** Stores `title`, runs `second` before that transaction ends, and returns what both stored. */
  async function both(
    title: string,
    second: () => Promise<StoredVacancy[]>,
  ): Promise<(StoredVacancy | undefined)[]> {
    let later: Promise<StoredVacancy[]> | undefined;
    const [first] = await store(title, async () => {
      later = second();
      later.catch(() => undefined); // a failure is reported below
      await someoneWaits(test.database);
    });
    return [first, (await later)?.[0]];
  }

  it('creates a vacancy once, and updates it with the other delivery', async () => {
    const [first, second] = await both('Picker', () => store('Packer'));
    expect([first?.outcome, second]).toEqual(['created', { ...first, outcome: 'updated' }]);
  });

  it('gives the vacancy a version for each delivery', async () => {
    await both('Driver', () => store('Guide'));
    await both('Picker', withdraw);
    expect(await asked('SELECT title, status, version FROM vacancy')).toEqual([
      { title: 'Picker', status: 'withdrawn', version: 6 },
    ]);
  });

  it('takes the last of several with the same key', async () => {
    const titles = ['Sorter', 'Loader', 'Sorter'];
    const drafts = titles.map((title) => drafted({ sourceId: 'S', title }));
    const stored = await test.database.as(SYSTEM, (sql) =>
      storeVacancies(sql, organisationId, { drafts }),
    );
    const outcomes = stored.stored.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['unchanged', 'unchanged', 'created']);
    expect(new Set(stored.stored.map(({ id }) => id)).size).toBe(1);
    const found = await asked(`SELECT title, version FROM vacancy WHERE source_id = 'S'`);
    expect(found).toEqual([{ title: 'Sorter', version: 1 }]);
  });

  it('never deadlocks, and reports the vacancies in the order of each delivery', async () => {
    const deliver = (title: string, ids: string[], gone: string[]) =>
      test.database.as(SYSTEM, (sql) =>
        storeVacancies(sql, organisationId, {
          drafts: ids.map((sourceId) => drafted({ sourceId, title })),
          ended: gone.map((sourceId) => ({ ...key, sourceId })),
        }),
      );
    const ids = Array.from({ length: 200 }, (_, at) => `V-${at}`);
    const [some, others] = [ids.slice(0, 100), ids.slice(100)];
    const toldOf = (told: StoredVacancy[]) => told.map(({ id }) => id);
    const [one, other] = await Promise.all([
      deliver('Picker', ids, []),
      deliver('Picker', ids.toReversed(), []),
    ]);
    expect(toldOf(one.stored)).toEqual(toldOf(other.stored).toReversed());
    await Promise.all([deliver('Packer', some, others), deliver('Driver', others, some)]);
    await deliver('Picker', ids, []);
    const [first, second] = await Promise.all([
      deliver('', [], ids),
      deliver('', [], ids.toReversed()),
    ]);
    expect(toldOf(first.withdrawn)).toEqual(toldOf(second.withdrawn).toReversed());
  });
});
