import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JobName } from '../../../src/jobs.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { JobHandlers } from '../../../src/platform/queue/job-handlers.ts';
import { aCandidate } from '../../support/worlds/builders.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const imports = '/v1/candidates/imports';

/** A withdrawal of consent is a fact, and facts are handled within seconds. */
describe('the undo of a large import', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  const told = async (): Promise<{ id: string; job: JobName }[]> => {
    await test.settle();
    return test.database.as(SYSTEM, (sql) => sql.query('SELECT id, job FROM outbox'));
  };

  const found = async (isco: string): Promise<number> =>
    Number((await road.agency.get(`/v1/candidates?isco=${isco}`).expect(200)).body.total);

  it('puts hardly any job in the queue of facts, and everything that follows from it happens', async () => {
    const nurses = Array.from({ length: 60 }, () => aCandidate());
    const builders = nurses.map((person) => ({ ...person, occupations: [{ isco: '7115' }] }));
    await importFile(test, road.agency, JSON.stringify(builders));
    const vacancy = await road.publish();
    const { id } = await importFile(test, road.agency, JSON.stringify(nurses));
    expect(await found('2221')).toBe(60);
    expect(await road.matches(vacancy)).not.toHaveLength(0);

    const before = new Set((await told()).map((one) => one.id));
    await road.agency.post(`${imports}/${id}/undo`).expect(200);
    const handlers = test.app.get(JobHandlers);
    const facts = (await told()).filter(
      (one) => !before.has(one.id) && handlers.get(one.job).queue === 'facts',
    );
    expect(facts.length).toBeLessThan(5);
    expect(await found('2221')).toBe(0);
    expect(await road.matches(vacancy)).toEqual([]);
  });
});
