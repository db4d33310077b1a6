import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AssignmentWorker } from '../../../src/matching/assignment/assignment.worker.ts';
import { DraftComparison } from '../../../src/matching/simulation/draft-comparison.service.ts';
import { VacancyMatcher } from '../../../src/matching/vacancy-matcher.ts';
import type { JobName } from '../../../src/jobs.ts';
import { PlacementsWorker } from '../../../src/placements/placements.worker.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { QuotaSeats } from '../../../src/quotas/ledger/quota-seats.service.ts';
import { night } from '../../support/application/night.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { JobsByHand } from '../../support/application/jobs-by-hand.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const fault = new Error('a fault of ours');

/** What the reader of a run, a simulation or a round is told. */
interface Told {
  id: string;
  status: string;
  failure: { code: string; message: string } | null;
  finishedAt: string | null;
}

let test: TestApp;
let jobs: JobsByHand;
let road: Road;
let vacancyId: string;

beforeAll(async () => {
  test = await startApp({ role: 'api' });
  jobs = new JobsByHand(test);
  road = await openRoad(test);
  await road.enter();
  vacancyId = await road.publish();
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(() => test.stop());

async function read<T = Told>(path: string, by: Caller = road.ministry): Promise<T> {
  return (await by.get(path).expect(200)).body as T;
}

async function ask(path: string, body: object): Promise<string> {
  const answer = await road.ministry.post(path, body).expect(202);
  expect(answer.body).toMatchObject({ failure: null });
  return String(answer.body.id);
}

/** Runs a job whose handler throws, and gives it up. */
async function failForGood(job: JobName): Promise<void> {
  await expect(jobs.run(job)).rejects.toThrow(fault);
  await jobs.giveUp(job);
}

/** Expects the failure in the reader's language, in the object itself and in the list. */
async function expectFailed(path: string, id: string, code: string): Promise<void> {
  const failed = await read(`${path}/${id}?language=fr`);
  expect(failed).toMatchObject({ status: 'failed', failure: { code } });
  expect(failed.failure?.message).toMatch(/de notre côté/);
  expect(failed.finishedAt).not.toBeNull();
  const { items } = await read<{ items: Told[] }>(`${path}?language=ar&limit=200`);
  expect(items.find((one) => one.id === id)?.failure?.message).toMatch(/من جانبنا/);
}

async function expectFinishes(path: string, body: object, job: JobName): Promise<void> {
  const id = await ask(path, body);
  await jobs.run(job);
  expect(await read(`${path}/${id}`)).toMatchObject({ status: 'finished', failure: null });
}

describe('a matching run that is given up', () => {
  const [runs, job] = ['/v1/matching-runs', 'matching-run.started'] as const;

  it('is reported as failed, and another may be started', async () => {
    const asked = { vacancyIds: [vacancyId] };
    jest.spyOn(test.app.get(VacancyMatcher), 'match').mockRejectedValue(fault);
    const id = await ask(runs, asked);
    await failForGood(job);
    await expectFailed(runs, id, 'run-given-up');
    jest.restoreAllMocks();
    await expectFinishes(runs, asked, job);
  });

  it('has failed even if its worker carries on', async () => {
    const id = await ask(runs, { vacancyIds: [vacancyId] });
    jest.spyOn(test.app.get(VacancyMatcher), 'match').mockImplementation(async () => {
      await jobs.giveUp(job);
      return [];
    });
    await jobs.run(job);
    await expectFailed(runs, id, 'run-given-up');
  });
});

describe('a proposed assignment that is given up', () => {
  const [runs, job] = ['/v1/matching-runs', 'allocation.started'] as const;
  const asked = () => ({ kind: 'allocate', vacancyIds: [vacancyId] });
  /**
   * The worker, typed by the private method that it runs between its first transaction and its
   * last.
   */
  const gathering = () =>
    test.app.get<{ gather: (...of: unknown[]) => Promise<unknown> }>(AssignmentWorker);

  const expectNobody = async (id: string): Promise<void> => {
    const places = await read<{ items: unknown[] }>(`/v1/assignments/${id}/places`);
    expect(places.items).toEqual([]);
    const seen = await read<object>(`/v1/assignments/${id}`, road.agency);
    expect(seen).toMatchObject({ drawnAt: null, givenUpAt: expect.any(String) });
  };

  it('is reported as failed to everyone who saw its seed, and another may be asked for', async () => {
    jest.spyOn(gathering(), 'gather').mockRejectedValue(fault);
    const id = await ask(runs, asked());
    expect(await read(`/v1/assignments/${id}`, road.agency)).toMatchObject({ givenUpAt: null });
    await failForGood(job);
    await expectFailed(runs, id, 'run-given-up');
    await expectNobody(id);
    jest.restoreAllMocks();
    await expectFinishes(runs, asked(), job);
  });

  it('proposes nobody if its worker carries on', async () => {
    const id = await ask(runs, asked());
    const gather = gathering().gather.bind(test.app.get(AssignmentWorker));
    jest.spyOn(gathering(), 'gather').mockImplementation(async (...of) => {
      await jobs.giveUp(job);
      return gather(...of);
    });
    await jobs.run(job);
    await expectFailed(runs, id, 'run-given-up');
    await expectNobody(id);
  });
});

describe('a simulation that is given up', () => {
  const [simulations, job] = ['/v1/simulations', 'simulation.started'] as const;
  const parameters = { duration: 'days-elapsed', days: 70 };
  const draft = {
    rules: [{ code: 'labour-market-test.es', kind: 'labour-market-test', parameters }],
  };

  it('is reported as failed, and another may be started', async () => {
    jest.spyOn(test.app.get(DraftComparison), 'decide').mockRejectedValue(fault);
    const id = await ask(simulations, draft);
    await failForGood(job);
    await expectFailed(simulations, id, 'simulation-given-up');
    const { body } = await road.ministry.post(`${simulations}/${id}/cancel`).expect(409);
    expect(body.code).toBe('simulation-over');
    jest.restoreAllMocks();
    await expectFinishes(simulations, draft, job);
  });

  it('stays cancelled if it was cancelled before', async () => {
    const id = await ask(simulations, draft);
    await road.ministry.post(`${simulations}/${id}/cancel`).expect(200);
    await jobs.giveUp(job);
    const seen = await read(`${simulations}/${id}`);
    expect(seen).toMatchObject({ status: 'cancelled', failure: null });
  });
});

describe('the draw of an allocation round that is given up', () => {
  const [rounds, job] = ['/v1/allocation-rounds', 'allocation-batch.closed'] as const;
  const [seats, posts] = [3, 10];
  const permits = ['seasonal', 'trainee', 'volunteer'] as const;
  let made = 0;

  const moveTo = (on: string): void => {
    test.clock.moveTo(new Date(`${on}T12:00:00Z`));
  };

  /**
   * Has ten placements apply for three seats, and makes the draw fail after it has reserved those
   * seats.
   */
  async function failedRound(): Promise<{ id: string; quotaId: string; next: object }> {
    moveTo('2026-12-01');
    const permitCategory = permits[made] ?? 'seasonal';
    made += 1;
    const farm = { permitCategory, scopeCode: '9211', endsOn: '2028-12-31', seats };
    const { body: quota } = await road.ministry.post('/v1/quotas', aQuota(farm)).expect(201);
    const round = { quotaId: quota.id, mode: 'lottery', citation: 'Order for tests' };
    const window = { opensOn: '2026-12-01', closesOn: '2026-12-15' };
    const { body } = await road.ministry.post(rounds, { ...round, ...window }).expect(201);
    const dates = { startsOn: '2027-03-01', endsOn: '2027-08-31' };
    const work = { isco: ['9211'], permitCategory, positions: posts, ...dates };
    const agencyId = road.agency.organisationId;
    const offer = { vacancyId: await road.publish(work), agencyId, posts };
    await road.employer.post('/v1/collective-offers', offer).expect(201);
    moveTo('2026-12-16');
    const ledger = test.app.get(QuotaSeats);
    const reserve = ledger.reserve.bind(ledger);
    jest.spyOn(ledger, 'reserve').mockImplementation(async (...asked) => {
      expect((await reserve(...asked)).placementIds.size).toBe(seats);
      throw fault;
    });
    await road.ministry.post(`${rounds}/${body.id}/draw`, {}).expect(202);
    await failForGood(job);
    jest.restoreAllMocks();
    const next = { ...round, opensOn: '2026-12-20', closesOn: '2026-12-21' };
    return { id: String(body.id), quotaId: String(quota.id), next };
  }

  const placementsOf = (quotaId: string) =>
    test.database.as(SYSTEM, (sql) =>
      sql.query<{ status: string; count: number; ranked: number }[]>(
        `SELECT status, count(*)::int, count(queue_rank)::int AS ranked FROM placement
          WHERE quota_ids @> ARRAY[$1::uuid] GROUP BY status ORDER BY status`,
        [quotaId],
      ),
    );

  it('leaves no seat given, and can be repeated as announced', async () => {
    const { id, quotaId, next } = await failedRound();
    const failed = await read<object>(`${rounds}/${id}?language=fr`, road.employer);
    expect(failed).toMatchObject({
      status: 'failed',
      openedSeed: null,
      draws: 0,
      nextDrawAfterOn: '2026-12-15',
      failure: { code: 'draw-given-up', message: expect.stringMatching(/de notre côté/) },
    });
    const quota = { reserved: 0, remaining: seats };
    expect(await read(`/v1/quotas/${quotaId}`)).toMatchObject(quota);
    const { items } = await read<{ items: { act: string }[] }>(`/v1/quotas/${quotaId}/entries`);
    expect(items.map(({ act }) => act)).not.toContain('reserve');
    expect(await placementsOf(quotaId)).toEqual([{ status: 'waiting', count: posts, ranked: 0 }]);
    expect(await read(`${rounds}/${id}/results`)).toMatchObject({ items: [] });
    const { body: refused } = await road.ministry.post(rounds, next).expect(409);
    expect(refused.code).toBe('allocation-pending');

    const { body: asked } = await road.ministry.post(`${rounds}/${id}/draw`, {}).expect(202);
    expect(asked).toMatchObject({ status: 'announced', failure: null });
    await jobs.run(job);
    const { seedHash } = failed as { seedHash: string };
    const drawn = { status: 'drawn', draws: 1, seedHash, failure: null };
    expect(await read(`${rounds}/${id}`)).toMatchObject(drawn);
    expect(await read(`${rounds}/${id}/verification`)).toEqual({ sound: true, faults: [] });
    expect(await placementsOf(quotaId)).toEqual([
      { status: 'offered', count: seats, ranked: 0 },
      { status: 'waiting', count: posts - seats, ranked: posts - seats },
    ]);
  });

  it('is repeated automatically at night', async () => {
    const { id } = await failedRound();
    const on = '2026-12-17';
    await night(test, PlacementsWorker, on);
    await jobs.run(job);
    expect(await read(`${rounds}/${id}`)).toMatchObject({ status: 'drawn', failure: null });
  });

  it('lets the round be withdrawn, and its seats then go to those who wait', async () => {
    const { id, quotaId, next } = await failedRound();
    const { body } = await road.ministry.post(`${rounds}/${id}/withdraw`).expect(200);
    expect(body).toMatchObject({ status: 'withdrawn', failure: null, nextDrawAfterOn: null });
    await jobs.run('seats.freed');
    const quota = { reserved: seats, remaining: 0 };
    expect(await read(`/v1/quotas/${quotaId}`)).toMatchObject(quota);
    await road.ministry.post(rounds, next).expect(201);
  });
});
