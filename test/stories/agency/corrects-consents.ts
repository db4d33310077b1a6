import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CandidateDto } from '../../../src/candidates/candidates.dto.ts';
import type { ConsentDto } from '../../../src/candidates/consents.dto.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { aCandidate } from '../../support/worlds/builders.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

interface Person {
  id: string;
  version: number;
  consents: (ConsentDto & { id: string; withdrawnAt: string | null })[];
}

const wide: ConsentDto = {
  purpose: 'matching',
  sections: ['skills', 'languages'],
  countries: ['ES', 'FR'],
  givenOn: '2026-09-01',
};
const narrow: ConsentDto = {
  purpose: 'matching',
  sections: ['skills'],
  countries: ['ES'],
  givenOn: '2026-09-01',
  scanSha256: 'ab'.repeat(32),
  witness: 'Rachida Tazi',
};

/** Agencies report consents late, wrongly, and in another order than candidates gave them. */
describe('an agency that corrects consents', () => {
  let test: TestApp;
  let agency: Caller;

  beforeAll(async () => {
    test = await startApp();
    agency = await test.caller('agency', 'MA');
  });

  afterAll(() => test.stop());

  const send = (...people: CandidateDto[]): Promise<{ id: string; [count: string]: unknown }> =>
    importFile(test, agency, JSON.stringify(people)) as Promise<{ id: string }>;

  const read = async ({ reference }: CandidateDto): Promise<Person> =>
    (await agency.get(`/v1/candidates/by-reference/${reference}`).expect(200)).body as Person;

  /** Returns the countries in which the index proposes the candidate. */
  const proposedIn = async (id: string): Promise<string[]> => {
    await test.settle();
    const rows = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ countries: string[] }[]>(
        'SELECT consent_countries AS countries FROM candidate_index WHERE id = $1',
        [id],
      ),
    );
    return rows[0]?.countries ?? [];
  };

  it('narrows with a later file what an earlier one said of that day, and widens it again by undoing the later one', async () => {
    const person = aCandidate({ consents: [wide] });
    await send(person);
    const before = await read(person);
    const corrected = await send({ ...person, consents: [narrow] });
    expect(corrected).toMatchObject({ updated: 1 });
    const { id, consents } = await read(person);
    expect(consents).toEqual([{ ...before.consents[0], ...narrow }]);
    expect(await proposedIn(id)).toEqual(['ES']);

    await agency.post(`/v1/candidates/imports/${corrected.id}/undo`).expect(200);
    expect((await read(person)).consents).toEqual(before.consents);
    expect(await proposedIn(id)).toEqual(['ES', 'FR']);
  });

  it('gives consents ids in the order in which it recorded them', async () => {
    const person = aCandidate({ consents: [] });
    await send(person);
    const { id } = await read(person);
    const days = ['2026-09-04', '2026-09-01', '2026-09-03', '2026-09-02'];
    for (const givenOn of days)
      await agency.post(`/v1/candidates/${id}/consents`, { ...wide, givenOn }).expect(201);
    const { consents } = await read(person);
    const byId = consents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId.map(({ givenOn }) => givenOn)).toEqual(days);
  });

  it('corrects a consent by sending the candidate again, but not by repeating the old file', async () => {
    const person = aCandidate({ consents: [wide] });
    await send(person);
    const { id, consents } = await read(person);
    const paper = { ...wide, scanSha256: narrow.scanSha256, witness: narrow.witness };
    await agency.post(`/v1/candidates/${id}/consents`, paper).expect(200);
    expect(await send(person)).toMatchObject({ unchanged: 1 });
    expect((await read(person)).consents).toEqual([{ ...consents[0], ...paper }]);

    const { version } = await read(person);
    const put = { ...person, consents: [narrow] };
    const { body } = await agency.put(`/v1/candidates/${id}`, put, version).expect(200);
    expect(body.consents).toEqual([{ ...consents[0], ...narrow }]);
  });

  it('cannot take anything away by a call to record a consent, but can add to it', async () => {
    const person = aCandidate({ consents: [{ ...wide, countries: ['ES'] }] });
    const { body } = await agency.post('/v1/candidates', person).expect(201);
    const path = `/v1/candidates/${String(body.id)}/consents`;
    for (const less of [{ countries: ['FR'] }, { sections: ['skills'] }]) {
      const refused = await agency.post(path, { ...wide, ...less }).expect(409);
      expect(refused.body.code).toBe('consent-leaves-out');
    }
    await agency.post(path, wide).expect(200);
    expect((await read(person)).consents).toMatchObject([wide]);
  });

  it('cannot send two consents for one purpose and day, because one of them would be lost', async () => {
    const other: ConsentDto = { ...wide, sections: ['education'], countries: ['FR'] };
    const person = aCandidate({ consents: [narrow, other] });
    const { body } = await agency.post('/v1/candidates?language=fr', person).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/consents', code: 'one-each-day' }]);
    expect(body.errors[0].detail).toContain('un seul consentement');
    const sent = await send(person);
    expect(sent).toMatchObject({ read: 1, rejected: 1 });
    const errors = await agency.get(`/v1/candidates/imports/${sent.id}/errors`).expect(200);
    expect(errors.body.items).toMatchObject([{ columnName: '/consents', code: 'value-refused' }]);
    const each: ConsentDto[] = [narrow, { ...other, purpose: 'sharing' }];
    await agency.post('/v1/candidates', { ...person, consents: each }).expect(201);
  });

  describe('after a consent was withdrawn', () => {
    async function withdrawn(): Promise<{ person: CandidateDto; path: string }> {
      const person = aCandidate({ consents: [wide] });
      await send(person);
      const { id, consents } = await read(person);
      const path = `/v1/candidates/${id}/consents`;
      await agency.delete(`${path}/${consents[0]?.id ?? ''}`).expect(200);
      return { person, path };
    }

    it('brings it back neither by an older list nor by correcting it', async () => {
      const { person } = await withdrawn();
      const before = await read(person);
      for (const consent of [{ ...wide, givenOn: '2026-08-15' }, narrow])
        expect(await send({ ...person, consents: [consent] })).toMatchObject({ updated: 1 });
      const after = await read(person);
      expect(after.consents).toEqual(before.consents);
      expect(await proposedIn(after.id)).toEqual([]);
    });

    it('is told so with the row each time, even in a dry run, and in its language', async () => {
      const { person } = await withdrawn();
      const others = [aCandidate({ consents: [wide] }), aCandidate({ consents: [] })];
      const list = [
        'référence;nom;nationalité;finalités;rubriques;pays du consentement;date du consentement',
        ...[...others, person].map(
          ({ reference }) => `${reference};Alami;MA;matching;skills;ES;01/09/2026`,
        ),
      ].join('\n');
      for (const query of ['?dryRun=true', '', '']) {
        const { id } = await importFile(test, agency, list, { query });
        const { body } = await agency.get(`/v1/candidates/imports/${id}/errors?language=fr`);
        const told = (body.items as { code: string }[]).filter(
          ({ code }) => code === 'consent-withdrawn',
        );
        expect(told).toMatchObject([
          {
            row: 3,
            severity: 'drop',
            columnName: 'consent_given_on',
            value: '2026-09-01',
            header: 'date du consentement',
            message: expect.stringContaining('a été retiré'),
          },
        ]);
      }
    });

    it('cannot bring it back by hand, but records what was given since or for another purpose', async () => {
      const { person, path } = await withdrawn();
      for (const givenOn of ['2026-08-15', '2026-09-01']) {
        const { body } = await agency.post(path, { ...wide, givenOn }).expect(409);
        expect(body.code).toBe('consent-withdrawn-since');
      }
      expect((await read(person)).consents).toMatchObject([{ withdrawnAt: expect.any(String) }]);
      await agency.post(path, { ...wide, purpose: 'sharing' }).expect(201);
      await agency.post(path, { ...wide, givenOn: test.clock.today() }).expect(201);
      const { id } = await read(person);
      expect(await proposedIn(id)).toEqual(['ES', 'FR']);
    });

    it('may narrow an older consent that is still valid, but not widen it', async () => {
      const older = { ...wide, givenOn: '2026-08-15', countries: ['ES'] };
      const person = aCandidate({ consents: [older, wide] });
      await send(person);
      const { id, consents } = await read(person);
      await agency.delete(`/v1/candidates/${id}/consents/${consents.at(-1)?.id ?? ''}`).expect(200);
      await send({ ...person, consents: [{ ...older, countries: ['ES', 'FR'] }] });
      expect((await read(person)).consents[0]?.countries).toEqual(['ES']);
      await send({ ...person, consents: [{ ...older, sections: ['skills'] }] });
      expect((await read(person)).consents[0]?.sections).toEqual(['skills']);
    });
  });
});
