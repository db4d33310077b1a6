import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRunningImport } from '../../../test/support/imports/a-running-import.ts';
import { aVacancy } from '../../../test/support/worlds/builders.ts';
import { someoneWaits } from '../../../test/support/application/someone-waits.ts';
import {
  startTestDatabase,
  type TestDatabase,
} from '../../../test/support/application/test-database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { readOwnVacancy } from '../formats/own-json.ts';
import { storeVacancies } from './store-vacancies.ts';
import { mergeVacancies } from './merge-vacancies.ts';
import { takeBack } from '../../platform/imports/undo/undo-import.ts';
import { importedVacancies } from '../imports/imported-vacancies.ts';
import { tombstoneLine, vacancyLine } from './vacancy-lines.ts';

describe('two imports that bring the same vacancies at once', () => {
  let test: TestDatabase;
  const organisationId = newId();
  const key = (sourceId: string) => ({ sourceAgency: 'farm', sourceId });

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

  function drafted(sourceId: string, title: string) {
    const { draft } = readOwnVacancy({ ...aVacancy(), ...key(sourceId), title });
    if (draft === null) throw new Error('The vacancy of the test is refused.');
    return draft;
  }

  interface Sent {
    changed?: string[];
    ended?: string[];
    title: string;
    /** Runs before the transaction ends. */
    then?: () => Promise<void>;
  }

  /** Imports the vacancies and returns the id of the import. */
  async function bring({ changed = [], ended = [], title, then }: Sent): Promise<string> {
    const importId = await aRunningImport(test.database, organisationId, 'vacancies');
    const lines = changed.map((sourceId) =>
      vacancyLine(newId(), key(sourceId), drafted(sourceId, title), [], {
        organisationId,
        importId,
      }),
    );
    await test.database.as(SYSTEM, async (sql) => {
      await mergeVacancies(
        sql,
        { organisationId, importId },
        {
          vacancies: Buffer.from(lines.join('')),
          ended: Buffer.from(ended.map((sourceId) => tombstoneLine(key(sourceId))).join('')),
        },
      );
      await then?.();
    });
    return importId;
  }

  const keptBy = (importId: string): Promise<unknown[]> =>
    asked(
      `SELECT vacancy ->> 'source_id' AS id, vacancy ->> 'title' AS title, vacancy ->> 'status' AS status
         FROM vacancy_import_before WHERE import_id = $1 ORDER BY 1`,
      [importId],
    );

  it('saves for undoing what the other import has just left', async () => {
    await bring({ changed: ['A', 'B'], title: 'Picker' });
    let second: Promise<string> | undefined;
    await bring({
      changed: ['A'],
      ended: ['B'],
      title: 'Packer',
      then: async () => {
        second = bring({ changed: ['A', 'B'], title: 'Driver' });
        await someoneWaits(test.database);
      },
    });
    expect(await keptBy((await second) ?? '')).toEqual([
      { id: 'A', title: 'Packer', status: 'open' },
      { id: 'B', title: 'Picker', status: 'withdrawn' },
    ]);
  });

  it('saves vacancies that the other import has just created, and restores them', async () => {
    await bring({ changed: ['K'], title: 'Picker' });
    let second: Promise<string> | undefined;
    await bring({
      changed: ['D', 'E'],
      title: 'Packer',
      then: async () => {
        second = bring({ changed: ['D', 'K'], ended: ['E'], title: 'Driver' });
        await someoneWaits(test.database);
      },
    });
    const importId = (await second) ?? '';
    expect(await keptBy(importId)).toEqual([
      { id: 'D', title: 'Packer', status: 'open' },
      { id: 'E', title: 'Packer', status: 'open' },
      { id: 'K', title: 'Picker', status: 'open' },
    ]);
    await test.database.as(SYSTEM, (sql) => takeBack(sql, importId, importedVacancies));
    const left = await asked(
      `SELECT source_id AS id, title, status FROM vacancy WHERE source_id IN ('D', 'E', 'K') ORDER BY 1`,
    );
    expect(left).toEqual([
      { id: 'D', title: 'Packer', status: 'open' },
      { id: 'E', title: 'Packer', status: 'open' },
      { id: 'K', title: 'Picker', status: 'open' },
    ]);
  });

  it('never deadlocks, whichever vacancies the imports end', async () => {
    const [odd, even] = [1, 0].map((rest) =>
      Array.from({ length: 300 }, (_, at) => `C-${2 * at + rest}`),
    );
    await bring({ changed: [...(odd ?? []), ...(even ?? [])], title: 'Picker' });
    for (let round = 0; round < 3; round += 1) {
      const [one, other] = [
        { title: `Packer ${round}`, changed: odd, ended: even },
        { title: `Driver ${round}`, changed: even, ended: odd },
      ].map(bring);
      await expect(Promise.all([one, other])).resolves.toHaveLength(2);
    }
  });

  it('never deadlocks with a delivery of the same vacancies', async () => {
    const ids = Array.from({ length: 300 }, (_, at) => `${['é', 'Z', 'a'][at % 3] ?? ''}-${at}`);
    const drafts = ids.map((id) => ({ draft: drafted(id, 'Packer'), warnings: [] }));
    const delivered = test.database.as(SYSTEM, (sql) =>
      storeVacancies(sql, organisationId, { drafts: drafts.toReversed() }),
    );
    const brought = bring({ changed: ids, title: 'Picker' });
    await expect(Promise.all([delivered, brought])).resolves.toHaveLength(2);
  });
});
