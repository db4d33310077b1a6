import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VacancyDuplicatesWorker } from '../../../src/vacancies/duplicates/vacancy-duplicates.worker.ts';
import { night } from '../../support/application/night.ts';
import { anOpening, openings } from '../../support/files/an-opening.ts';
import { aVacancy } from '../../support/worlds/builders.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const path = '/v1/vacancies/imports';

describe('a vacancy that is stored twice and ends', () => {
  let test: TestApp;
  let spanish: Caller;
  let german: Caller;

  beforeAll(async () => {
    test = await startApp();
    spanish = await test.caller('ministry', 'ES');
    german = await test.caller('ministry', 'DE');
  });

  afterAll(() => test.stop());

  const deliver = async (by: Caller, known: object): Promise<string> =>
    String((await by.post('/v1/vacancies', aVacancy(known)).expect(201)).body.id);

  const pairs = async (by: Caller) => {
    await test.settle();
    const { body } = await by.get('/v1/vacancies/duplicates?state=found').expect(200);
    return body.items as { id: string; oneId: string; otherId: string }[];
  };

  it('is not a pair once a file closes it, and is one again once that file is undone', async () => {
    const welder = { title: 'Welder at the yard', text: 'Welding at the yard.' };
    await importFile(test, german, openings([anOpening('P-1', welder)]), { path });
    await deliver(german, {
      title: welder.title,
      language: 'en',
      employerName: 'Works',
      isco: ['7212'],
      locations: [{ country: 'DE' }],
      description: `<p>${welder.text}</p>`,
      startsOn: undefined,
      sourceAgency: 'OTHER',
      sourceId: 'X-1',
    });
    expect(await pairs(german)).toHaveLength(1);
    const closing = openings([anOpening('P-1', { ...welder, status: 'Closed' })]);
    const { id } = await importFile(test, german, closing, { path });
    expect(await pairs(german)).toEqual([]);
    await german.post(`${path}/${id}/undo`).expect(200);
    expect(await pairs(german)).toHaveLength(1);
  });

  const strawberries = {
    title: 'Recogedora de fresas',
    employerName: 'Finca Flor',
    isco: ['9211'],
  };

  it("is not a pair with last season's advertisement, whose last day is over", async () => {
    const last = { validUntilOn: '2026-03-31', startsOn: '2026-02-01' };
    await deliver(spanish, { ...strawberries, ...last, sourceAgency: 'A1', sourceId: 'L-1' });
    const next = { startsOn: '2027-02-01', sourceAgency: 'A2', sourceId: 'L-2' };
    await deliver(spanish, { ...strawberries, ...next });
    expect(await pairs(spanish)).toEqual([]);
  });

  it('is not merged after its last day, and is no longer a pair from that night on', async () => {
    const nurse = { employerName: 'Hospital Sol', title: 'Enfermera de urgencias' };
    const ending = { applyUntilOn: '2026-11-24', sourceAgency: 'A1', sourceId: 'N-1' };
    await deliver(spanish, { ...nurse, ...ending });
    const survivorId = await deliver(spanish, { ...nurse, sourceAgency: 'A2', sourceId: 'N-2' });
    const [pair] = await pairs(spanish);
    test.clock.moveTo(new Date('2026-11-25T12:00:00Z'));
    const merge = `/v1/vacancies/duplicates/${pair?.id ?? ''}/merge`;
    const { body } = await spanish.post(merge, { survivorId }).expect(409);
    expect(body.code).toBe('duplicate-closed');
    await night(test, VacancyDuplicatesWorker, '2026-11-25');
    expect(await pairs(spanish)).toEqual([]);
  });
});
