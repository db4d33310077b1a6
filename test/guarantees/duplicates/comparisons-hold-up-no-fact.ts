import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { lockComparing } from '../../../src/platform/duplicates/block-keys.queries.ts';
import { newId } from '../../../src/platform/database/new-id.ts';
import { putJobs } from '../../../src/platform/queue/outbox.ts';
import { compareVacancies } from '../../../src/vacancies/duplicates/compare-vacancies.ts';
import { aCandidate, aVacancy } from '../../support/worlds/builders.ts';
import { leastTime } from '../../support/suite/processor-time.ts';
import { someoneWaits } from '../../support/application/someone-waits.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

describe('the comparison of vacancies', () => {
  let test: TestApp;
  let ministry: Caller;

  beforeAll(async () => {
    test = await startApp();
    ministry = await test.caller('ministry', 'ES');
  });

  afterAll(() => test.stop());

  const openFacts = () =>
    test.database.as(SYSTEM, (sql) =>
      sql.query<unknown[]>(
        `SELECT FROM outbox WHERE done_at IS NULL AND job IN ('candidate.changed', 'candidate.indexed')`,
      ),
    );

  it('delays no fact, however many comparisons wait', async () => {
    const agency = await test.caller('agency', 'MA');
    await test.database.as(SYSTEM, async (sql) => {
      // As long as this transaction lasts, another comparison is in progress.
      await lockComparing(sql, 'vacancy');
      const waiting = Array.from({ length: 20 }, () => ({ vacancyIds: [newId()] }));
      await test.database.inBackground(() =>
        test.database.as(SYSTEM, (other) => putJobs(other, 'vacancies.uncompared', waiting)),
      );
      await someoneWaits(test.database);
      await sleep(500);
      await agency.post('/v1/candidates', aCandidate()).expect(201);
      for (let attempt = 0; attempt < 100 && (await openFacts()).length > 0; attempt += 1)
        await sleep(40);
      expect(await openFacts()).toEqual([]);
    });
    await test.settle();
  });

  it('reads each long text once, not once for each other vacancy', async () => {
    const word = 'buscamos personal con experiencia en hospital; ';
    const describe = (at: number): string => `<p>${`${at} ${word}`.repeat(1_200)}</p>`;
    for (const sourceAgency of ['A', 'B']) {
      const lines = Array.from({ length: 45 }, (_, at) =>
        JSON.stringify(
          aVacancy({
            sourceAgency,
            sourceId: `${sourceAgency}-${at}`,
            employerName: 'Clínica Sol',
            title: `Enfermera ${sourceAgency} ${at}`,
            description: describe(at),
            startsOn: sourceAgency === 'A' ? '2027-02-01' : '2027-06-01',
          }),
        ),
      );
      await ministry.post('/v1/vacancies/bulk', lines.join('\n')).expect(200);
    }
    await test.settle();
    const ids = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ id: string }[]>(`SELECT id FROM vacancy WHERE source_agency = 'A'`),
    );
    const comparing = () =>
      test.database.as(SYSTEM, (sql) =>
        compareVacancies(
          sql,
          ids.map(({ id }) => id),
          test.clock.today(),
        ),
      );
    expect(await leastTime(1_000, comparing)).toBeLessThan(1_000);
  });
});
