import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Test } from 'supertest';
import type { VacancyDto } from '../../../src/vacancies/vacancies.dto.ts';
import type { Vacancy } from '../../../src/vacancies/vacancy.entity.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { anOpening, openings } from '../../support/files/an-opening.ts';
import { aVacancy } from '../../support/worlds/builders.ts';

describe('an employer who publishes a vacancy again', () => {
  let test: TestApp;
  let employer: Caller;

  beforeAll(async () => {
    test = await startApp();
    employer = await test.caller('employer', 'ES');
  }, 60_000);

  afterAll(() => test.stop());

  it('opens it even if it was changed to the same text while it was withdrawn', async () => {
    const sent = (title: string) => aVacancy({ sourceAgency: 'AG', sourceId: 'W-1', title });
    const publish = (title: string) => employer.post('/v1/vacancies', sent(title));
    const { body } = await publish('Enfermera').expect(201);
    const { body: gone } = await employer.post(`/v1/vacancies/${body.id}/withdraw`).expect(200);
    const change = sent('Enfermera de noche');
    await employer.put(`/v1/vacancies/${body.id}`, change, gone.version as number).expect(200);
    const { body: again } = await publish('Enfermera de noche').expect(200);
    expect(again).toMatchObject({ id: body.id, status: 'open', title: 'Enfermera de noche' });
  });

  it('keeps what our own JSON leaves out: translations and the scheme of its id', async () => {
    const french = '<PositionProfile languageCode="fr"><PositionTitle>Soudeur</PositionTitle></PositionProfile>';
    const sent = anOpening('K-1').replace('</PositionOpening>', `${french}</PositionOpening>`);
    await employer
      .post('/v1/vacancies/bulk', openings([sent]))
      .set('Content-Type', 'application/xml')
      .expect(200);
    const { body: list } = await employer.get('/v1/vacancies?limit=1').expect(200);
    const [stored] = list.items as Vacancy[];
    const translations = { fr: { title: 'Soudeur', description: '' } };
    expect(stored).toMatchObject({ sourceScheme: 'S', translations });
    const change = (known: Partial<VacancyDto>, version: number): Test =>
      employer.put(`/v1/vacancies/${stored?.id ?? ''}`, aVacancy({ language: 'en', ...known }), version);

    const { body: kept } = await change({ title: 'Senior welder' }, 1).expect(200);
    expect(kept).toMatchObject({ title: 'Senior welder', sourceScheme: 'S', translations });
    const { body: inFrench } = await change({ title: 'Soudeur', language: 'fr' }, 2).expect(200);
    expect(inFrench.translations).toEqual({});
    const given = { ar: { title: 'لحام', description: '<p>x</p><script>y</script>' } };
    const { body: told } = await change({ translations: given }, 3).expect(200);
    expect(told.translations).toEqual({ ar: { title: 'لحام', description: '<p>x</p>' } });
    const { body: none } = await change({ translations: {} }, 4).expect(200);
    expect(none.translations).toEqual({});
  }); // prettier-ignore

  it('may write it in several languages, each with a title and none twice', async () => {
    const fr = { title: 'Infirmière' };
    const own = { title: 'Enfermera' };
    const { body } = await employer.post('/v1/vacancies', aVacancy({ translations: { fr, es: own } })).expect(201);
    expect(body.translations).toEqual({ fr: { title: 'Infirmière', description: '' } });
    expect(body.warnings).toMatchObject([{ code: 'translation-unclear', path: '/translations/es' }]);
    for (const wrong of [{ french: fr }, { fr: {} }, { fr: { title: ' ' } }, { fr: 'x' }, { fr: { ...fr, text: 'x' } }, [fr], 'x']) {
      const translations = wrong as unknown as VacancyDto['translations'];
      const { body: refused } = await employer.post('/v1/vacancies', aVacancy({ translations })).expect(400);
      expect(refused.errors).toMatchObject([{ pointer: '/translations' }]);
    }
    const wish = { fr: { title: 'Infirmière, jeune femme célibataire de moins de 30 ans' } };
    const { body: unlawful } = await employer.post('/v1/vacancies', aVacancy({ translations: wish })).expect(400);
    expect(unlawful.code).toBe('unlawful-wording');
  }); // prettier-ignore
});
