import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPressedSector, aVacancy } from '../../support/worlds/builders.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const imports = '/v1/vacancies/imports';

/** An employer has dealt with a candidate for a vacancy of a file before its import is undone. */
describe('an employer that undoes an import', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  /** Returns how to undo the import of one vacancy, and a match on which an outcome is recorded. */
  async function dealWithOne(sourceId: string) {
    const candidateId = await road.enter();
    const file = JSON.stringify([aVacancy({ sourceAgency: 'ats', sourceId })]);
    const { id } = (await importFile(test, road.employer, file, { path: imports })) as {
      id: string;
    };
    const { body } = await road.employer.get('/v1/vacancies?limit=200').expect(200);
    const items = body.items as { id: string; sourceId: string }[];
    const vacancyId = items.find((one) => one.sourceId === sourceId)?.id ?? '';
    const matches = await road.matches(vacancyId);
    const match = matches.find((one) => one.candidateId === candidateId);
    const outcome = { outcome: 'not-hired', reason: 'Took another post' };
    const path = `/v1/matches/${match?.id ?? ''}`;
    await road.employer.put(`${path}/outcome`, outcome, match?.version).expect(200);
    return { undo: () => road.employer.post(`${imports}/${id}/undo`), path };
  }

  it('cannot take away a vacancy with an outcome, which the agency still reads', async () => {
    const { undo, path } = await dealWithOne('V-1');
    const { body } = await undo().expect(409);
    expect(body).toMatchObject({ code: 'import-in-use', vacancies: 1 });
    const { body: kept } = await road.agency.get(path).expect(200);
    expect(kept.outcome).toBe('not-hired');
  });

  it('cannot do so either once the candidate is held back, and it no longer sees the match', async () => {
    const { undo, path } = await dealWithOne('V-2');
    await road.authority.post('/v1/pressed-sectors', aPressedSector()).expect(201);
    await test.settle();
    await road.employer.get(path).expect(404);
    expect((await undo().expect(409)).body.code).toBe('import-in-use');
    const { body: kept } = await road.agency.get(path).expect(200);
    expect(kept).toMatchObject({ status: 'held-back', outcome: 'not-hired' });
  });
});
