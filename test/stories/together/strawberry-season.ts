import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aPartnership, aQuota } from '../../support/worlds/builders.ts';
import { figure } from '../../support/suite/figure.ts';
import type { PlacementSeen } from '../../support/callers/placing.ts';
import {
  type CallUpSeen,
  type Farm,
  type Hand,
  StrawberrySeason,
} from '../../support/worlds/strawberry-season.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const FARMS = figure({ suite: 5, soak: Number(process.env['SEASON_FARMS'] ?? 600) });
const WORKERS = 2 * FARMS;
/**
 * A spare seat, so that the national offer is not full and people who have already come are
 * proposed elsewhere.
 */
const SPARE = 1;

jest.setTimeout(figure({ suite: 120_000, soak: 3_600_000 }));

describe('a strawberry season in Huelva', () => {
  let test: TestApp;
  let season: StrawberrySeason;
  let quota: string;
  const vacancies: string[] = [];
  const hands: Hand[] = [];

  beforeAll(async () => {
    test = await startApp();
    const admin = await test.caller('admin');
    await admin.post('/v1/partnerships', aPartnership()).expect(201);
    const [agency, ministry] = [
      await test.caller('agency', 'MA'),
      await test.caller('ministry', 'ES'),
    ];
    season = new StrawberrySeason(test, agency, ministry);
    const seats = {
      permitCategory: 'seasonal',
      region: 'ES615',
      scopeCode: '9211',
      seats: WORKERS + SPARE,
    };
    const dates = { startsOn: '2027-01-01', endsOn: '2028-12-31' };
    const { body } = await ministry.post('/v1/quotas', aQuota({ ...seats, ...dates })).expect(201);
    quota = `/v1/quotas/${String(body.id)}`;
    await season.openFarms(FARMS);
  }, 3_600_000);

  afterEach(() => {
    season.progress.tell(`done: ${expect.getState().currentTestName ?? ''}`);
  });
  afterAll(() => test.stop());

  const seats = async (): Promise<Record<string, number>> =>
    (await season.ministry.get(quota).expect(200)).body as Record<string, number>;
  const settled = async (): Promise<void> => {
    for (let tries = 0; ; tries += 1) {
      const done = await test.settle().then(
        () => true,
        () => tries >= figure({ suite: 0, soak: 120 }),
      );
      if (done) return;
    }
  };

  it('begins with selection: each farm offers its posts by name, and every seat is reserved', async () => {
    const people = await season.each(season.farms, (farm) => season.enrol(farm));
    const strawberries = {
      title: 'Recolector de fresa',
      startsOn: '2027-02-15',
      endsOn: '2027-05-31',
    };
    vacancies.push(
      ...(await season.each(season.farms, (farm) => season.publish(farm, strawberries))),
    );
    await settled();
    const teams = await season.each(season.farms, async (farm, index) => {
      const team = people[index] ?? [];
      const contracts = await season.offer(farm, vacancies[index] ?? '', team);
      return contracts.map((contract) => ({
        farm,
        contract,
        candidateId: contract.candidateId ?? '',
      }));
    });
    hands.push(...teams.flat());
    expect(hands).toHaveLength(WORKERS);
    expect(await seats()).toMatchObject({ reserved: WORKERS, remaining: SPARE });
  });

  it('confirms no contract before everything is on record', async () => {
    const { agency, ministry } = season;
    const [first] = hands;
    if (!first) throw new Error('No hands.');
    first.contract = await season.go(first.contract, [agency, 'accept']);
    const early = await ministry
      .post(`/v1/placements/${first.contract.id}/steps`, { step: 'authorise', evidence: 'GECCO' })
      .set('If-Match', `"${first.contract.version}"`)
      .expect(409);
    expect(early.body).toMatchObject({
      code: 'conditions-missing',
      missing: ['accommodation', 'travel', 'insurance', 'return-undertaking'],
    });
    await season.each(hands, async (hand) => {
      if (hand !== first) hand.contract = await season.go(hand.contract, [agency, 'accept']);
      await season.putOnRecord(hand.farm, hand.contract);
      hand.contract = await season.go(hand.contract, [
        ministry,
        'authorise',
        { evidence: 'GECCO' },
      ]);
    });
    expect(await seats()).toMatchObject({ reserved: 0, confirmed: WORKERS });
  });

  it('trains newcomers before they travel', async () => {
    const { agency, ministry } = season;
    season.on('2027-02-15');
    const [first] = hands;
    const unprepared = await ministry
      .post(`/v1/placements/${first?.contract.id ?? ''}/steps`, {
        step: 'issue-visa',
        evidence: 'V',
      })
      .set('If-Match', `"${first?.contract.version ?? 0}"`)
      .expect(409);
    expect(unprepared.body.code).toBe('preparation-missing');
    await season.each(hands, async (hand) => {
      const lesson = {
        kind: 'language-training',
        happenedOn: '2027-01-20',
        evidence: 'List',
        hours: 20,
      };
      hand.contract = await season.go(hand.contract, [agency, 'prepare']);
      await agency.post(`/v1/placements/${hand.contract.id}/records`, lesson).expect(201);
      hand.contract = await season.go(
        hand.contract,
        [ministry, 'issue-visa', { evidence: 'Visa' }],
        [ministry, 'enter', { evidence: 'Stamp' }],
        [hand.farm.caller, 'start-work'],
      );
    });
    expect(await seats()).toMatchObject({ confirmed: 0, used: WORKERS, remaining: SPARE });
  });

  it('lets a worker leave an employer who breaks the terms, and continue elsewhere on the same seat', async () => {
    season.on('2027-04-10');
    const [abused, refuge] = [hands[0] as Hand, season.farms[1] as Farm];
    const evidence = 'Report of the labour inspectorate';
    const reason = 'Wages were not paid';
    await season.go(abused.contract, [season.agency, 'leave-in-breach', { reason, evidence }]);
    const vacancy = await season.publish(
      { ...refuge, skill: abused.farm.skill },
      { title: 'Recolector de fresa', startsOn: '2027-04-12', endsOn: '2027-05-31' },
    );
    await settled();
    season.on('2027-04-12');
    await season.chain(abused, refuge, vacancy);
    expect(await seats()).toMatchObject({ used: WORKERS, remaining: SPARE });
  });

  it('chains a second campaign to the first on the same stay, within the maximum', async () => {
    season.on('2027-06-01');
    const blueberries = {
      title: 'Recolector de arándano',
      startsOn: '2027-06-01',
      endsOn: '2027-07-15',
    };
    const movers = hands.filter((_, index) => index % 2 === 0);
    const farmFor = (index: number): Farm => season.farms[(index + 3) % FARMS] as Farm;
    const openings = await season.each(movers, (hand, index) =>
      season.publish({ ...farmFor(index), skill: skillOf(hand) }, blueberries),
    );
    await season.each(hands, async (hand) => {
      const end = { reason: 'The season is over', on: '2027-05-31' };
      hand.contract = await season.go(hand.contract, [hand.farm.caller, 'end', end]);
    });
    await settled();
    const [second, opening] = [movers[1] as Hand, openings[1] ?? ''];
    const match = await season.matchOf(farmFor(1), opening, second.candidateId);
    const tooLong = await farmFor(1)
      .caller.post('/v1/placements', { matchId: match, endsOn: '2027-11-15' })
      .expect(409);
    expect(tooLong.body).toMatchObject({
      code: 'maximum-stay-exceeded',
      lastLawfulOn: '2027-11-14',
    });
    await season.each(movers, (hand, index) =>
      season.chain(hand, farmFor(index), openings[index] ?? ''),
    );
    expect(await seats()).toMatchObject({ used: WORKERS, remaining: SPARE });
  });

  it('ends with verified returns, and a missing proof is no breach', async () => {
    season.on('2027-07-20');
    const { agency } = season;
    const unproved = hands.at(-1);
    await season.each(hands, async (hand) => {
      if (hand.contract.status === 'working') {
        const end = { reason: 'The season is over', on: '2027-07-15' };
        hand.contract = await season.go(hand.contract, [hand.farm.caller, 'end', end]);
      }
      if (hand === unproved) return;
      const evidence = 'Consular certificate';
      hand.contract = await season.go(hand.contract, [agency, 'return', { evidence }]);
    });
    await settled();
    const counts = await season.countByStatus();
    expect(counts).toEqual({ ended: 1, returned: WORKERS - 1 + FARMS + 1 });
  });

  it("calls last year's teams again by name, each in one request, ahead of newcomers", async () => {
    season.on('2028-01-10');
    const { agency, ministry } = season;
    await season.each(hands, ({ candidateId }) => season.consentAgain(candidateId, '2028-01-05'));
    const nextYear = await test.caller('agency', 'MA');
    const newcomer = await season.enrolNewcomer(nextYear, season.farms[0] as Farm);
    const open = await ministry.get(quota).expect(200);
    const version = Number(open.body.version);
    const terms = { permitCategory: 'seasonal', region: 'ES615', scopeCode: '9211' };
    const dates = { startsOn: '2027-01-01', endsOn: '2028-12-31' };
    await ministry
      .put(quota, aQuota({ ...terms, ...dates, seats: 2 * WORKERS }), version)
      .expect(200);
    const again = await season.each(season.farms, (farm) =>
      season.publish(farm, {
        title: 'Recolector de fresa',
        startsOn: '2028-02-15',
        endsOn: '2028-05-31',
        advertisedOn: '2027-12-01',
      }),
    );
    await settled();
    const shown = await season.matchesOf(season.farms[0] as Farm, again[0] ?? '');
    const ranks = shown.map(({ candidateId }) => candidateId);
    for (const { candidateId } of hands.slice(0, 2)) {
      expect(ranks).toContain(candidateId);
      expect(ranks.indexOf(newcomer)).toBeGreaterThan(ranks.indexOf(candidateId));
    }

    const calls = await season.each(season.farms, async ({ caller }, index) => {
      const call = { vacancyId: again[index], lastVacancyId: vacancies[index] };
      return (await caller.post('/v1/call-ups', call).expect(201)).body as CallUpSeen;
    });
    const outcomes = calls.flatMap(({ items }) => items.map(({ outcome }) => outcome));
    expect(outcomes.filter((outcome) => outcome === 'offered')).toHaveLength(WORKERS - 1);
    expect(outcomes.filter((outcome) => outcome !== 'offered')).toEqual(['return-not-verified']);

    // A returning worker needs fewer steps: no preparation, and no visa for the year.
    const farm = season.farms[0] as Farm;
    const { body } = await farm.caller.get(
      `/v1/placements/${calls[0]?.items[0]?.placementId ?? ''}`,
    );
    const called = await season.go(body as PlacementSeen, [agency, 'accept']);
    await season.putOnRecord(farm, called);
    season.on('2028-02-15');
    const working = await season.go(
      called,
      [ministry, 'authorise', { evidence: 'GECCO 2028' }],
      [ministry, 'enter', { evidence: 'Stamp' }],
      [farm.caller, 'start-work'],
    );
    expect(working.status).toBe('working');
  });

  const skillOf = (hand: Hand): string =>
    season.farms[Math.floor(hands.indexOf(hand) / 2)]?.skill ?? '';
});
