import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPressedSector, aQuota, aVacancy } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a job offer to people who need a national offer', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
  });

  afterAll(() => test.stop());

  const quota = async (known: object): Promise<string> => {
    const { body } = await road.ministry.post('/v1/quotas', aQuota(known)).expect(201);
    return String(body.id);
  };
  const generic = (vacancyId: string, posts: number, known: object = {}) => {
    const agencyId = road.agency.organisationId;
    return road.employer.post('/v1/collective-offers', { vacancyId, agencyId, posts, ...known });
  };

  describe('without a national offer that covers it', () => {
    it('is refused for a named person, whatever its first day', async () => {
      const vacancy = await road.publish({ endsOn: '2028-12-31' });
      const match = await placing.matchOf(vacancy, await road.enter());
      const late = { startsOn: '2028-01-03', endsOn: '2028-06-30', waitIfFull: true };
      const { status, body } = await placing.offer(match, late);
      expect([status, body.code]).toEqual([409, 'no-quota-offered']);
      expect(await placing.seats()).toMatchObject({ reserved: 0 });
      await placing.offer(match).expect(201);
    });

    it('is refused if it is generic, and a person named later must be covered too', async () => {
      const farm = { isco: ['9211'], nace: 'A01.25', languages: [], endsOn: '2027-08-31' };
      const hand = { occupations: [{ isco: '9211', title: 'Recolector', years: 2 }] };
      const vacancy = await road.publish({ ...farm, positions: 30 });
      const person = await road.enter(hand);
      const refused = await generic(vacancy, 10).expect(409);
      expect(refused.body.code).toBe('no-quota-offered');
      const quotaId = await quota({ scopeCode: '9211', seats: 10 });
      const { body } = await generic(vacancy, 10).expect(201);
      const { items } = (await road.agency.get('/v1/placements?status=offered')).body;
      const own = items.filter((one: { vacancyId: string }) => one.vacancyId === vacancy);
      const seen = (await road.ministry.get(`/v1/quotas/${quotaId}`)).body;
      const moved = aQuota({
        scopeCode: '9211',
        seats: 10,
        startsOn: '2028-01-01',
        endsOn: '2028-12-31',
      });
      await road.ministry.put(`/v1/quotas/${quotaId}`, moved, seen.version).expect(200);
      const told = await road.told(person, vacancy);
      expect(told?.verdicts.map(({ code }) => code)).toContain('no-quota-offered');
      const accepted = [{ placementId: own[0].id, matchId: told?.id }];
      const answer = { accepted };
      const named = await road.agency.post(`/v1/collective-offers/${body.id}/answers`, answer);
      expect([named.status, named.body.code]).toEqual([409, 'not-proposed']);
    });
  });

  describe('of many posts at once', () => {
    it('takes no seat if there are fewer positions than it needs', async () => {
      const quotaId = await quota({ scopeCode: '5322', seats: 100 });
      const care = { isco: ['5322'], languages: [], endsOn: '2027-08-31' };
      const vacancy = await road.publish({ ...care, positions: 5 });
      for (const waitIfFull of [false, true]) {
        const { body } = await generic(vacancy, 20, { atLeast: 15, waitIfFull }).expect(409);
        expect(body.code).toBe('positions-filled');
      }
      expect((await road.ministry.get(`/v1/quotas/${quotaId}`)).body.remaining).toBe(100);
      const part = (await generic(vacancy, 20, { atLeast: 5 }).expect(201)).body;
      expect(part.placements).toEqual({ offered: 5 });
    });

    it('waits as a whole if there are fewer seats than it needs', async () => {
      const quotaId = await quota({ scopeCode: '5312', seats: 8 });
      const vacancy = await road.publish({ isco: ['5312'], languages: [], positions: 30 });
      const known = { endsOn: '2027-08-31', atLeast: 9 };
      expect((await generic(vacancy, 12, known).expect(409)).body.code).toBe('quota-exhausted');
      const { body } = await generic(vacancy, 12, { ...known, waitIfFull: true }).expect(201);
      expect(body.placements).toEqual({ waiting: 12 });
      expect((await road.ministry.get(`/v1/quotas/${quotaId}`)).body.taken).toBe(0);
    });

    it('gives a position that falls free to the next person, and none to a person who has one', async () => {
      await quota({ scopeCode: '7522', seats: 2 });
      const joiner = { occupations: [{ isco: '7522', title: 'Ebanista', years: 5 }] };
      const turkish = { ...joiner, nationalities: ['TR'], residenceCountry: 'TR' };
      const wood = { isco: ['7522'], languages: [], endsOn: '2027-12-31' };
      const vacancy = await road.publish({ ...wood, positions: 6 });
      const people: string[] = [];
      for (const known of [joiner, turkish]) {
        for (let one = 0; one < 5; one += 1) people.push(await road.enter(known));
      }
      const found = await road.matches(vacancy);
      const matchIds = people.map((person) => found.find((one) => one.candidateId === person)?.id);
      const terms = { startsOn: '2027-03-01', endsOn: '2027-08-31' };
      await placing.offer(matchIds[0] ?? '', terms).expect(201);
      const offer = (known: object) =>
        road.employer.post('/v1/collective-offers', {
          vacancyId: vacancy,
          matchIds,
          ...terms,
          ...known,
        });
      // One seat, and five people who need none: with one position gone, that makes five at most.
      expect((await offer({ atLeast: 6 }).expect(409)).body.code).toBe('offered-before');
      const { body } = await offer({ atLeast: 5 }).expect(201);
      expect(body.placements).toEqual({ offered: 5 });
    });

    it('is answered for its own posts alone', async () => {
      await quota({ scopeCode: '7422', seats: 30 });
      const vacancy = await road.publish({ isco: ['7422'], languages: [], positions: 40 });
      const known = { endsOn: '2027-08-31' };
      const [one, two] = [await generic(vacancy, 10, known), await generic(vacancy, 10, known)];
      const path = `/v1/placements?collectiveOfferId=${two.body.id}`;
      const { items } = (await road.agency.get(path).expect(200)).body;
      const refused = [{ placementId: items[0].id, reason: 'Nobody left' }];
      const answer = (id: string) =>
        road.agency.post(`/v1/collective-offers/${id}/answers`, { refused });
      expect((await answer(one.body.id).expect(404)).body.code).toBe('placement-not-found');
      expect((await answer(two.body.id).expect(200)).body.placements).toEqual({
        offered: 9,
        refused: 1,
      });
    });
  });

  describe('that the law closes', () => {
    const year = { startsOn: '2027-03-01', endsOn: '2028-12-31' };
    const open = (known: object = {}) => road.publish({ ...year, positions: 30, ...known });
    const told = ({ status, body }: { status: number; body: { code?: string } }) => [
      status,
      body.code,
    ];
    const closed = [409, 'gate-closed'];

    it('is refused on an earlier day than the vacancy names, if the person is not yet of age then', async () => {
      const person = await road.enter({ birthOn: '2009-02-20' });
      const match = await placing.matchOf(await open(), person);
      const early = { startsOn: '2026-12-10', endsOn: '2027-01-31' };
      expect(told(await placing.offer(match, early))).toEqual(closed);
      await placing.offer(match).expect(201);
    });

    it('is refused in a later year than the vacancy names, if the cap of that year is reached', async () => {
      const match = await placing.matchOf(await open(), await road.enter());
      await quota({ startsOn: '2028-01-01', endsOn: '2028-12-31' });
      const cap = { isco: '2221', year: 2028, people: 0, effects: ['no-active-matching'] };
      await road.authority.post('/v1/outflow-caps', { ...cap, citation: 'Decree' }).expect(201);
      const late = { startsOn: '2028-01-03', endsOn: '2028-06-30' };
      expect(told(await placing.offer(match, late))).toEqual(closed);
      await placing.offer(match).expect(201);
    });

    it('is refused if a right of residence ends before the work begins', async () => {
      const rights = [{ kind: 'residence', country: 'ES', untilOn: '2027-02-28' }] as const;
      const known = { residencePermits: ['ES'], residenceCountry: 'ES', rights: [...rights] };
      const vacancy = await open({ isco: ['2262'], nace: undefined, languages: [] });
      const pharmacist = [{ isco: '2262', title: 'Pharmacien', years: 4 }];
      const person = await road.enter({ ...known, occupations: pharmacist });
      const match = await placing.matchOf(vacancy, person);
      expect(told(await placing.offer(match))).toEqual(closed);
      const short = { startsOn: '2027-01-11', endsOn: '2027-02-28' };
      await placing.offer(match, short).expect(201);
    });

    it('is refused without a partnership, also to people not yet named', async () => {
      const tunisian = (await test.caller('agency', 'TN')).organisationId;
      const terms = { agencyId: tunisian, endsOn: '2027-08-31' };
      const { status, body } = await generic(await open(), 10, terms);
      expect(told({ status, body })).toEqual(closed);
      expect(body.detail).toMatch(/^No mobility partnership applies .*\(Tunisia, Spain\)/);
    });

    it('is judged by the work that was offered, even if the vacancy becomes another', async () => {
      const home = { ...year, positions: 30, nace: 'R87.10' };
      const vacancy = await road.publish(home);
      const ids: string[] = [];
      for (const person of [await road.enter(), await road.enter()]) {
        const { body } = await placing.offer(await placing.matchOf(vacancy, person)).expect(201);
        ids.push(String(body.id));
      }
      const [authorised = '', open = ''] = ids;
      await placing.go(authorised, [road.agency, 'accept']);
      const hotel = aVacancy({ ...home, nace: 'I55.10', isco: ['5131'] });
      await road.employer.put(`/v1/vacancies/${vacancy}`, hotel, 1).expect(200);
      const sector = aPressedSector({ scheme: 'nace', code: 'R87' });
      await road.authority.post('/v1/pressed-sectors', sector).expect(201);
      const { status, body } = await placing.step(road.agency, open, 'accept');
      expect(told({ status, body })).toEqual(closed);
      await placing.go(authorised, [road.ministry, 'authorise', { evidence: 'Permit 7' }]);
      const { body: left } = await road.authority.get('/v1/outflow-entries').expect(200);
      const own = { placementId: authorised, nace: 'R87.10', isco: '2221' };
      expect(left.items).toContainEqual(expect.objectContaining(own));
    });

    it('is refused from the day on which a sector is pressed, and no longer accepted', async () => {
      const vacancy = await open();
      const [one, two] = [await road.enter(), await road.enter()];
      const offered = await placing.offer(await placing.matchOf(vacancy, one)).expect(201);
      const match = await placing.matchOf(vacancy, two);
      const sector = aPressedSector({ startsOn: '2026-11-25' });
      await road.authority.post('/v1/pressed-sectors', sector).expect(201);
      await test.settle();
      // Midnight is over, but the vacancies have not been decided again yet.
      test.clock.moveTo(new Date('2026-11-25T00:30:00Z'));
      expect(told(await placing.offer(match))).toEqual(closed);
      expect(told(await generic(vacancy, 10, { endsOn: '2027-08-31' }))).toEqual(closed);
      const { status, body } = await placing.step(road.agency, String(offered.body.id), 'accept');
      expect(told({ status, body })).toEqual(closed);
      expect(body.detail).toMatch(/^Morocco has listed ISCO 222 as a pressed sector/);
    });
  });
});
