import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CandidateDto } from '../../../src/candidates/candidates.dto.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { putJob } from '../../../src/platform/queue/outbox.ts';
import { aPressedSector } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const sections = ['work-experience', 'languages', 'education', 'skills', 'wishes'];
const consents = [
  { purpose: 'matching', sections, countries: ['ES'], givenOn: '2026-11-20' },
] as CandidateDto['consents'];

/**
 * G26 over time: a match that the calendar alone comes to forbid is from that day neither proposed
 * nor offered.
 */
describe('a proposed match', () => {
  let test: TestApp;
  let road: Road;
  let person: string;

  beforeEach(async () => {
    test = await startApp();
    road = await openRoad(test);
    person = await road.enter({ consents });
  });

  afterEach(() => test.stop());

  const night = async (on: string): Promise<void> => {
    test.clock.moveTo(new Date(`${on}T02:00:00Z`));
    await test.database.as(SYSTEM, (sql) => putJob(sql, 'matching.nightly', { on }));
    await test.settle();
  };
  const proposed = async (vacancy: string): Promise<string[]> =>
    (await road.matches(vacancy)).map(({ candidateId }) => candidateId);
  const codesOf = async (vacancy: string): Promise<string[]> => {
    const told = await road.told(person, vacancy);
    return (told?.verdicts ?? [])
      .filter(({ verdict }) => verdict !== 'pass')
      .map(({ code }) => code);
  };
  const recordTest = (parameters: object) =>
    road.ministry
      .post('/v1/rules', {
        code: 'labour-market-test.es',
        kind: 'labour-market-test',
        parameters,
        citation: 'Act for tests',
        certainty: 'verified',
        validFrom: '2020-01-01',
        reason: 'For tests',
      })
      .expect(201);
  const channels = ['pes', 'eures'] as const;

  it('is withdrawn on the day its labour-market test lapses', async () => {
    await recordTest({ duration: 'consecutive-days', days: 28, channels, applyWithinDays: 90 });
    const vacancy = await road.publish();
    await night('2026-12-30');
    expect(await proposed(vacancy)).toEqual([person]);
    await night('2026-12-31');
    expect(await proposed(vacancy)).toEqual([]);
    expect(await codesOf(vacancy)).toEqual(['test-expired']);
  });

  it('is withdrawn when too few days of advertising are left in the window, and can no longer be offered', async () => {
    await recordTest({ duration: 'total-days', days: 63, channels, withinMonths: 4 });
    const vacancy = await road.publish({
      advertising: channels.map((channel) => ({
        channel,
        fromOn: '2026-09-01',
        untilOn: '2026-11-10',
      })),
    });
    const placing = new Placing(road);
    const match = await placing.matchOf(vacancy, person);
    // From 9 September to 10 November there are 63 days.
    await night('2027-01-09');
    expect(await proposed(vacancy)).toEqual([person]);
    await night('2027-01-10');
    expect(await proposed(vacancy)).toEqual([]);
    expect((await placing.offer(match)).status).not.toBe(201);
  });

  it('is withdrawn with the exception between governments that re-opened its sector, and returns with the next', async () => {
    // Without `startsOn`: if the work begins later, the exception of that later day counts.
    const vacancy = await road.publish({ startsOn: undefined });
    const { body } = await road.authority.post('/v1/pressed-sectors', aPressedSector()).expect(201);
    const except = (startsOn: string, endsOn: string) =>
      road.authority
        .post(`/v1/pressed-sectors/${body.id}/exceptions`, {
          state: 'ES',
          people: 5,
          citation: 'Agreement',
          startsOn,
          endsOn,
        })
        .expect(201);
    await except('2026-11-01', '2026-11-30');
    await except('2027-01-10', '2027-02-28');
    await night('2026-11-30');
    expect(await proposed(vacancy)).toEqual([person]);
    await night('2026-12-01');
    expect(await codesOf(vacancy)).toContain('pressed-sector');
    await night('2027-01-10');
    expect(await proposed(vacancy)).toEqual([person]);
  });

  it('is withdrawn on 1 January if the cap of the new year is reached', async () => {
    const vacancy = await road.publish({ startsOn: undefined });
    const cap = { isco: '2221', year: 2027, people: 1, effects: ['no-active-matching'] };
    await road.authority.post('/v1/outflow-caps', { ...cap, citation: 'Decree' }).expect(201);
    const left = { state: 'ES', isco: '2221', leftOn: '2027-01-05', people: 1, reason: 'Register' };
    await road.authority.post('/v1/outflow-entries', left).expect(201);
    await night('2026-12-31');
    expect(await proposed(vacancy)).toEqual([person]);
    await night('2027-01-01');
    expect(await proposed(vacancy)).toEqual([]);
    expect(await codesOf(vacancy)).toContain('outflow-cap-reached');
  });

  it('rests on a right of residence until its last day, and holds others back until then', async () => {
    const inside = await road.enter({
      consents,
      residencePermits: ['ES'],
      rights: [{ kind: 'residence', country: 'ES', untilOn: '2026-12-10' }],
    });
    const vacancy = await road.publish();
    const tiers = async (): Promise<Record<string, string>> =>
      Object.fromEntries(
        (await road.matches(vacancy)).map(({ candidateId, tier }) => [candidateId, tier.tier]),
      );
    await night('2026-12-10');
    expect(await tiers()).toEqual({ [inside]: '1' });
    await night('2026-12-11');
    expect(await tiers()).toEqual({ [inside]: '3', [person]: '3' });
  });
});
