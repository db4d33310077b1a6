import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aVacancy } from '../../support/worlds/builders.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

describe('an employer whose vacancy states a wish that the law forbids', () => {
  let test: TestApp;
  let employer: Caller;
  let ministry: Caller;

  const huelva = aVacancy({
    title: 'Recolectoras de fresa',
    isco: ['9211'],
    description: '<p>Buscamos personal: <b>mujeres con hijos</b> menores a cargo.</p>',
  });

  beforeAll(async () => {
    test = await startApp();
    [employer, ministry] = [
      await test.caller('employer', 'ES'),
      await test.caller('ministry', 'ES'),
    ];
  });

  afterAll(() => test.stop());

  it('is refused with the phrase and its place, and nothing is stored', async () => {
    const { body } = await employer.post('/v1/vacancies', huelva).expect(400);
    expect(body).toMatchObject({
      code: 'unlawful-wording',
      errors: [{ pointer: '/description', code: 'wish-on-family' }],
    });
    expect(body.errors[0].detail).toContain('"mujeres con hijos menores a cargo"');
    const again = employer.post('/v1/vacancies', huelva).set('Accept-Language', 'es');
    const { body: told } = await again.expect(400);
    expect(told.detail).toMatch(
      /^La oferta de empleo selecciona a personas por un criterio que la ley prohíbe/,
    );
    expect(told.errors[0].detail).toMatch(/^«mujeres con hijos menores a cargo»: Estas palabras/);
    const { body: list } = await employer.get('/v1/vacancies').expect(200);
    expect(list.items).toEqual([]);
  });

  it('has it refused in a delivery of many too, while the others are taken', async () => {
    const lines = [huelva, aVacancy({ title: 'Enfermero/a (H/F)' })].map((one) =>
      JSON.stringify(one),
    );
    const { body } = await employer
      .post('/v1/vacancies/bulk', lines.join('\n'))
      .set('Content-Type', 'application/x-ndjson')
      .expect(200);
    expect(body).toMatchObject({ read: 2, created: 1, rejected: 1 });
    expect(body.results[0].findings).toMatchObject([
      { code: 'wish-on-family', value: 'mujeres con hijos menores a cargo', row: 1 },
    ]);
    const { body: told } = await employer
      .post('/v1/vacancies/bulk?language=es', lines.join('\n'))
      .expect(200);
    expect(told.results[0].findings[0].message).toMatch(/^Estas palabras/);
  });

  it('cannot slip it in by a change', async () => {
    const { body: lawful } = await employer.post('/v1/vacancies', aVacancy()).expect(201);
    await employer.put(`/v1/vacancies/${lawful.id}`, huelva, 1).expect(400);
  });

  it('is refused dates and pay that run backwards too, and warned of work outside the Union', async () => {
    const turned = aVacancy({ startsOn: '2027-05-01', endsOn: '2026-05-01' });
    const { body } = await employer.post('/v1/vacancies', turned).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/endsOn', code: 'dates-out-of-order' }]);
    const turnedTwice = aVacancy({
      validFromOn: '2027-05-01',
      validUntilOn: '2026-05-01',
      pay: { min: 5000, max: 10, currency: 'EUR' },
    });
    const { body: twice } = await employer
      .post('/v1/vacancies', turnedTwice)
      .set('Accept-Language', 'fr')
      .expect(400);
    expect(twice.errors).toMatchObject([
      { pointer: '/pay/max', detail: 'la valeur ne doit pas être inférieure à min' },
      {
        pointer: '/validUntilOn',
        detail: 'La date de fin précède la date de début. Corrigez l’une des deux.',
      },
    ]);
    const far = aVacancy({ title: 'Albañil', locations: [{ country: 'MA' }] });
    const { body: kept } = await employer.post('/v1/vacancies', far).expect(201);
    expect(kept.warnings).toMatchObject([{ code: 'place-outside', path: '/locations/0/country' }]);
    const shown = { channel: 'pes', fromOn: '2026-11-02', untilOn: '2026-11-01' };
    const { body: unshown } = await employer
      .post(`/v1/vacancies/${kept.id}/advertising`, shown)
      .expect(400);
    expect(unshown.errors).toMatchObject([{ pointer: '/untilOn', code: 'dates-out-of-order' }]);
  });

  it('may appeal, and the ministry of the state decides', async () => {
    const shelter = aVacancy({ title: 'Educadora', description: 'Solo mujeres' });
    await employer.post('/v1/vacancies', shelter).expect(400);
    const appeal = {
      state: 'ES',
      phrase: 'Solo mujeres',
      ground: 'sex',
      reason: 'A shelter for women who fled violence',
    };
    const { body } = await employer.post('/v1/wording-appeals', appeal).expect(201);
    await employer.post('/v1/vacancies', shelter).expect(400);
    const path = `/v1/wording-appeals/${body.id}/decision`;
    const accepted = { status: 'accepted', decision: 'A genuine occupational requirement' };
    await employer.put(path, accepted, 1).expect(403);
    const french = await test.caller('ministry', 'FR');
    await french.put(path, accepted, 1).expect(404);
    const read = await ministry.get(`/v1/wording-appeals/${body.id}`).expect(200);
    expect([read.headers['etag'], read.body]).toEqual(['"1"', body]);
    await french.get(`/v1/wording-appeals/${body.id}`).expect(404);
    const { body: elsewhere } = await french.post('/v1/wording-appeals', appeal).expect(403);
    expect(elsewhere.code).toBe('other-state');
    await ministry.put(path, accepted, 1).expect(200);
    await employer.post('/v1/vacancies', shelter).expect(201);
    const other = await test.caller('employer', 'ES');
    await other.post('/v1/vacancies', shelter).expect(400);
  });
});
