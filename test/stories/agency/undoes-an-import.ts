import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCandidate } from '../../support/worlds/builders.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

interface Person {
  id: string;
  reference: string;
  consents: { id: string }[];
}

/** Others have acted on the people of a file before its import is undone. */
describe('an agency that undoes an import', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
  });

  afterAll(() => test.stop());

  /** @returns how to undo the import, and the one person in it */
  async function bring(known: Parameters<typeof aCandidate>[0] = {}) {
    const sent = aCandidate(known);
    const { id } = (await importFile(test, road.agency, JSON.stringify([sent]))) as { id: string };
    const { body } = await road.agency.get('/v1/candidates?limit=200').expect(200);
    const found = (body.items as Person[]).find(({ reference }) => reference === sent.reference);
    const person = await read(found?.id ?? '');
    return { undo: () => road.agency.post(`/v1/candidates/imports/${id}/undo`), person, sent };
  }

  const read = async (id: string): Promise<Person> =>
    (await road.agency.get(`/v1/candidates/${id}`).expect(200)).body as Person;

  const paper = {
    purpose: 'sharing',
    sections: ['skills'],
    countries: ['ES'],
    givenOn: '2026-10-01',
    scanSha256: 'ab'.repeat(32),
    witness: 'Rachida Tazi',
  };

  it('cannot take away a person with an offer, and the offer keeps its person', async () => {
    const vacancy = await road.publish();
    const { undo, person } = await bring();
    const offer = await placing.offer(await placing.matchOf(vacancy, person.id)).expect(201);
    const { body } = await undo().expect(409);
    expect(body).toMatchObject({ code: 'import-in-use', people: 1 });
    expect((await placing.read(String(offer.body.id))).candidateId).toBe(person.id);
  });

  it('cannot take away a person for whom an employer has reported an outcome', async () => {
    const vacancy = await road.publish();
    const { undo, person } = await bring();
    const match = (await road.matches(vacancy)).find(
      ({ candidateId }) => candidateId === person.id,
    );
    const outcome = { outcome: 'not-hired', reason: 'Took another post' };
    const path = `/v1/matches/${match?.id ?? ''}/outcome`;
    await road.employer.put(path, outcome, match?.version).expect(200);
    expect((await undo().expect(409)).body.code).toBe('import-in-use');
  });

  it('cannot take away a person on a list of people trained abroad', async () => {
    const { undo, person } = await bring();
    const list = {
      name: 'Nursing, Rabat 2026',
      state: 'ES',
      isco: '222',
      hours: 120,
      trainedOn: '2026-10-31',
      validUntilOn: '2028-10-31',
      candidateIds: [person.id],
    };
    await road.agency.post('/v1/trained-lists', list).expect(201);
    expect((await undo().expect(409)).body.code).toBe('import-in-use');
  });

  it('loses no consent given on paper since, for another purpose or on the same day', async () => {
    const again = { ...aCandidate().consents?.[0], scanSha256: paper.scanSha256 };
    for (const [status, given] of [
      [201, paper],
      [200, { ...again, witness: paper.witness }],
    ] as const) {
      const { undo, person } = await bring();
      await road.agency.post(`/v1/candidates/${person.id}/consents`, given).expect(status);
      const { body } = await undo().expect(409);
      expect(body).toMatchObject({ code: 'import-changed-since', people: 1 });
      expect((await read(person.id)).consents).toContainEqual(
        expect.objectContaining({ witness: 'Rachida Tazi' }),
      );
    }
  });

  it('cannot undo over a withdrawal, after which the same file would bring the consent back', async () => {
    const { undo, person, sent } = await bring();
    const path = `/v1/candidates/${person.id}/consents/${person.consents[0]?.id ?? ''}`;
    await road.agency.delete(path).expect(200);
    expect((await undo().expect(409)).body.code).toBe('import-changed-since');
    await importFile(test, road.agency, JSON.stringify([sent]));
    expect((await read(person.id)).consents).toEqual([
      expect.objectContaining({ withdrawnAt: expect.any(String) }),
    ]);
  });

  it('loses nobody whom a later file repeats unchanged, until that is undone too', async () => {
    const people = [aCandidate(), aCandidate()];
    const send = async (sent: object[], query = ''): Promise<string> => {
      const done = await importFile(test, road.agency, JSON.stringify(sent), { query });
      return String(done.id);
    };
    const undo = (id: string) => road.agency.post(`/v1/candidates/imports/${id}/undo`);
    const first = await send(people);
    const wrong = await send([aCandidate()]);
    await send(people, '?dryRun');
    const nightly = await send(people);
    const { body } = await undo(first).set('Accept-Language', 'fr').expect(409);
    expect(body).toMatchObject({ code: 'import-sent-again', importIds: [nightly] });
    await undo(wrong).expect(200);
    const readThem = people.map(({ reference }) => `/v1/candidates/by-reference/${reference}`);
    for (const path of readThem) await road.agency.get(path).expect(200);
    await undo(nightly).expect(200);
    await undo(first).expect(200);
    for (const path of readThem) await road.agency.get(path).expect(404);
  });

  it('loses nobody whom it has entered again unchanged', async () => {
    const { undo, person, sent } = await bring();
    await road.agency.post('/v1/candidates', sent).expect(200);
    const { body } = await undo().expect(409);
    expect(body).toMatchObject({ code: 'import-changed-since', people: 1 });
    expect((await read(person.id)).reference).toBe(sent.reference);
  });

  it('undoes it once, however often it asks at once', async () => {
    const { undo, person } = await bring();
    const answers = await Promise.all([undo(), undo(), undo()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    await road.agency.get(`/v1/candidates/${person.id}`).expect(404);
  });

  it('undoes the rest if a person was erased since', async () => {
    const { undo, person } = await bring();
    await road.agency.delete(`/v1/candidates/${person.id}`).expect(204);
    await undo().expect(200);
  });

  it('is told in its language why the import had failed', async () => {
    const broken = `[${JSON.stringify(aCandidate())},`;
    const { id } = (await importFile(test, road.agency, broken)) as { id: string };
    const undo = road.agency.post(`/v1/candidates/imports/${id}/undo`);
    const { body } = await undo.set('Accept-Language', 'fr').expect(200);
    const message = expect.stringContaining("Ce fichier n'est pas du JSON valide.");
    expect(body).toMatchObject({ status: 'undone', failure: { message } });
  });

  it('makes a record valid again that was merged into one of its own', async () => {
    const other = await test.caller('agency', 'MA');
    const twice = { givenName: 'Driss', familyName: 'Berrada', birthOn: '1975-05-05' };
    const theirs = await road.enter(twice, other);
    const { undo, person } = await bring(twice);
    const vacancy = await road.publish();
    const proposed = async () =>
      (await road.matches(vacancy)).map(({ candidateId }) => candidateId);
    const pairs = await road.authority.get('/v1/candidates/duplicates').expect(200);
    const merge = `/v1/candidates/duplicates/${pairs.body.items[0].id}/merge`;
    await road.authority.post(merge, { survivorId: person.id }).expect(200);
    expect(await proposed()).not.toContain(theirs);
    await undo().expect(200);
    expect(await proposed()).toContain(theirs);
  });
});
