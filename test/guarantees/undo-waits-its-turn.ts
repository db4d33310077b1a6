import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { CandidateImportWorker } from '../../src/candidates/imports/candidate-import.worker.ts';
import { ComparePeople } from '../../src/candidates/duplicates/compare-people.ts';
import { VacancyMatcher } from '../../src/matching/vacancy-matcher.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import type { JobSteps } from '../../src/platform/queue/handles-job.ts';
import { compareVacancies } from '../../src/vacancies/duplicates/compare-vacancies.ts';
import { VacancyImportWorker } from '../../src/vacancies/imports/vacancy-import.worker.ts';
import { aCandidate, aVacancy } from '../support/builders.ts';
import { openRoad, type Road } from '../support/road.ts';
import { type Caller, startApp, type TestApp } from '../support/start-app.ts';

const trades = ['2221', '7115'];

/** No job runs by itself here: each comes to its rows exactly when the undo has some of them. */
describe('an undo while jobs are at work on what the import brought', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  const steps: JobSteps = {
    once: async (_, work) => test.database.as(SYSTEM, work).then(() => true),
  };

  /** @returns the import, and the ids of what it brought in the order of the file */
  async function bring(by: Caller, name: 'candidates' | 'vacancies', records: object[]) {
    const { body } = await by.post(`/v1/${name}/imports`, records).expect(202);
    const worker = name === 'candidates' ? CandidateImportWorker : VacancyImportWorker;
    await test.app.get<CandidateImportWorker>(worker).uploaded({ importId: body.id }, steps);
    const table = name === 'candidates' ? 'candidate' : 'vacancy';
    const rows = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE import_id = $1 ORDER BY id`, [
        body.id,
      ]),
    );
    return { path: `/v1/${name}/imports/${body.id}`, ids: rows.map(({ id }) => id) };
  }

  /** What an undo answers that begins when `first` has come to its rows, and `second` not yet. */
  async function undoBetween(
    by: Caller,
    path: string,
    [first, second]: readonly ((sql: EntityManager) => Promise<unknown>)[],
  ): Promise<number> {
    const { asked } = await test.database.as(SYSTEM, async (sql) => {
      await first?.(sql);
      const undone = by.post(`${path}/undo`).then(({ status }) => status);
      await someoneWaits();
      await second?.(sql);
      return { asked: undone };
    });
    return asked;
  }

  async function someoneWaits(): Promise<void> {
    for (;;) {
      const waiting = await test.database.ask(
        `SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)
          WHERE NOT granted AND datname = current_database()`,
        [],
      );
      if (waiting.length > 0) return;
      await sleep(20);
    }
  }

  it('takes people away once decisions on them are stored', async () => {
    const matcher = test.app.get(VacancyMatcher);
    const vacancies = await Promise.all(trades.map((isco) => road.publish({ isco: [isco] })));
    const people = trades.map((isco) => aCandidate({ occupations: [{ isco }] }));
    const { path } = await bring(road.agency, 'candidates', people);
    const decide = vacancies.map((id) => (sql: EntityManager) => matcher.match(sql, [id]));
    expect(await undoBetween(road.agency, path, decide.toReversed())).toBe(200);
  });

  it('takes people away once they are compared', async () => {
    const people = test.app.get(ComparePeople);
    const { path, ids } = await bring(road.agency, 'candidates', [aCandidate(), aCandidate()]);
    const compare = ids.map((id) => (sql: EntityManager) => people.compare(sql, [id]));
    expect(await undoBetween(road.agency, path, compare.toReversed())).toBe(200);
  });

  it('takes vacancies away once they are compared', async () => {
    const sent = ['A', 'B'].map((sourceId) => aVacancy({ sourceId }));
    const { path, ids } = await bring(road.employer, 'vacancies', sent);
    const compare = ids.map((id) => (sql: EntityManager) => compareVacancies(sql, [id]));
    expect(await undoBetween(road.employer, path, compare.toReversed())).toBe(200);
  });
});
