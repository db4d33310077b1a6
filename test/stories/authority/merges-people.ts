import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordVerifiedStay } from '../../../src/candidates/verified-stays.queries.ts';
import { newId } from '../../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { putJob } from '../../../src/platform/queue/outbox.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

interface SeenPair {
  id: string;
  oneId: string;
  otherId: string;
  state: string;
  reasons: { code: string; weight: number }[];
}

describe('a pair of records of one person', () => {
  let test: TestApp;
  let road: Road;
  let other: Caller;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    other = await test.caller('agency', 'MA');
  });

  afterAll(() => test.stop());

  const pairsOf = async (caller: Caller, ids: readonly string[], state = '') => {
    await test.settle();
    const path = `/v1/candidates/duplicates?limit=200${state && `&state=${state}`}`;
    const { body } = await caller.get(path).expect(200);
    return (body.items as SeenPair[]).filter(
      ({ oneId, otherId }) => ids.includes(oneId) && ids.includes(otherId),
    );
  };

  const decide = (id: string, what: string, body: object = {}) =>
    road.authority.post(`/v1/candidates/duplicates/${id}/${what}`, body);

  const inLatin = { givenName: 'Mohammed', familyName: 'El Ouazzani', birthOn: '1991-03-12' };
  const inArabic = { givenName: 'محمد', familyName: 'الوزاني', birthOn: '1991-03-12' };

  it('is found, shown side by side, merged so that one record is matched, and restored by an undo', async () => {
    const vacancy = await road.publish();
    const one = await road.enter({ ...inLatin, residenceRegion: 'Fès' });
    const two = await road.enter({ ...inArabic, residenceRegion: 'FES' }, other);
    const ids = [one, two];
    const proposed = async () =>
      (await road.matches(vacancy))
        .map(({ candidateId }) => candidateId)
        .filter((id) => ids.includes(id));
    expect((await proposed()).toSorted()).toEqual(ids.toSorted());

    const [pair] = await pairsOf(road.authority, ids, 'found');
    expect(pair?.reasons.map(({ code }) => code)).toEqual([
      'name-same',
      'birth-same',
      'region-same',
    ]);
    const path = `/v1/candidates/duplicates/${pair?.id ?? ''}`;
    const { body: shown } = await road.authority.get(path).expect(200);
    expect(shown.records).toHaveLength(2);
    expect(shown.records).toContainEqual(
      expect.objectContaining({ id: one, familyName: 'El Ouazzani' }),
    );
    expect(shown.records).toContainEqual(
      expect.objectContaining({ id: two, familyName: 'الوزاني' }),
    );

    const before = await rows(ids);
    const { body: merged } = await decide(pair?.id ?? '', 'merge', { survivorId: two }).expect(200);
    expect(merged).toMatchObject({ state: 'same', survivorId: two });
    expect(await proposed()).toEqual([two]);
    expect((await rows(ids)).map(withoutPointer)).toEqual(before.map(withoutPointer));

    await decide(pair?.id ?? '', 'undo').expect(200);
    expect((await proposed()).toSorted()).toEqual(ids.toSorted());
    expect(await rows(ids)).toEqual(before);
    const { body: after } = await road.authority.get(path).expect(200);
    expect(after.history).toMatchObject([
      { verdict: 'same', survivorId: two, decidedBy: road.authority.organisationId },
      { verdict: 'undone', survivorId: null },
    ]);
  });

  const precedenceOf = async (vacancy: string, ids: readonly string[]) => {
    const matches = (await road.matches(vacancy)) as { candidateId: string; precedence: string }[];
    return ids.map((id) => matches.find(({ candidateId }) => candidateId === id)?.precedence);
  };

  it('puts the record that stands ahead for training listed under the other one', async () => {
    const person = { givenName: 'Ilyas', familyName: 'Filali', birthOn: '1987-04-18' };
    const one = await road.enter(person);
    const two = await road.enter(person, other);
    const course = { name: 'Nursing', state: 'ES', isco: '222', hours: 120, candidateIds: [one] };
    const dates = { trainedOn: '2026-10-31', validUntilOn: '2028-10-31' };
    await road.agency.post('/v1/trained-lists', { ...course, ...dates }).expect(201);
    const [pair] = await pairsOf(road.authority, [one, two]);
    await decide(pair?.id ?? '', 'merge', { survivorId: two }).expect(200);
    const vacancy = await road.publish();
    expect(await precedenceOf(vacancy, [one, two])).toEqual([undefined, 'trained']);
    const { body } = await road.employer.get(`/v1/vacancies/${vacancy}/trained`).expect(200);
    expect(body.items).toMatchObject([{ candidateId: two, listName: 'Nursing' }]);
  });

  it('puts the record that stands ahead for a return under the other one, until an undo', async () => {
    const person = { givenName: 'Yassine', familyName: 'Bouazza', birthOn: '1986-09-30' };
    const vacancy = await road.publish();
    const one = await road.enter(person);
    const two = await road.enter(person, other);
    const precedence = () => precedenceOf(vacancy, [one, two]);
    expect(await precedence()).toEqual([null, null]);
    const [pair] = await pairsOf(road.authority, [one, two]);
    await decide(pair?.id ?? '', 'merge', { survivorId: two }).expect(200);
    await test.settle();
    await test.database.as(SYSTEM, async (sql) => {
      await recordVerifiedStay(sql, {
        placementId: newId(),
        candidateId: one,
        organisationId: road.agency.organisationId,
        country: 'ES',
        fromOn: '2026-02-01',
        toOn: '2026-10-31',
        returnedOn: '2026-11-02',
        issuer: 'partner-authority',
      });
      await putJob(sql, 'candidate.changed', { candidateId: one });
    });
    expect(await precedence()).toEqual([undefined, 'returned']);
    await decide(pair?.id ?? '', 'undo').expect(200);
    expect(await precedence()).toEqual(['returned', null]);
  });

  it('returns after a dismissal only when a record has changed', async () => {
    const twin = { familyName: 'Tahiri', birthOn: '1988-08-08' };
    const one = await road.enter({ ...twin, givenName: 'Hassan', reference: 'T-1' });
    const two = await road.enter({ ...twin, givenName: 'Hussein', reference: 'T-2' }, other);
    const [pair] = await pairsOf(road.authority, [one, two]);
    await decide(pair?.id ?? '', 'dismiss').expect(200);
    await road.enter({ ...twin, givenName: 'Hassan', reference: 'T-1', educationLevel: 4 });
    expect(await pairsOf(road.authority, [one, two], 'found')).toEqual([]);
    await road.enter({
      ...twin,
      givenName: 'Hassan',
      reference: 'T-1',
      phone: '+212 600 11 22 33',
    });
    expect(await pairsOf(road.authority, [one, two], 'found')).toHaveLength(1);
  });

  it('is no longer a pair when a correction makes the records different', async () => {
    const born = { familyName: 'Chraibi', birthOn: '1979-02-01' };
    const one = await road.enter({ ...born, givenName: 'Nadia', reference: 'C-1' });
    const two = await road.enter({ ...born, givenName: 'Nadia', reference: 'C-2' }, other);
    expect(await pairsOf(road.authority, [one, two])).toHaveLength(1);
    await road.enter({ ...born, birthOn: '1985-11-23', givenName: 'Nadia', reference: 'C-1' });
    expect(await pairsOf(road.authority, [one, two])).toEqual([]);
  });

  it('is told as it is now if a record is corrected after a merge, and is no pair after the undo', async () => {
    const born = { familyName: 'Kadiri', birthOn: '1981-06-14', givenName: 'Omar' };
    const one = await road.enter({ ...born, reference: 'K-1' });
    const two = await road.enter({ ...born, reference: 'K-2' }, other);
    const [pair] = await pairsOf(road.authority, [one, two]);
    await decide(pair?.id ?? '', 'merge', { survivorId: one }).expect(200);
    await road.enter(
      { familyName: 'Zeroual', birthOn: '1994-12-03', givenName: 'Samir', reference: 'K-2' },
      other,
    );
    const [after] = await pairsOf(road.authority, [one, two], 'same');
    expect(after?.reasons.map(({ code }) => code)).toEqual(['name-differs', 'birth-differs']);
    await decide(pair?.id ?? '', 'undo').expect(200);
    expect(await pairsOf(road.authority, [one, two])).toEqual([]);
    const standing = await rows([two]);
    expect(standing).toMatchObject([{ merged_into_id: null, family_name: 'Zeroual' }]);
  });

  it('is found by a document whose number is never kept', async () => {
    const one = await road.enter({
      givenName: 'Zineb',
      familyName: 'Sefrioui',
      birthOn: '1990-01-01',
      documents: ['passport:AB 123456'],
    });
    const married = { givenName: 'Zainab', familyName: 'Lahlou', documents: ['passport:ab123456'] };
    const two = await road.enter({ ...married, birthOn: '1990-01-01' }, other);
    const [pair] = await pairsOf(road.authority, [one, two]);
    expect(pair?.reasons.map(({ code }) => code)).toContain('document-same');
    const { body } = await road.agency.get(`/v1/candidates/${one}`).expect(200);
    expect(body.documents).toEqual([expect.stringMatching(/^passport:[0-9a-f-]{36}$/)]);
    const { version, givenName, familyName, birthOn, nationalities, documents, reference } = body;
    const given = { givenName, familyName, birthOn, nationalities, documents, reference };
    const { body: same } = await road.agency
      .put(`/v1/candidates/${one}`, given, version)
      .expect(200);
    expect(same.documents).toEqual(body.documents);
    const dump = JSON.stringify(await rows([one, two]));
    expect(dump).not.toMatch(/AB ?123456/i);
  });

  it("is found in a file too, and is the agency's own to decide on if both records are", async () => {
    const header = 'reference;given_name;family_name;birth_date;nationalities;documents';
    const csv = [
      header,
      'F-1;Khadija;Bensouda;01/02/1993;MA;national-id:BE1',
      'F-2;خديجة;بنسودة;01/02/1993;MA;',
      'F-3;Rachid;Alami;03/04/1980;MA;',
    ];
    await importFile(test, road.agency, csv.join('\r\n'));
    const { body } = await road.agency.get('/v1/candidates/duplicates').expect(200);
    expect(body.items).toHaveLength(1);
    const [pair] = body.items as SeenPair[];
    await decide(pair?.id ?? '', 'dismiss').expect(404);
    await other.get(`/v1/candidates/duplicates/${pair?.id ?? ''}`).expect(404);
    const path = `/v1/candidates/duplicates/${pair?.id ?? ''}/merge`;
    await road.agency.post(path, { survivorId: pair?.oneId }).expect(200);
    const { body: again } = await road.agency.post(path, { survivorId: pair?.oneId }).expect(409);
    expect(again.code).toBe('duplicate-decided');
  });

  it('never leads to a circle of merges, and becomes valid again when its survivor is erased', async () => {
    const person = { givenName: 'Driss', familyName: 'Berrada', birthOn: '1975-05-05' };
    const third = await test.caller('agency', 'MA');
    const [a, b, c] = [
      await road.enter(person),
      await road.enter(person, other),
      await road.enter(person, third),
    ];
    const pairOf = async (one: string, two: string) =>
      (await pairsOf(road.authority, [one, two]))[0]?.id ?? '';
    await decide(await pairOf(a, b), 'merge', { survivorId: b }).expect(200);
    const { body } = await decide(await pairOf(a, c), 'merge', { survivorId: a }).expect(409);
    expect(body.code).toBe('merged-before');
    const { body: wrong } = await decide(await pairOf(b, c), 'merge', { survivorId: a }).expect(
      400,
    );
    expect(wrong.errors[0].pointer).toBe('/survivorId');
    await other.delete(`/v1/candidates/${b}`).expect(204);
    await test.settle();
    const [standing] = await rows([a]);
    expect(standing).toMatchObject({ merged_into_id: null });
  });

  const rows = (ids: readonly string[]) =>
    test.database.as(SYSTEM, (sql) =>
      sql.query<Record<string, unknown>[]>(
        `SELECT c.*, (SELECT json_agg(consent ORDER BY id) FROM consent WHERE candidate_id = c.id) AS consents
           FROM candidate c WHERE id = ANY ($1) ORDER BY id`,
        [ids],
      ),
    );

  const withoutPointer = ({ merged_into_id: _, ...row }: Record<string, unknown>) => row;
});
