import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

type By = 'employer' | 'agency' | 'ministry';

interface Kind {
  list: string;
  by: By;
  /** Makes one more, and returns its id. */
  make: () => Promise<string>;
}

describe('a caller who reads what is new', () => {
  let test: TestApp;
  let road: Road;
  let made = 0;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  }, 60_000);

  afterAll(() => test.stop());

  const post = async (by: Caller, path: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await by.post(path, body);
    expect([path, answer.status < 300]).toEqual([path, true]);
    return answer.body as Record<string, unknown>;
  };
  const posted = async (by: By, path: string, body: object): Promise<string> =>
    String((await post(road[by], path, body))['id']);

  const kinds: readonly Kind[] = [
    { list: 'vacancies', by: 'employer', make: () => road.publish() },
    { list: 'matching-runs', by: 'employer', make: () => posted('employer', '/v1/matching-runs', {}) },
    { list: 'assignments', by: 'employer', make: () => posted('employer', '/v1/matching-runs', { kind: 'allocate' }) },
    { list: 'simulations', by: 'ministry', make: () => posted('ministry', '/v1/simulations', { seats: [{ quotaId: road.quotaId, more: 1 }] }) },
    { list: 'wording-appeals', by: 'employer', make: () => posted('employer', '/v1/wording-appeals', { state: 'ES', phrase: `Solo mujeres ${next()}`, ground: 'sex', reason: 'A shelter' }) },
    { list: 'trained-lists', by: 'agency', make: aCourse },
    { list: 'home-vacancies', by: 'agency', make: aPostAtHome },
    // Before the rounds, which keep the free seats for themselves.
    { list: 'placements', by: 'agency', make: anOffer },
    { list: 'allocation-rounds', by: 'ministry', make: aRound },
  ]; // prettier-ignore

  const next = (): number => (made += 1);

  async function aCourse(): Promise<string> {
    const dates = { trainedOn: '2026-10-31', validUntilOn: '2028-10-31' };
    const course = { name: 'Spanish', state: 'ES', isco: '222', hours: 120, ...dates };
    const candidateIds = [await road.enter()];
    return posted('agency', '/v1/trained-lists', { ...course, candidateIds });
  }

  async function aPostAtHome(): Promise<string> {
    const line = { ref: `AM${next()}`, date: '24/11/2026', titre: 'Infirmier polyvalent', nb: 1 };
    const { items } = await post(road.agency, '/v1/home-vacancies', { items: [line] });
    return (items as { vacancy: { id: string } }[])[0]?.vacancy.id ?? '';
  }

  async function aRound(): Promise<string> {
    const scope = { scopeScheme: 'isco', scopeCode: '2221', partnerCountry: 'MA', seats: 1 };
    const dates = { startsOn: '2026-01-01', endsOn: '2027-12-31', citation: 'Order for tests' };
    const quotaId = await posted('ministry', '/v1/quotas', { ...scope, ...dates });
    const window = { opensOn: '2026-12-01', closesOn: '2026-12-15', citation: 'Order' };
    return posted('ministry', '/v1/allocation-rounds', { quotaId, mode: 'lottery', ...window });
  }

  async function anOffer(): Promise<string> {
    const placing = new Placing(road);
    const person = await road.enter();
    const vacancy = await road.publish();
    const { body } = await placing.offer(await placing.matchOf(vacancy, person)).expect(201);
    return String(body.id);
  }

  it.each(kinds.map((kind) => [kind.list, kind] as const))(
    'finds it on the first page, and on later pages nothing twice: %s',
    async (list, { by, make }) => {
      const made = [await make(), await make()];
      const page = async (cursor: unknown): Promise<{ ids: string[]; nextCursor: unknown }> => {
        const after = typeof cursor === 'string' ? `&cursor=${cursor}` : '';
        const { body } = await road[by].get(`/v1/${list}?limit=1${after}`).expect(200);
        const items = body.items as { id: string }[];
        return { ids: items.map(({ id }) => id), nextCursor: body.nextCursor };
      };
      const first = await page(null);
      expect(first.ids).toEqual([made[1]]);
      made.push(await make());
      expect((await page(first.nextCursor)).ids).toEqual([made[0]]);
      expect((await page(null)).ids).toEqual([made[2]]);
    },
  );
});
