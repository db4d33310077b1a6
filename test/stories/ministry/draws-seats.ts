import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { PlacementsWorker } from '../../../src/placements/placements.worker.ts';
import { night } from '../../support/application/night.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

interface ResultSeen {
  placementId: string;
  rank: number;
  outcome: string;
  points: number | null;
  batch: number;
  why: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a ministry that allocates the seats of a national offer', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;
  let vacancyId: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
    vacancyId = await road.publish({ positions: 60, startsOn: '2027-03-01', endsOn: '2027-08-31' });
  });

  afterAll(() => test.stop());

  const goTo = (on: string): void => {
    test.clock.moveTo(new Date(`${on}T12:00:00Z`));
  };

  const nightOf = async (on: string): Promise<void> => {
    await night(test, PlacementsWorker, on);
    await test.settle();
  };

  const announce = (known: object, by = road.ministry) =>
    by.post('/v1/allocation-rounds', {
      quotaId: road.quotaId,
      mode: 'lottery',
      opensOn: '2026-12-01',
      closesOn: '2026-12-15',
      citation: 'Order on the allocation of seats, for tests',
      ...known,
    });

  const generic = (posts: number, known: object = {}) => {
    const agencyId = road.agency.organisationId;
    return road.employer.post('/v1/collective-offers', { vacancyId, agencyId, posts, ...known });
  };

  const draw = async (roundId: string, body: object = {}): Promise<void> => {
    await road.ministry.post(`/v1/allocation-rounds/${roundId}/draw`, body).expect(202);
    await test.settle();
  };

  const results = async (roundId: string, by = road.ministry): Promise<ResultSeen[]> => {
    const path = `/v1/allocation-rounds/${roundId}/results?limit=200`;
    return (await by.get(path).expect(200)).body.items as ResultSeen[];
  };

  const verified = async (roundId: string): Promise<unknown> =>
    (await road.ministry.get(`/v1/allocation-rounds/${roundId}/verification`).expect(200)).body;

  /** Makes a new national offer of farm work with this many seats. */
  const farmSeats = async (seats: number, known: object = {}): Promise<string> => {
    const farm = { scopeCode: '9211', endsOn: '2028-12-31', seats, ...known };
    const { body } = await road.ministry.post('/v1/quotas', aQuota(farm)).expect(201);
    return String(body.id);
  };

  describe('by lottery', () => {
    let roundId: string;
    let seedHash: string;

    it('publishes the hash of the seed, and from then on keeps the seats for the round', async () => {
      const other = await test.caller('ministry', 'FR');
      await announce({}, other).expect(404);
      await announce({}, road.employer).expect(403);
      const { body } = await announce({ publicSource: 'The lottery of 16 December' }).expect(201);
      expect(body).toMatchObject({ status: 'announced', openedSeed: null, batches: 1 });
      [roundId, seedHash] = [String(body.id), String(body.seedHash)];
      expect((await announce({}).expect(409)).body.code).toBe('allocation-pending');
      expect((await generic(10).expect(409)).body.code).toBe('allocation-closed');
    });

    it('takes applications in the window, which get no seat yet', async () => {
      goTo('2026-12-01');
      const { body: early } = await generic(20).expect(201);
      expect(early.placements).toEqual({ waiting: 20 });
      goTo('2026-12-15');
      await generic(15).expect(201);
      const { body: floor } = await generic(12, { atLeast: 11 }).expect(409);
      expect(floor.code).toBe('allocation-without-floor');
      expect(await placing.seats()).toMatchObject({ reserved: 0, remaining: 10 });
      const path = `/v1/allocation-rounds/${roundId}/draw`;
      const { body } = await road.ministry.post(path, { publicValue: '1' }).expect(409);
      expect(body.code).toBe('allocation-not-drawable');
      goTo('2026-12-16');
      expect((await generic(10).expect(409)).body.code).toBe('allocation-closed');
      await road.ministry.post(path, {}).expect(409);
    });

    it('draws as many as there are seats, by the announced seed and the public value', async () => {
      await draw(roundId, { publicValue: '04 11 19 23 31' });
      const { body } = await road.employer.get(`/v1/allocation-rounds/${roundId}`).expect(200);
      expect(sha256(String(body.openedSeed))).toBe(seedHash);
      const drawn = await results(roundId);
      expect(drawn.map(({ rank }) => rank)).toEqual(drawn.map((_, index) => index + 1));
      const granted = drawn.filter(({ outcome }) => outcome === 'granted');
      expect([drawn.length, granted.length]).toEqual([35, 10]);
      // Anybody who has the ids can repeat this by hand.
      const seed = sha256(`${body.openedSeed} 04 11 19 23 31`);
      const again = drawn
        .map(({ placementId }) => placementId)
        .toSorted((a, b) => (sha256(`${seed} ${a}`) < sha256(`${seed} ${b}`) ? -1 : 1));
      expect(drawn.map(({ placementId }) => placementId)).toEqual(again);
      expect(drawn[10]?.why).toBe('Rank 11 by lottery: this national offer had no seat left.');
      expect(await verified(roundId)).toEqual({ sound: true, faults: [] });
    });

    it('shows each seat in the ledger, and each employer its own results', async () => {
      const { body } = await road.ministry
        .get(`/v1/quotas/${road.quotaId}/entries?limit=200`)
        .expect(200);
      const reasons = body.items.filter(({ act }: { act: string }) => act === 'reserve');
      expect(reasons).toHaveLength(10);
      expect(reasons[0].reason).toBe(`Allocation round ${roundId}: lottery`);
      expect(await results(roundId, road.employer)).toHaveLength(35);
      expect(await results(roundId, await test.caller('employer', 'ES'))).toEqual([]);
      const stranger = await test.caller('ministry', 'FR');
      await stranger.get(`/v1/allocation-rounds/${roundId}/verification`).expect(404);
    });

    it('gives a seat that comes back to the next in the order of the draw', async () => {
      const drawn = await results(roundId);
      const reason = { reason: 'Nobody for it' };
      await placing.go(drawn[0]?.placementId ?? '', [road.agency, 'refuse', reason]);
      await test.settle();
      expect(await placing.read(drawn[10]?.placementId ?? '')).toMatchObject({
        status: 'offered',
        queueRank: null,
      });
      expect(await placing.read(drawn[11]?.placementId ?? '')).toMatchObject({
        status: 'waiting',
        queueRank: 12,
      });
    });
  });

  describe('by points', () => {
    it('counts what the order says, and nothing that the law forbids', async () => {
      const quotaId = await farmSeats(10, { permitCategory: 'seasonal' });
      const points = { quotaId, mode: 'points', opensOn: '2026-12-17', closesOn: '2026-12-31' };
      const farm = {
        isco: ['9211'],
        permitCategory: 'seasonal' as const,
        positions: 10,
        endsOn: '2027-06-30',
      };
      await announce(points).expect(400);
      const forbidden = [{ kind: 'married', points: 5 }];
      await announce({ ...points, criteria: forbidden }).expect(400);
      const criteria = [{ kind: 'region', points: 5, codes: ['ES615'] }];
      const { body } = await announce({ ...points, criteria }).expect(201);
      goTo('2026-12-20');
      const huelva = [{ country: 'ES', nuts: 'ES615', city: 'Moguer' }];
      for (const locations of [undefined, huelva]) {
        const known = locations === undefined ? farm : { ...farm, locations };
        await generic(10, { vacancyId: await road.publish(known) }).expect(201);
      }
      goTo('2027-01-01');
      await draw(String(body.id));
      const drawn = await results(String(body.id));
      expect(drawn.map((one) => one.points)).toEqual([...Array(10).fill(5), ...Array(10).fill(0)]);
      expect(drawn.filter(({ outcome }) => outcome === 'granted')).toHaveLength(10);
      expect(drawn[0]?.why).toContain('by points (5 points)');
      expect(await verified(String(body.id))).toEqual({ sound: true, faults: [] });
    });
  });

  describe('in even batches', () => {
    it('grants an even part of the seats after each part of the period, at night', async () => {
      const quotaId = await farmSeats(11, { permitCategory: 'trainee' });
      const period = { opensOn: '2027-01-01', closesOn: '2027-01-20' };
      const { body } = await announce({ quotaId, mode: 'batches', batches: 3, ...period }).expect(
        201,
      );
      const id = await road.publish({
        isco: ['9211'],
        permitCategory: 'trainee',
        positions: 30,
        endsOn: '2027-06-30',
      });
      await generic(20, { vacancyId: id }).expect(201);
      const seen = [];
      for (const on of ['2027-01-07', '2027-01-08', '2027-01-15', '2027-01-21']) {
        goTo(on);
        await nightOf(on);
        const offered = await road.ministry.get(`/v1/quotas/${quotaId}`).expect(200);
        seen.push(offered.body.reserved);
      }
      expect(seen).toEqual([0, 3, 7, 11]);
      const { body: round } = await road.agency.get(`/v1/allocation-rounds/${body.id}`).expect(200);
      expect(round).toMatchObject({ status: 'drawn', draws: 3, nextDrawAfterOn: null });
      const batches = (await results(String(body.id))).map(({ batch }) => batch);
      expect([1, 2, 3].map((one) => batches.filter((batch) => batch === one).length)).toEqual([
        20, 17, 13,
      ]);
      expect(await verified(String(body.id))).toEqual({ sound: true, faults: [] });
    });
  });

  describe('by stable assignment', () => {
    it('places a person once, where they would rather be', async () => {
      goTo('2027-01-22');
      const cooks = { scopeCode: '5120', endsOn: '2028-12-31', seats: 2 };
      const { body: quota } = await road.ministry.post('/v1/quotas', aQuota(cooks)).expect(201);
      const window = { opensOn: '2027-01-22', closesOn: '2027-01-25' };
      const round = { quotaId: quota.id, mode: 'stable', ...window };
      const { body } = await announce(round).expect(201);
      const occupations = [{ isco: '5120', title: 'Cuisinier', years: 6 }];
      const wish = { desiredCountries: ['ES'], permitCategories: ['seasonal' as const] };
      const wanted = await road.enter({ occupations, ...wish });
      const other = await road.enter({ occupations });
      const kitchen = { isco: ['5120'], positions: 2, endsOn: '2027-08-31' };
      const general = await road.publish(kitchen);
      const seasonal = await road.publish({ ...kitchen, permitCategory: 'seasonal' });
      for (const [person, vacancy] of [
        [wanted, general],
        [wanted, seasonal],
        [other, general],
      ] as const) {
        await placing
          .offer(await placing.matchOf(vacancy, person), { endsOn: '2027-06-30' })
          .expect(201);
      }
      goTo('2027-01-26');
      await draw(String(body.id));
      const placed = new Map<string, string>();
      for (const { placementId, outcome } of await results(String(body.id))) {
        const seen = await placing.read(placementId);
        placed.set(`${seen.candidateId} ${seen.vacancyId}`, outcome);
      }
      expect(Object.fromEntries(placed)).toEqual({
        [`${wanted} ${seasonal}`]: 'granted',
        [`${wanted} ${general}`]: 'placed-elsewhere',
        [`${other} ${general}`]: 'granted',
      });
      expect(await verified(String(body.id))).toEqual({ sound: true, faults: [] });
    });
  });

  describe('and changes its mind', () => {
    it('withdraws a round only before its first day', async () => {
      const quotaId = await farmSeats(5, { permitCategory: 'volunteer' });
      const window = { opensOn: '2027-02-02', closesOn: '2027-02-10' };
      const { body } = await announce({ quotaId, mode: 'first-come', ...window }).expect(201);
      const path = `/v1/allocation-rounds/${body.id}/withdraw`;
      goTo('2027-02-02');
      expect((await road.ministry.post(path).expect(409)).body.code).toBe('allocation-begun');
      goTo('2027-02-01');
      const { body: withdrawn } = await road.ministry.post(path).expect(200);
      expect(withdrawn.status).toBe('withdrawn');
    });
  });
});
