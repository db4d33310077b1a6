import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  countMarks,
  type VacancyRecord,
  storeVacancyRecords,
} from '../../../src/matching/matches/vacancy-records.ts';
import { outdateVacancies } from '../../../src/matching/outdate.queries.ts';
import { lockDecisionsOn } from '../../../src/matching/vacancy-locks.queries.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { openRoad } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a vacancy that is marked to be decided again while a decision on it is in progress', () => {
  let test: TestApp;
  let vacancyId: string;
  let entry: VacancyRecord;

  beforeAll(async () => {
    test = await startApp();
    const { publish } = await openRoad(test);
    vacancyId = await publish();
    await test.settle();
    const [row] = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ organisationId: string }[]>(
        'SELECT organisation_id AS "organisationId" FROM vacancy WHERE id = $1',
        [vacancyId],
      ),
    );
    entry = {
      vacancyId,
      organisationId: row?.organisationId ?? '',
      state: 'ES',
      decidedOn: '2026-11-24',
      askedAt: new Date('2026-11-24T12:00:00Z'),
      reviewOn: null,
      considered: 0,
      proposed: 0,
      waiting: 0,
      heldBack: 0,
      kept: 0,
      reasons: {},
    };
  });

  afterAll(() => test.stop());

  /** Since when the vacancy has waited to be decided again. */
  async function outdatedSince(): Promise<Date | null> {
    const [row] = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ since: Date | null }[]>(
        'SELECT outdated_since AS since FROM vacancy_matching WHERE vacancy_id = $1',
        [vacancyId],
      ),
    );
    return row?.since ?? null;
  }

  /** Marks the vacancy in a transaction of its own, and fails if it has to wait. */
  const markElsewhere = (): Promise<number> =>
    test.database.as(SYSTEM, async (sql) => {
      await sql.query(`SET LOCAL lock_timeout = '2s'`);
      return outdateVacancies(sql, [vacancyId]);
    });

  it('is marked without waiting for the decision, and stays marked after it', async () => {
    await test.database.as(SYSTEM, async (sql) => {
      await lockDecisionsOn(sql, [vacancyId]);
      const marks = await countMarks(sql, [vacancyId]);
      expect(await markElsewhere()).toBe(1);
      await storeVacancyRecords(sql, [entry], marks);
    });
    expect(await outdatedSince()).not.toBeNull();
  });

  it('is no longer marked once a decision has seen every mark', async () => {
    await test.database.as(SYSTEM, async (sql) => {
      await storeVacancyRecords(sql, [entry], await countMarks(sql, [vacancyId]));
    });
    expect(await outdatedSince()).toBeNull();
  });
});
