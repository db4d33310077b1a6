import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunView } from '../../../src/matching/runs/matching-runs.service.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('an employer', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  it('sees who fits a vacancy and why, without a name', async () => {
    const nurse = await road.enter();
    const vacancy = await road.publish();
    const [match] = await road.matches(vacancy);
    expect(match).toMatchObject({ candidateId: nurse, status: 'proposed', rank: 1 });
    expect(match?.tier).toMatchObject({ tier: '3', because: 'MA' });
    const { body } = await road.employer.get(`/v1/matches/${match?.id ?? ''}`).expect(200);
    expect(body.profile.languages).toContainEqual({ code: 'es', level: 'B2' });
    const contributions = body.contributions as { points: number }[];
    expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(body.score);
    expect(body.versions.rules).toMatch(/^\d{4}-/);
    for (const secret of ['Salma', 'Amrani', '1994-05-17']) {
      expect(JSON.stringify(body)).not.toContain(secret);
    }
  });

  it('learns no date of birth by asking for other days, and nothing of days without consent', async () => {
    const young = await road.enter({ birthOn: '2008-10-15' });
    const vacancy = await road.publish({ startsOn: undefined });
    const match = (await road.matches(vacancy)).find(({ candidateId }) => candidateId === young);
    const path = `/v1/matches/${match?.id ?? ''}/explanation?on=`;
    const minor = 'The candidate is a minor';
    const { text } = await road.employer.get(`${path}2026-10-14`).expect(200);
    expect(text).not.toContain(minor);
    for (const day of ['2026-08-31', '2000-01-01'])
      await road.employer.get(`${path}${day}`).expect(404);
    expect((await road.ministry.get(`${path}2000-01-01`).expect(200)).text).not.toContain(minor);
    expect((await road.agency.get(`${path}2026-10-14`).expect(200)).text).toContain(minor);
  });

  it('reads which skills a candidate lacks as it wrote them', async () => {
    const nurse = await road.enter({ skills: [{ label: 'Cuidados paliativos' }] });
    const vacancy = await road.publish({
      skills: [{ label: 'Triaje Manchester', essential: true }],
    });
    const match = (await road.matches(vacancy)).find(({ candidateId }) => candidateId === nurse);
    const { body } = await road.employer.get(`/v1/matches/${match?.id ?? ''}`).expect(200);
    const contributions = body.contributions as { part: string; detail: string }[];
    expect(contributions.find(({ part }) => part === 'skills')?.detail).toBe(
      '0 of 1 essential, missing: Triaje Manchester',
    );
  });

  it('is shown a candidate from outside only once no fit candidate with preference is left', async () => {
    const trade = { occupations: [{ isco: '5120', title: 'Cocinero', years: 5 }] };
    await road.ministry.post('/v1/quotas', aQuota({ scopeCode: '5120' })).expect(201);
    const moroccan = await road.enter(trade);
    const romanian = await road.enter({ ...trade, nationalities: ['RO'], residenceCountry: 'RO' });
    const vacancy = await road.publish({ isco: ['5120'], title: 'Cocinero', nace: 'I56.10' });

    const [first, ...others] = await road.matches(vacancy);
    expect(first).toMatchObject({ candidateId: romanian, tier: { tier: '0', because: 'RO' } });
    expect(others).toEqual([]);
    const held = await road.told(moroccan, vacancy);
    expect(held).toMatchObject({
      status: 'held-back',
      why: 'A suitable candidate with Community preference is still available for this vacancy.',
    });

    const outcome = `/v1/matches/${first?.id ?? ''}/outcome`;
    await road.employer.put(outcome, { outcome: 'not-hired' }, first?.version).expect(400);
    const refused = { outcome: 'not-hired', reason: 'Found another post' };
    await road.employer.put(outcome, refused).expect(428);
    await road.employer.put(outcome, refused, first?.version).expect(200);
    const now = await road.matches(vacancy);
    expect(now.map(({ candidateId }) => candidateId)).toEqual([romanian, moroccan]);
  });

  it('waits for the labour-market test, and is told until when', async () => {
    const trade = { occupations: [{ isco: '2221', title: 'Infirmière', years: 3 }] };
    const nurse = await road.enter(trade);
    const advertising = [{ channel: 'eures' as const, fromOn: '2026-11-20' }];
    const vacancy = await road.publish({ advertising });
    expect(await road.matches(vacancy)).toEqual([]);
    expect(await road.told(nurse, vacancy)).toMatchObject({
      status: 'waiting',
      waitUntilOn: '2026-12-04',
    });
    const { body } = await road.employer.get(`/v1/vacancies/${vacancy}/matches`).expect(200);
    expect(body.summary).toMatchObject({ proposed: 0, reviewOn: '2026-12-04' });
    expect(body.summary.reasons).toHaveProperty('test-running');
  });

  it('cannot overwrite what a candidate answered to its offer', async () => {
    const placing = new Placing(road);
    const reason = 'Other plans';
    await road.ministry.post('/v1/quotas', aQuota({ scopeCode: '2221' })).expect(201);
    const offered = async (): Promise<[matchId: string, placementId: string]> => {
      const matchId = await placing.matchOf(await road.publish(), await road.enter());
      return [matchId, String((await placing.offer(matchId).expect(201)).body.id)];
    };
    const record = async (matchId: string, outcome: string) => {
      const path = `/v1/matches/${matchId}`;
      const { body: match } = await road.employer.get(path).expect(200);
      return road.employer.put(`${path}/outcome`, { outcome, reason }, match.version as number);
    };
    const [refused, no] = await offered();
    await placing.go(no, [road.agency, 'refuse', { reason }]);
    expect((await record(refused, 'invited')).body.code).toBe('candidate-answered');
    expect((await record(refused, 'declined')).status).toBe(200);
    const [accepted, yes] = await offered();
    await placing.go(yes, [road.agency, 'accept']);
    expect((await record(accepted, 'not-hired')).body.code).toBe('candidate-answered');
    await placing.go(yes, [road.ministry, 'deny', { reason }]);
    expect((await record(accepted, 'not-hired')).status).toBe(200);
  });

  it('is told that the list has changed if the last match of a page has left it', async () => {
    const vacancy = await road.publish();
    const path = `/v1/vacancies/${vacancy}/matches?limit=1`;
    await road.matches(vacancy);
    const { body: page } = await road.employer.get(path).expect(200);
    await road.employer.get(`${path}&cursor=${String(page.nextCursor)}`).expect(200);
    await road.agency.delete(`/v1/candidates/${String(page.items[0].candidateId)}`).expect(204);
    await test.settle();
    const { body } = await road.employer.get(`${path}&cursor=${String(page.nextCursor)}`);
    expect(body).toMatchObject({ code: 'cursor-unknown', errors: [{ pointer: '/cursor' }] });
  });

  it('has no matches left for a withdrawn vacancy', async () => {
    const vacancy = await road.publish();
    expect((await road.matches(vacancy)).length).toBeGreaterThan(0);
    await road.employer.post(`/v1/vacancies/${vacancy}/withdraw`).expect(200);
    expect(await road.matches(vacancy)).toEqual([]);
  });

  it('starts a run over all its vacancies and sees the result', async () => {
    const { body: started } = await road.employer.post('/v1/matching-runs', {}).expect(202);
    await test.settle();
    const { body } = await road.employer.get(`/v1/matching-runs/${started.id}`).expect(200);
    const run = body as RunView;
    expect(run).toMatchObject({ status: 'finished', percent: 100, done: run.total });
    expect(run.proposed).toBeGreaterThan(0);
    expect(run.considered).toBe(run.proposed + run.waiting + run.heldBack);
    const other = await test.caller('employer', 'ES');
    await other.get(`/v1/matching-runs/${started.id}`).expect(404);
    const { body: refusal } = await other.post('/v1/matching-runs', {}).expect(409);
    expect(refusal.code).toBe('nothing-to-match');
  });
});
