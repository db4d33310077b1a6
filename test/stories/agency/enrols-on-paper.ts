import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCandidate } from '../../support/worlds/builders.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const scan = 'ab'.repeat(32);

describe('an agency that enrols people on paper', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  const paper = {
    purpose: 'sharing',
    sections: ['skills'],
    countries: ['ES'],
    givenOn: '2026-10-01',
  };

  it('records the scan and the witness with the consent, both or neither', async () => {
    const person = await road.enter();
    const path = `/v1/candidates/${person}/consents`;
    const whole = { ...paper, scanSha256: scan, witness: 'Rachida Tazi' };
    const { body } = await road.agency.post(path, whole).expect(201);
    expect(body.consents).toContainEqual(
      expect.objectContaining({ scanSha256: scan, witness: 'Rachida Tazi' }),
    );
    const halves = [
      { scanSha256: scan },
      { witness: 'Rachida Tazi' },
      { scanSha256: 'AB', witness: 'Rachida Tazi' },
      { scanSha256: scan, witness: ' ' },
    ];
    for (const half of halves) {
      const { body: refusal } = await road.agency.post(path, { ...paper, ...half }).expect(400);
      expect(refusal.errors[0].pointer).toMatch(/^\/(scanSha256|witness)$/);
    }
    const consents = [{ ...paper, scanSha256: scan }];
    const { body: nested } = await road.agency
      .post('/v1/candidates', { ...aCandidate(), consents })
      .expect(400);
    expect(nested.errors[0].pointer).toBe('/consents/0/witness');
  });

  it('finds a candidate by its own reference, and nobody of another agency', async () => {
    const reference = 'N° 12/2026 é';
    await road.agency.post('/v1/candidates', { ...aCandidate(), reference }).expect(201);
    const path = `/v1/candidates/by-reference/${encodeURIComponent(reference)}`;
    const { body, headers } = await road.agency.get(path).expect(200);
    expect(body).toMatchObject({ reference, version: 1 });
    expect(headers['etag']).toBe('"1"');
    await road.agency.get('/v1/candidates/by-reference/nobody').expect(404);
    const other = await test.caller('agency', 'MA');
    const { body: refused } = await other.get(path).expect(404);
    expect(refused.code).toBe('candidate-not-found');
  });

  it('fills in the spreadsheet offline, in which a consent with half of its proof does not count', async () => {
    const header =
      'Référence;Nom;Nationalité;Finalités du consentement;Rubriques du consentement;Pays du consentement;Date du consentement;Consentement SHA-256;Témoin du consentement';
    const row = (reference: string, proof: string, witness: string) =>
      `${reference};Alami;MA;matching;all;ES;01/10/2026;${proof};${witness}`;
    const rows = [
      row('O-1', scan.toUpperCase(), 'Rachida Tazi'),
      row('O-2', scan, ''),
      row('O-3', '', ''),
    ];
    const errors = await importFile(test, road.agency, [header, ...rows].join('\r\n'), {
      asked: '/errors',
    });
    expect(errors.items).toContainEqual(
      expect.objectContaining({ row: 2, code: 'paper-consent-incomplete', severity: 'drop' }),
    );
    const { body: found } = await road.agency.get('/v1/candidates?limit=200').expect(200);
    const consentsOf = async (reference: string): Promise<unknown> => {
      const one = found.items.find((item: { reference: string }) => item.reference === reference);
      return (await road.agency.get(`/v1/candidates/${one.id}`).expect(200)).body.consents;
    };
    expect(await consentsOf('O-1')).toMatchObject([{ scanSha256: scan, witness: 'Rachida Tazi' }]);
    expect(await consentsOf('O-2')).toEqual([]);
    expect(await consentsOf('O-3')).toMatchObject([{ scanSha256: null, witness: null }]);
  });

  it.each([
    ['en', 'ltr', 'Date of birth'],
    ['fr', 'ltr', 'Date de naissance'],
    ['es', 'ltr', 'Fecha de nacimiento'],
    ['ar', 'rtl', 'تاريخ الازدياد'],
  ])(
    "prints the form in %s, with the names of the spreadsheet's columns",
    async (language, direction, born) => {
      const { text, type } = await road.agency
        .get(`/v1/candidates/enrolment-form?language=${language}`)
        .expect(200);
      expect(type).toBe('text/html');
      expect(text).toContain(`lang="${language}" dir="${direction}"`);
      expect(text).toContain(born);
      expect(text).toContain('name="viewport"');
      expect(text).toContain('SHA-256');
      // A consent names to whom it is given.
      expect(text).toMatch(/<p><bdi>[^<]*agency[^<]*<\/bdi> \(\p{L}+\)<\/p>/iu);
      // Three purposes and thirteen sections to tick.
      expect(text.match(/class="box"/g)).toHaveLength(3 + 13);
    },
  );
});
