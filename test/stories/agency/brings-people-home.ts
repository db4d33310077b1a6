import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CandidateDto } from '../../../src/candidates/candidates.dto.ts';
import { aCandidate, aPressedSector } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

/** A vacancy in the form in which ANAPEC lists it. */
const aHomeVacancy = (known: object = {}): object => ({
  ref: 'IN241120260001',
  date: '24/11/2027',
  titre: 'Infirmier polyvalent',
  nb: 3,
  lieu: 'Kénitra',
  agence: 'Kénitra',
  secteur: 'Santé',
  type_contrat: 'CDI',
  formation: 'Bac+3',
  experience: '(6 mois - 1 an)',
  date_debut: '01/02/2028',
  description: 'Soins en pédiatrie',
  isco: '2221',
  skills: ['paediatric care'],
  ...known,
});

/** Consents to be matched in these countries. */
const consentFor = (...countries: string[]): Partial<CandidateDto> => ({
  consents: [
    {
      purpose: 'matching',
      sections: ['work-experience', 'languages', 'education', 'skills', 'wishes'],
      countries,
      givenOn: '2026-11-01',
    },
  ],
});

interface Seen {
  candidateId: string;
  status: string;
  rank: number | null;
  contributions: { part: string; value: number | null; detail: string }[];
  verdicts: { rule: string; verdict: string; sentence: string }[];
  gained: { state: string; days: number }[];
}

describe('an agency whose people come home', () => {
  let test: TestApp;
  let road: Road;
  let home: string;
  let [returned, silent, stayed] = ['', '', ''];

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    // Paediatric care is learnt abroad: no nurse has it on record, and all were beginners.
    const occupations = [{ isco: '2221', title: 'Infirmière', years: 0 }];
    returned = await road.enter({ occupations, ...consentFor('ES', 'MA') });
    silent = await road.enter({ occupations, ...consentFor('ES') });
    stayed = await road.enter({ occupations, ...consentFor('ES', 'MA') });
    for (const person of [returned, silent]) await comeAndGo(person);
  });

  afterAll(() => test.stop());

  const comeAndGo = async (person: string): Promise<void> => {
    const placing = new Placing(road);
    const skills = [{ label: 'paediatric care', essential: false }];
    const vacancy = await road.publish({ positions: 1, skills });
    const { body } = await placing.offer(await placing.matchOf(vacancy, person)).expect(201);
    const paper = { evidence: 'On paper' };
    const id = String(body.id);
    await placing.go(
      id,
      [road.agency, 'accept'],
      [road.ministry, 'authorise', paper],
      [road.ministry, 'issue-visa', paper],
    );
    test.clock.moveTo(new Date('2027-09-02T12:00:00Z'));
    await placing.go(
      id,
      [road.ministry, 'enter', { ...paper, on: '2027-03-01' }],
      [road.employer, 'start-work', { on: '2027-03-01' }],
      [road.employer, 'end', { reason: 'The contract is over', on: '2027-08-31' }],
      [road.agency, 'return', { ...paper, on: '2027-09-01' }],
    );
    await test.settle();
    test.clock.moveTo(new Date('2026-11-24T12:00:00Z'));
  };

  const matches = async (id = home, by: Caller = road.agency): Promise<Seen[]> =>
    (await by.get(`/v1/home-vacancies/${id}/matches`).expect(200)).body.items as Seen[];

  it('sends its list in the form used at home, as often as it likes', async () => {
    const items = [aHomeVacancy()];
    const { body } = await road.agency.post('/v1/home-vacancies', { items }).expect(201);
    home = String(body.items[0].vacancy.id);
    expect(body.items[0].vacancy).toMatchObject({
      country: 'MA',
      startsOn: '2028-02-01',
      experienceYears: 0.5,
      positions: 3,
    });
    const again = [aHomeVacancy({ nb: 2 })];
    const { body: second } = await road.agency
      .post('/v1/home-vacancies', { items: again })
      .expect(200);
    expect(second.items[0].vacancy).toMatchObject({ id: home, positions: 2 });
    await road.agency.post('/v1/home-vacancies', { items: [aHomeVacancy({ nb: 0 })] }).expect(400);
    await road.employer.post('/v1/home-vacancies', { items }).expect(403);
    const { body: list } = await road.authority.get('/v1/home-vacancies').expect(200);
    const path = `/v1/home-vacancies/${list.items[0].id}`;
    expect((await road.authority.get(path).expect(200)).body).toEqual(list.items[0]);
    const elsewhere = await test.caller('agency', 'TN');
    expect((await elsewhere.get(path).expect(404)).body.code).toBe('home-vacancy-not-found');
    expect(list.items).toHaveLength(1);
  });

  it('sees who came home and fits, thanks to what they gained, and why', async () => {
    const found = await matches();
    expect(found.map(({ candidateId }) => candidateId)).not.toContain(stayed);
    const [first] = found;
    expect(first).toMatchObject({ candidateId: returned, status: 'proposed', rank: 1 });
    expect(first?.gained).toMatchObject([{ state: 'ES', days: 184 }]);
    const valueOf = (part: string) => first?.contributions.find((one) => one.part === part);
    expect(valueOf('skills')).toMatchObject({ value: 1 });
    // Half a year abroad is the half year that is asked.
    expect(valueOf('experience')).toMatchObject({ value: 1, detail: '0.5 years (expected: 0.5)' });
  });

  it('cannot put forward a candidate who does not consent to be matched at home', async () => {
    const held = (await matches()).find(({ candidateId }) => candidateId === silent);
    expect(held).toMatchObject({ status: 'held-back', rank: null, gained: [] });
    const consent = held?.verdicts.find(({ rule }) => rule === 'consent');
    expect(consent?.verdict).toBe('exclude');
    expect(consent?.sentence).toContain('Morocco');
  });

  it('is not stopped by what protects its own country, and needs no tests or seats', async () => {
    const effects = ['no-favourable-treatment', 'no-active-matching'];
    await road.authority.post('/v1/pressed-sectors', aPressedSector({ effects })).expect(201);
    await test.settle();
    const [first] = await matches();
    expect(first).toMatchObject({ candidateId: returned, status: 'proposed' });
    expect(first?.verdicts.map(({ rule }) => rule)).toEqual([
      'vacancy-open',
      'consent',
      'age-of-majority',
    ]);
  });

  it('is told that an item of its list is not an object', async () => {
    const { body } = await road.agency.post('/v1/home-vacancies', { items: [[[]]] }).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/items', code: 'is-object' }]);
  });

  it('sees only its own people, and only vacancies of its country', async () => {
    const other = await test.caller('agency', 'MA');
    expect(await matches(home, other)).toEqual([]);
    const elsewhere = await test.caller('agency', 'TN');
    await elsewhere.get(`/v1/home-vacancies/${home}/matches`).expect(404);
    await road.authority.get(`/v1/home-vacancies/${home}/matches`).expect(403);
    const { body } = await other.post('/v1/candidates', aCandidate()).expect(201);
    expect(body.id).toBeDefined();
  });

  it('closes a filled vacancy, for which nobody is then put forward', async () => {
    const items = [aHomeVacancy({ status: 'closed' })];
    await road.agency.post('/v1/home-vacancies', { items }).expect(200);
    expect((await matches()).every(({ status }) => status === 'held-back')).toBe(true);
  });
});
