import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { importFile } from '../../support/imports/import-file.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const header = 'reference;family_name;nationalities;occupation;desired_occupations';

describe('an agency that writes occupations in words', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  const titleOf = async (title: string, language = ''): Promise<object> => {
    const query = new URLSearchParams({ title, ...(language && { language }) });
    const path = `/v1/reference/occupations?${query.toString()}`;
    return (await road.agency.get(path).expect(200)).body as object;
  };

  it('asks how a title is read, and gets what it may mean', async () => {
    expect(await titleOf('Soudeuse (H/F)', 'fr')).toMatchObject({
      found: { isco: '7212', uri: null, unverified: false },
    });
    expect(await titleOf('dental nurse')).toMatchObject({
      found: null,
      candidates: expect.arrayContaining([expect.objectContaining({ isco: '2221' })]),
    });
  });

  it('is told which words were read by a list that nobody has verified', async () => {
    expect(await titleOf('سودور')).toMatchObject({ found: { isco: '7212', unverified: true } });
  });

  it('uploads titles: certain ones get their code, and it is asked about the others', async () => {
    const rows = [
      'W-1;Alami;MA;Soudeur TIG;cuisinier',
      'W-2;Alami;MA;dental nurse;7212',
      'W-3;Alami;MA;لحام;طباخ',
    ];
    const errors = await importFile(test, road.agency, [header, ...rows].join('\r\n'), {
      asked: '/errors',
    });
    const found = (errors.items as { row: number; code: string; message: string }[])
      .map(({ row, code, message }) => ({ row, code, message }))
      .filter(({ code }) => code.startsWith('occupation'));
    expect(found).toEqual([
      {
        row: 2,
        code: 'occupation-unknown',
        message: expect.stringContaining('Did you mean 2221 Nursing professionals, or 3251'),
      },
      { row: 3, code: 'occupation-unverified', message: expect.stringContaining('7212') },
      { row: 3, code: 'occupation-unverified', message: expect.stringContaining('5120') },
    ]);
  });

  it('finds people by words of another language than theirs, and is told how its words were read', async () => {
    const search = async (query: Record<string, string>): Promise<Response['body']> =>
      (await road.agency.get('/v1/candidates').query(query).expect(200)).body;
    expect(await search({ q: 'soudeur' })).toMatchObject({ total: 1, readAs: null });
    const { items, readAs } = await search({ q: 'soldador' });
    const references = items.map(({ reference }: { reference: string }) => reference);
    expect(references).toEqual(['W-3', 'W-1']);
    expect(readAs).toEqual({ isco: '7212', title: 'Welders and flamecutters' });
    expect(await search({ q: 'soldador', isco: '5120' })).toMatchObject({ total: 0, readAs: null });
    expect(await search({ q: 'zzyzx' })).toMatchObject({ total: 0, readAs: null });
  });

  it('enters a candidate as a file would: the title gives the code, or is asked about', async () => {
    const person = (title: string, isco?: string) => ({
      reference: 'W-9',
      familyName: 'Alami',
      nationalities: ['MA'],
      occupations: [{ title, isco, years: 3 }],
    });
    const { body: entered } = await road.agency
      .post('/v1/candidates', person('Soudeur TIG'))
      .expect(201);
    expect(entered).toMatchObject({ occupations: [{ isco: '7212' }], warnings: [] });
    const path = `/v1/candidates/${entered.id}`;
    const { body: asked } = await road.agency.put(path, person('dental nurse'), 1).expect(200);
    expect(asked).toMatchObject({
      occupations: [{ isco: null, title: 'dental nurse' }],
      warnings: [{ code: 'occupation-unknown' }],
    });
    const { body: coded } = await road.agency
      .put(path, person('dental nurse', '3251'), 2)
      .expect(200);
    expect(coded).toMatchObject({ occupations: [{ isco: '3251' }], warnings: [] });
  });

  it('meets vacancies whose title gave the code, and whose publisher is told so', async () => {
    const place = { locations: [{ country: 'DE' }], positions: 1 };
    const publish = (title: string, more: object = {}) =>
      road.employer.post('/v1/vacancies', { title, language: 'de', ...place, ...more });
    const { body: read } = await publish('Schweißer (m/w/d)').expect(201);
    expect(read).toMatchObject({
      isco: ['7212'],
      warnings: [expect.objectContaining({ code: 'isco-by-title' })],
    });
    const { body: coded } = await publish('Schweißer (m/w/d)', { isco: ['5120'] }).expect(201);
    expect(coded).toMatchObject({ isco: ['5120'], warnings: [] });
    const { body: unread } = await publish('Allrounder').expect(201);
    expect(unread).toMatchObject({
      isco: [],
      warnings: [expect.objectContaining({ code: 'occupation-missing' })],
    });
  });

  it('gets no skills from words if ESCO is not loaded', async () => {
    const { body } = await road.agency.get('/v1/reference/skills?text=arc%20welding').expect(200);
    expect(body).toEqual({ items: [] });
  });
});
