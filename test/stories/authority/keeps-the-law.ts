import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewLawRuleDto } from '../../../src/matching/law/law-rules.dto.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const spanishTest = (days: number, known: Partial<NewLawRuleDto> = {}): NewLawRuleDto => ({
  code: 'labour-market-test.es',
  kind: 'labour-market-test',
  citation: 'Real Decreto for tests',
  certainty: 'verified',
  validFrom: '2026-01-01',
  parameters: { duration: 'days-elapsed', days },
  reason: 'For tests',
  ...known,
});
const changeTo = (days: number): object => {
  const { code: _, kind: __, ...terms } = spanishTest(days);
  return terms;
};

describe('a ministry that keeps the rules of its state', () => {
  let test: TestApp;
  let road: Road;
  let monitor: Caller;
  let vacancy: string;
  let nurse: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    monitor = await test.caller('monitor');
    nurse = await road.enter();
    vacancy = await road.publish();
  });

  afterAll(() => test.stop());

  it('finds the shipped rules of a state', async () => {
    const { body } = await road.ministry.get('/v1/rules?state=IE&on=2026-11-24').expect(200);
    const codes = (body.items as { code: string; citation: string }[]).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['labour-market-test.ie', 'association.eu-tr']));
    expect(codes).not.toContain('labour-market-test.se');
    expect(codes).not.toContain('accession-transition.at-hr');
  });

  it('sees in a dry run what a rule would concern, and nothing is recorded', async () => {
    const { body } = await road.ministry.post('/v1/rules?dryRun', spanishTest(70)).expect(200);
    expect(body).toMatchObject({ dryRun: true, version: 1, openVacancies: 1 });
    await road.ministry.get('/v1/rules/labour-market-test.es').expect(404);
  });

  it('records a rule, and what it concerns is decided again by it', async () => {
    expect(await road.matches(vacancy)).toHaveLength(1);
    const { headers } = await road.ministry.post('/v1/rules', spanishTest(70)).expect(201);
    expect(headers['etag']).toBe('"1"');
    await road.ministry.post('/v1/rules', spanishTest(70)).expect(409);
    expect(await road.matches(vacancy)).toEqual([]);
    expect(await road.told(nurse, vacancy)).toMatchObject({
      status: 'waiting',
      waitUntilOn: '2026-12-10',
      versions: { law: expect.any(Number) },
    });
  });

  it('changes a rule with the version that it read, and keeps the history', async () => {
    const path = '/v1/rules/labour-market-test.es';
    await road.ministry.put(path, changeTo(30)).expect(428);
    await road.ministry.put(path, changeTo(30), 7).expect(412);
    test.clock.moveTo(new Date('2026-11-24T13:00:00Z'));
    await road.ministry.put(path, changeTo(30), 1).expect(200);
    expect(await road.matches(vacancy)).toHaveLength(1);
    const { body } = await road.agency.get(`${path}/history`).expect(200);
    const kept = body.items as { version: number; parameters: { days: number } }[];
    expect(kept.map(({ version, parameters }) => [version, parameters.days])).toEqual([
      [1, 70],
      [2, 30],
    ]);
  });

  it('gets one of twenty simultaneous changes of one version accepted', async () => {
    const path = '/v1/rules/labour-market-test.es';
    const asked = Array.from({ length: 20 }, (_, index) =>
      road.ministry.put(path, changeTo(31 + index), 2),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(19);
  });

  it("can ask how a vacancy's test stood, by the rules as they were known then", async () => {
    const path = `/v1/vacancies/${vacancy}/labour-market-test`;
    const standing = async (query: string): Promise<unknown> => {
      const { body } = await road.employer.get(`${path}?${query}`).expect(200);
      return [body.status, body.untilOn ?? body.sinceOn, body.rule?.parameters.days];
    };
    const before = 'asOf=2026-11-24T12:30:00Z';
    expect(await standing(`on=2026-11-24&${before}`)).toEqual(['running', '2026-12-10', 70]);
    expect(await standing(`on=2026-12-10&${before}`)).toEqual(['passed', '2026-10-01', 70]);
    const [status, since] = (await standing('on=2026-11-24')) as string[];
    expect([status, since]).toEqual(['passed', '2026-10-01']);
    expect(await standing('on=2025-12-31')).toEqual(['running', '2026-10-15', 14]);
  });

  it('is alone in changing the rules of its state, as the monitor is for those of the Union', async () => {
    const french = await test.caller('ministry', 'FR');
    const path = '/v1/rules/labour-market-test.es';
    const refusals = [
      french.put(path, changeTo(1), 3),
      monitor.put(path, changeTo(1), 3),
      road.ministry.put('/v1/rules/labour-market-test.eu', changeTo(1), 1),
      road.ministry.put('/v1/rules/labour-market-test.ie', changeTo(1), 1),
    ];
    for (const refusal of refusals) {
      const { body } = await refusal.expect(403);
      expect(body.code).toBe('other-authority');
    }
    await road.employer.post('/v1/rules', spanishTest(1, { code: 'own.rule' })).expect(403);
    await monitor.put('/v1/rules/labour-market-test.eu', changeTo(10), 1).expect(200);
  });

  it('is told what does not fit a rule of that kind', async () => {
    const refused = async (known: Partial<NewLawRuleDto>): Promise<unknown> => {
      const dto = spanishTest(1, { code: 'other.es', ...known });
      const { body } = await road.ministry.post('/v1/rules', dto).expect(400);
      return body.errors[0].pointer;
    };
    expect(await refused({ parameters: { duration: 'weeks', days: 3 } })).toBe(
      '/parameters/duration',
    );
    expect(await refused({ parameters: { duration: 'days-elapsed', days: 3, x: 1 } })).toBe(
      '/parameters/x',
    );
    expect(await refused({ kind: 'test-exemption', parameters: {} })).toBe('/parameters');
    expect(await refused({ region: 'FR1' })).toBe('/region');
    const duty = { kind: 'duty-to-invite' as const, parameters: { score: 800 } };
    expect(await refused({ ...duty, region: 'ES6' })).toBe('/region');
    expect(await refused({ code: 'labour-market-test.pt' })).toBe('/code');
    expect(await refused({ code: 'shortage-list.eu-2027' })).toBe('/code');
    expect(await refused({ validUntil: '2025-01-01' })).toBe('/validUntil');
  });

  it('names the regions in which places of work lie today, in the codes of NUTS', async () => {
    const greece = await test.caller('ministry', 'GR');
    const rule = spanishTest(5, { code: 'labour-market-test.gr-attica', region: 'GR30' });
    expect((await greece.post('/v1/rules', rule).expect(201)).body.region).toBe('EL30');
    const portugal = await test.caller('ministry', 'PT');
    const former = spanishTest(5, { code: 'labour-market-test.pt-lisbon', region: 'PT17' });
    const { body } = await portugal.post('/v1/rules', former).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/region', code: 'nuts-former' }]);
    const seats = await portugal.post('/v1/quotas', aQuota({ region: 'PT17' })).expect(400);
    expect(seats.body.errors).toMatchObject([{ pointer: '/region', code: 'nuts-former' }]);
    const elsewhere = await greece.post('/v1/quotas', aQuota({ region: 'ES61' })).expect(400);
    expect(elsewhere.body.errors).toMatchObject([{ pointer: '/region', code: 'other-state' }]);
    const own = await greece.post('/v1/quotas', aQuota({ region: 'GR30' })).expect(201);
    expect(own.body.region).toBe('EL30');
  });

  it('can never rewrite what was recorded, and neither can the system itself', async () => {
    await expect(
      test.database.as({ role: 'system', organisationId: null, country: null }, (sql) =>
        sql.query("UPDATE law_rule_version SET citation = 'none'"),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
