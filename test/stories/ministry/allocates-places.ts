import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AssignmentView,
  PlaceView,
} from '../../../src/matching/assignment/assignments.dto.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a ministry that allocates places', () => {
  let test: TestApp;
  let road: Road;
  let run: string;
  let hospital: string;
  let clinic: string;
  let turkish: string;
  let nurses: string[];
  let widerOffer: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    // Inside the ten seats for nurses in the whole state, there is one seat for Andalusia.
    const inside = aQuota({ scopeScheme: 'any', scopeCode: undefined, region: 'ES61', seats: 1 });
    const { body } = await road.ministry.post('/v1/quotas', inside).expect(201);
    widerOffer = String(body.id);
    turkish = await road.enter({ nationalities: ['TR'], residenceCountry: 'TR' });
    nurses = [await road.enter(), await road.enter(), await road.enter()];
    hospital = await road.publish({ positions: 1, sourceId: 'hospital' });
    clinic = await road.publish({ positions: 2, sourceId: 'clinic' });
    await test.settle();
  });

  afterAll(() => test.stop());

  const placesOf = async (caller: Caller, query = ''): Promise<PlaceView[]> => {
    const { body } = await caller
      .get(`/v1/assignments/${run}/places?limit=200${query}`)
      .expect(200);
    return body.items as PlaceView[];
  };

  it('publishes the seed before the draw, for everybody to see', async () => {
    const { body } = await road.ministry
      .post('/v1/matching-runs', { kind: 'allocate', vacancyIds: [hospital, clinic] })
      .expect(202);
    run = String(body.id);
    expect(body).toMatchObject({ kind: 'allocate', total: 2 });
    const published = await road.agency.get(`/v1/assignments/${run}`).expect(200);
    expect(published.body.seed).toMatch(/^[0-9a-f]{32}$/);
    await test.settle();
    const { body: drawn } = await road.agency.get(`/v1/assignments/${run}`).expect(200);
    expect(drawn).toMatchObject({ seed: published.body.seed, figures: null });
    expect(drawn.drawnAt >= drawn.seedPublishedAt).toBe(true);
    expect(drawn.inputHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('proposes one place per person, in the order of preference, under every cap', async () => {
    const places = await placesOf(road.ministry);
    expect(places).toHaveLength(8);
    const placed = places.filter(({ outcome }) => outcome === 'placed');
    expect(placed).toHaveLength(2);
    expect(placed.map(({ candidateId }) => candidateId)).toContain(turkish);
    const [moroccan] = placed.filter(({ candidateId }) => candidateId !== turkish);
    expect(nurses).toContain(moroccan?.candidateId);
    for (const { candidateId, position, tier } of places) {
      expect(tier).toBe(candidateId === turkish ? '2' : '3');
      if (candidateId === turkish) expect(position).toBe(1);
    }
  });

  it('is told why the others were not placed', async () => {
    const others = (await placesOf(road.ministry)).filter(({ outcome }) => outcome !== 'placed');
    // Wherever the draw sends the two, a position stays free because its seat is missing.
    const full = others.filter(({ outcome }) => outcome === 'offer-full');
    expect(full.length).toBeGreaterThan(0);
    for (const place of full) {
      expect(place).toMatchObject({
        quotaId: widerOffer,
        why: 'A national offer that covers this vacancy has no seat left.',
      });
    }
  });

  it('has reserved nothing and decided nothing by the proposal', async () => {
    const { body: quota } = await road.ministry.get(`/v1/quotas/${widerOffer}`).expect(200);
    expect(quota).toMatchObject({ taken: 0, remaining: 1 });
    const matches = await road.matches(clinic);
    expect(matches.map(({ status }) => status)).toEqual(Array(4).fill('proposed'));
    expect(matches.map(({ version }) => version)).toEqual(Array(4).fill(1));
  });

  it('sees the progress of the run and its result', async () => {
    const { body } = await road.ministry.get(`/v1/matching-runs/${run}`).expect(200);
    expect(body).toMatchObject({
      status: 'finished',
      percent: 100,
      considered: 8,
      proposed: 2,
      heldBack: 6,
    });
    const { body: view } = await road.ministry.get(`/v1/assignments/${run}`).expect(200);
    const { figures } = view as AssignmentView;
    expect(figures).toMatchObject({ positions: 3, people: 4, placed: 2 });
    expect(figures?.offers).toContainEqual({
      quotaId: widerOffer,
      seats: 1,
      proposed: 1,
      regime: 'ordered',
    });
  });

  it('shows an employer its own vacancies, without wishes and national offers', async () => {
    const places = await placesOf(road.employer, `&vacancyId=${clinic}`);
    expect(places.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    for (const place of places) {
      expect(place).not.toHaveProperty('wish');
      expect(place).not.toHaveProperty('quotaId');
    }
    expect(await placesOf(await test.caller('employer', 'ES'))).toEqual([]);
    expect(await placesOf(await test.caller('ministry', 'FR'))).toEqual([]);
  });

  it('shows an agency its own people and their wishes', async () => {
    const wishes = (await placesOf(road.agency)).filter(
      ({ candidateId }) => candidateId === turkish,
    );
    expect(wishes.map(({ wish }) => wish).sort()).toEqual([1, 2]);
    expect(await placesOf(await test.caller('agency', 'MA'))).toEqual([]);
  });

  it('shows the monitor only figures, and none over fewer than ten people', async () => {
    const monitor = await test.caller('monitor');
    await monitor.get(`/v1/assignments/${run}/places`).expect(403);
    const { body } = await monitor.get(`/v1/assignments/${run}`).expect(200);
    expect(body.figures).toMatchObject({ positions: 3, people: null, placed: null });
    expect(body.figures.outcomes.placed).toBeNull();
  });

  it('is told which proposals are no longer valid', async () => {
    await road.employer.post(`/v1/vacancies/${hospital}/withdraw`).expect(200);
    await test.settle();
    const stands = async (vacancyId: string): Promise<boolean[]> =>
      (await placesOf(road.ministry, `&vacancyId=${vacancyId}`)).map((place) => place.stands);
    expect(await stands(hospital)).toEqual(Array(4).fill(false));
    expect(await stands(clinic)).toEqual(Array(4).fill(true));
    expect(await placesOf(road.employer, `&vacancyId=${hospital}`)).toEqual([]);
  });

  it('pages through the places in their order', async () => {
    const first = await road.ministry.get(`/v1/assignments/${run}/places?limit=5`).expect(200);
    const rest = `/v1/assignments/${run}/places?limit=5&cursor=${String(first.body.nextCursor)}`;
    const { body } = await road.ministry.get(rest).expect(200);
    expect(body.nextCursor).toBeNull();
    const seen = [...first.body.items, ...body.items] as PlaceView[];
    expect(seen.map(({ id }) => id)).toEqual((await placesOf(road.ministry)).map(({ id }) => id));
  });

  it('keeps nothing about a candidate who withdraws', async () => {
    const [gone = ''] = nurses;
    await withdraw(road.agency, gone);
    const shown = (await placesOf(road.employer)).map(({ candidateId }) => candidateId);
    expect(shown).not.toContain(gone);
    await test.settle();
    const left = (await placesOf(road.ministry)).map(({ candidateId }) => candidateId);
    expect(left).toContain(turkish);
    expect(left).not.toContain(gone);
  });
});

async function withdraw(agency: Caller, candidateId: string): Promise<void> {
  const { body } = await agency.get(`/v1/candidates/${candidateId}`).expect(200);
  for (const { id } of body.consents as { id: string }[]) {
    await agency.delete(`/v1/candidates/${candidateId}/consents/${id}`).expect(200);
  }
}
