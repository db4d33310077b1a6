import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CandidateDto } from '../../../src/candidates/candidates.dto.ts';
import type { Contribution } from '../../../src/matching/scoring/score.ts';
import type { PartName } from '../../../src/matching/scoring/weights.ts';
import type { VacancyDto } from '../../../src/vacancies/vacancies.dto.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('an employer who reads what a score rests on', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  /** Returns one part of the score of a new candidate for a new vacancy. */
  async function partOf(
    part: PartName,
    vacancy: Partial<VacancyDto>,
    person: Partial<CandidateDto>,
  ): Promise<Contribution | undefined> {
    const candidateId = await road.enter(person);
    const found = await road.matches(await road.publish(vacancy));
    const match = found.find((one) => one.candidateId === candidateId);
    const { body } = await road.employer.get(`/v1/matches/${match?.id ?? ''}`).expect(200);
    return (body.contributions as Contribution[]).find((one) => one.part === part);
  }

  it('is told in which dimension of a language a candidate falls short', async () => {
    const languages = [{ code: 'es', level: 'B2' as const, required: false }];
    const dimensions = { listening: 'C1', spokenInteraction: 'B2', writing: 'A2' } as const;
    const spoken = [{ code: 'es', level: 'B2' as const, dimensions }];
    expect(await partOf('languages', { languages }, { languages: spoken })).toMatchObject({
      value: 0.9,
      detail: '0 of 1 at the requested level; Spanish below the requested level in writing',
      lacks: ['es:writing:4'],
    });
  });

  it('is shown no candidate below the highest dimension that is required', async () => {
    const asked = [{ code: 'es', dimensions: { listening: 'C1', writing: 'A2' } as const }];
    const person = await road.enter();
    const vacancy = await road.publish({ languages: asked });
    expect(await road.told(person, vacancy)).toMatchObject({
      status: 'held-back',
      why: 'The vacancy requires Spanish C1; B2 is on record.',
    });
  });

  it('is told how recently a candidate worked in the occupation', async () => {
    const worked = { isco: '2221', years: 4, lastWorkedOn: '2026-08-31' };
    const asked = { experience: [{ years: 10 }] };
    expect(await partOf('experience', asked, { occupations: [worked] })).toMatchObject({
      value: 0.5,
      detail: '4 years (expected: 10), counted as 5 because it is recent',
    });
  });

  it('is told in which field a candidate studied, beside the level', async () => {
    const asked = { educationLevel: 6, educationField: '0913' };
    expect(await partOf('education', asked, { educationField: '0912' })).toMatchObject({
      value: 0.9,
      detail: 'EQF level 6 (requested: 6), field ISCED-F 0912 (requested: 0913)',
    });
    const vacancy = await road.publish({ ...asked, educationField: '0919' });
    const { body } = await road.employer.get(`/v1/vacancies/${vacancy}`).expect(200);
    expect(body.educationField).toBe('091');
  });

  it('is told whether the pay is what a candidate wishes for, and shown the wish', async () => {
    const pay = { min: 2100, max: 2500, currency: 'EUR', interval: 'month' };
    const wish = { amount: 25_000, currency: 'EUR', interval: 'year' as const };
    const wishes = { desiredPay: wish, desiredCountries: ['ES'] };
    expect(await partOf('wishes', { pay }, wishes)).toMatchObject({
      value: 1,
      detail: 'met: country and pay',
    });
    const elsewhere = { ...pay, currency: 'SEK' };
    expect(await partOf('wishes', { pay: elsewhere }, wishes)).toMatchObject({
      value: 1,
      detail: 'met: country; no pay to compare',
    });
    const person = await road.enter(wishes);
    const found = await road.matches(await road.publish({ pay }));
    const own = found.find(({ candidateId }) => candidateId === person);
    const { body } = await road.employer.get(`/v1/matches/${own?.id ?? ''}`).expect(200);
    expect(body.profile).toMatchObject({ desiredPay: wish });
  });

  it('is refused an unknown field of education', async () => {
    const vacancy = { title: 'x', language: 'es', locations: [{ country: 'ES' }] };
    const field = { educationField: '0977' };
    const { body } = await road.employer
      .post('/v1/vacancies', { ...vacancy, ...field })
      .expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/educationField' }]);
  });

  it('is refused an unknown dimension of a language', async () => {
    const languages = [{ code: 'es', level: 'B2', dimensions: { dancing: 'C2' } }];
    const vacancy = { title: 'x', language: 'es', locations: [{ country: 'ES' }], languages };
    const { body } = await road.employer.post('/v1/vacancies', vacancy).expect(400);
    expect(JSON.stringify(body)).toContain('dancing');
  });
});
