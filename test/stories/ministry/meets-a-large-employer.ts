import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aVacancy } from '../../support/worlds/builders.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

/** More than the hundred records per key beyond which a key is passed over. */
const MANY = 110;

describe('the search for duplicates of an employer with more openings in one city than one key may have', () => {
  let test: TestApp;
  let ministry: Caller;

  beforeAll(async () => {
    test = await startApp();
    ministry = await test.caller('ministry', 'ES');
  });

  afterAll(() => test.stop());

  const ofService = (sourceAgency: string, at: number, title: string) =>
    aVacancy({
      sourceAgency,
      sourceId: `${sourceAgency}-${at}`,
      title,
      description: `Texto ${at}`,
      employerName: 'Servicio Madrileño de Salud',
      isco: ['2221'],
      locations: [{ country: 'ES', nuts: 'ES300', city: 'Madrid' }],
    });

  const send = async (vacancies: ReturnType<typeof ofService>[]): Promise<void> => {
    const lines = vacancies.map((vacancy) => JSON.stringify(vacancy)).join('\n');
    await ministry.post('/v1/vacancies/bulk', lines).expect(200);
    await test.settle();
  };

  interface Seen {
    id: string;
    version: number;
    sourceAgency: string;
    title: string;
  }

  const vacanciesOf = async (agency: string): Promise<Seen[]> => {
    const { body } = await ministry.get('/v1/vacancies?limit=200').expect(200);
    return (body.items as Seen[]).filter(({ sourceAgency }) => sourceAgency === agency);
  };

  const pairsOf = async (ids: readonly string[]): Promise<number> => {
    await test.settle();
    const { body } = await ministry.get('/v1/vacancies/duplicates?limit=200').expect(200);
    return (body.items as { oneId: string; otherId: string }[]).filter(
      ({ oneId, otherId }) => ids.includes(oneId) && ids.includes(otherId),
    ).length;
  };

  it('keeps a known pair when more come, and finds those with the same title among them', async () => {
    const theatre = 'Enfermera de quirófano con experiencia';
    await send([ofService('B1', 1, theatre), ofService('B2', 1, `${theatre} previa`)]);
    const [one, other] = [...(await vacanciesOf('B1')), ...(await vacanciesOf('B2'))];
    const both = [one?.id ?? '', other?.id ?? ''];
    expect(await pairsOf(both)).toBe(1);

    const others = Array.from({ length: MANY }, (_, at) => `Turno ${at + 100} bloque ${at * 7919}`);
    await send(others.map((title, at) => ofService('B3', at, title)));
    const changed = { ...ofService('B2', 1, `${theatre} previa`), positions: 3 };
    await ministry.put(`/v1/vacancies/${other?.id ?? ''}`, changed, other?.version).expect(200);
    expect(await pairsOf(both)).toBe(1);

    await send([ofService('B4', 1, others[5] ?? '')]);
    const alike = (await vacanciesOf('B3')).filter(({ title }) => title === others[5]);
    const again = [...alike, ...(await vacanciesOf('B4'))].map(({ id }) => id);
    expect(again).toHaveLength(2);
    expect(await pairsOf(again)).toBe(1);

    const unlike = { ...changed, employerName: 'Clínica Sol', title: 'Matrona' };
    await ministry
      .put(`/v1/vacancies/${other?.id ?? ''}`, unlike)
      .set('If-Match', '"2"')
      .expect(200);
    expect(await pairsOf(both)).toBe(0);
  });
});
