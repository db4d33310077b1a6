import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import {
  noteChanged,
  outdateForPeople,
  outdateForSeats,
  outdateForState,
  outdateVacancies,
  takeOutdated,
} from '../../../src/matching/outdate.queries.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { MAX_PROPOSED_STORED } from '../../../src/matching/deciding/decided-batch.ts';
import { Placing } from '../../support/callers/placing.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { aCandidate } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const LAST_DAY = '2027-05-31';
const AFTER = '2027-06-01';

describe('a change', () => {
  let test: TestApp;
  let road: Road;
  let over: string;
  let open: string;

  beforeAll(async () => {
    // No job runs by itself, so marks stay.
    test = await startApp({ role: 'api' });
    road = await openRoad(test);
    over = await road.publish({ endsOn: LAST_DAY });
    open = await road.publish();
  });

  afterAll(() => test.stop());

  const asSystem = <T>(work: (sql: EntityManager) => Promise<T>): Promise<T> =>
    test.database.as(SYSTEM, work);
  const marked = async (): Promise<string[]> => asSystem((sql) => takeOutdated(sql, 100));
  const forget = () =>
    asSystem((sql) => sql.query('UPDATE vacancy_matching SET outdated_since = NULL'));

  it('leaves a vacancy alone whose work is over, if it concerns a person or seats', async () => {
    const person = await road.enter();
    const change = (on: string) =>
      asSystem(async (sql) => {
        await noteChanged(sql, [person]);
        await outdateForPeople(sql, on);
      });
    await change(LAST_DAY);
    expect(await marked()).toEqual([over, open]);
    await forget();
    await change(AFTER);
    expect(await marked()).toEqual([open]);
    await forget();
    await asSystem((sql) => outdateForSeats(sql, 'ES', AFTER));
    expect(await marked()).toEqual([open]);
    await forget();
  });

  it('marks a vacancy whose work is over, if it changes the law', async () => {
    await asSystem((sql) => outdateForState(sql, 'ES'));
    expect(await marked()).toEqual([over, open]);
    await forget();
  });

  it('is followed in the order of the first marks, however often a vacancy is marked again', async () => {
    await asSystem((sql) => outdateVacancies(sql, [open]));
    await asSystem((sql) => outdateVacancies(sql, [over]));
    await asSystem((sql) => outdateVacancies(sql, [open]));
    expect(await asSystem((sql) => takeOutdated(sql, 1))).toEqual([open]);
    expect(await marked()).toHaveLength(2);
    await forget();
  });
});

describe('an accepted offer', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  /**
   * Returns how often a vacancy was marked before and after an offer is accepted. The offer goes to
   * `person`, or to the last person on the vacancy's list.
   */
  const marksAround = async (person?: string): Promise<[number, number]> => {
    const placing = new Placing(road);
    const vacancy = await road.publish();
    const last = (await road.matches(vacancy)).at(-1);
    const matchId = await placing.matchOf(vacancy, person ?? last?.candidateId);
    const marks = async (): Promise<number> => {
      const [row] = await test.database.as(SYSTEM, (sql) =>
        sql.query<{ marks: number }[]>('SELECT marks FROM vacancy_matching WHERE vacancy_id = $1', [
          vacancy,
        ]),
      );
      return row?.marks ?? 0;
    };
    const before = await marks();
    const { body } = await placing.offer(matchId).expect(201);
    await placing.go(String(body.id), [road.agency, 'accept']);
    return [before, await marks()];
  };

  it('changes nothing for other people if nobody waited behind the person', async () => {
    const [before, after] = await marksAround(await road.enter());
    expect(after).toBe(before);
  });

  it('has the vacancy decided again if its list is full and others wait behind it', async () => {
    const people = Array.from({ length: MAX_PROPOSED_STORED }, () => aCandidate());
    await importFile(test, road.agency, JSON.stringify(people));
    const [before, after] = await marksAround();
    expect(after).toBe(before + 1);
  });

  it('has the vacancy decided again if the person had preference and held others back', async () => {
    const [before, after] = await marksAround(await road.enter({ nationalities: ['ES'] }));
    expect(after).toBe(before + 1);
  });
});
