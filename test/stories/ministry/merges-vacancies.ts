import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aVacancy } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const nurse = {
  title: 'Enfermera/o de hospitalización (m/f)',
  employerName: 'Hospital Virgen Macarena, S.A.',
  sourceAgency: 'SEPE',
};

describe('a vacancy that comes from two sources', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  const pairs = async () => {
    await test.settle();
    const { body } = await road.ministry.get('/v1/vacancies/duplicates?state=found').expect(200);
    return body.items as {
      id: string;
      oneId: string;
      otherId: string;
      reasons: { code: string }[];
    }[];
  };

  const deliver = async (known: object): Promise<string> =>
    String((await road.ministry.post('/v1/vacancies', aVacancy(known)).expect(201)).body.id);

  it('is shown to its ministry, matched once when merged, and twice again after an undo', async () => {
    const own = await road.publish({ ...nurse, sourceAgency: undefined });
    const copy = await deliver({
      ...nurse,
      sourceId: 'E-1',
      title: 'Enfermera de hospitalización',
      employerName: 'HOSPITAL VIRGEN MACARENA SA',
    });
    const person = await road.enter();
    const proposed = async (vacancy: string) =>
      (await road.matches(vacancy, road.ministry)).filter(
        ({ candidateId }) => candidateId === person,
      );
    expect([await proposed(own), await proposed(copy)].map(({ length }) => length)).toEqual([1, 1]);

    const [pair, ...others] = await pairs();
    expect(others).toEqual([]);
    expect([pair?.oneId, pair?.otherId]).toEqual([own, copy].toSorted());
    const codes = pair?.reasons.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['employer-same', 'place-same', 'start-same']));
    const path = `/v1/vacancies/duplicates/${pair?.id ?? ''}`;
    const { body: shown } = await road.ministry.get(path).expect(200);
    expect(shown.records.map(({ id }: { id: string }) => id)).toEqual([own, copy].toSorted());

    await road.ministry.post(`${path}/merge`, { survivorId: own }).expect(200);
    expect([await proposed(own), await proposed(copy)].map(({ length }) => length)).toEqual([1, 0]);
    const { body: loser } = await road.ministry.get(`/v1/vacancies/${copy}`).expect(200);
    expect(loser).toMatchObject({ mergedIntoId: own, status: 'open', sourceId: 'E-1' });

    await road.ministry.post(`${path}/undo`).expect(200);
    expect([await proposed(own), await proposed(copy)].map(({ length }) => length)).toEqual([1, 1]);
    await road.ministry.post(`${path}/dismiss`).expect(200);
  });

  it('is offered to EURES once as long as it is merged', async () => {
    const one = await deliver({ ...nurse, title: 'Enfermera de urgencias', sourceId: 'E-7' });
    const other = await deliver({ ...nurse, title: 'Enfermera de urgencias', sourceAgency: 'SAE', sourceId: 'S-7' });
    const http = request(await test.app.getUrl());
    const offered = async (): Promise<string[]> => {
      const { body } = await http.post('/input/api/jv/v0.1/getDetails').send([one, other]).expect(200);
      return [one, other].map((id) => String(body.details[id].status));
    };
    const pair = (await pairs()).find(({ oneId }) => oneId === one);
    const path = `/v1/vacancies/duplicates/${pair?.id ?? ''}`;
    expect(await offered()).toEqual(['ACTIVE', 'ACTIVE']);
    await road.ministry.post(`${path}/merge`, { survivorId: one }).expect(200);
    expect(await offered()).toEqual(['ACTIVE', 'CLOSED']);
    await road.ministry.post(`${path}/undo`).expect(200);
    expect(await offered()).toEqual(['ACTIVE', 'ACTIVE']);
    await road.ministry.post(`${path}/dismiss`).expect(200);
  }); // prettier-ignore

  it.each(['withdrawn', 'over'])('ends with the survivor of the merge, and is offered again only after an undo: %s', async (how) => {
    const known = { ...nurse, employerName: `Hospital ${how}` };
    const validUntilOn = how === 'over' ? '2026-11-24' : undefined;
    const one = await deliver({ ...known, validUntilOn, sourceId: `E-${how}` });
    const other = await deliver({ ...known, sourceAgency: 'SAE', sourceId: `S-${how}` });
    const http = request(await test.app.getUrl());
    const offered = async (): Promise<string[]> => {
      const { body } = await http.post('/input/api/jv/v0.1/getDetails').send([one, other]).expect(200);
      return [one, other].map((id) => String(body.details[id]?.status));
    };
    const pair = (await pairs()).find(({ oneId, otherId }) => oneId === one && otherId === other);
    const path = `/v1/vacancies/duplicates/${pair?.id ?? ''}`;
    await road.ministry.post(`${path}/merge`, { survivorId: one }).expect(200);
    expect(await offered()).toEqual(['ACTIVE', 'undefined']);
    if (how === 'withdrawn') await road.ministry.post(`/v1/vacancies/${one}/withdraw`).expect(200);
    else test.clock.moveTo(new Date('2026-11-25T12:00:00Z'));
    expect(await offered()).toEqual(['CLOSED', 'undefined']);
    await road.ministry.post(`${path}/undo`).expect(200);
    expect(await offered()).toEqual(['CLOSED', 'ACTIVE']);
  }); // prettier-ignore

  it.each(['withdrawn', 'over'])('is offered for an employer, whose own is not offered, until that one is %s', async (how) => {
    const known = { ...nurse, title: 'Enfermera de quirófano', employerName: `Clínica ${how}` };
    const validUntilOn = '2026-11-28';
    const own = await road.publish({ ...known, sourceAgency: undefined, validUntilOn });
    const copy = await deliver({ ...known, sourceId: `Q-${how}` });
    const http = request(await test.app.getUrl());
    const offered = async (): Promise<string[]> => {
      const { body } = await http.post('/input/api/jv/v0.1/getDetails').send([own, copy]).expect(200);
      return [own, copy].map((id) => String(body.details[id]?.status));
    };
    const pair = (await pairs()).find(({ oneId, otherId }) => oneId === own && otherId === copy);
    const path = `/v1/vacancies/duplicates/${pair?.id ?? ''}`;
    await road.ministry.post(`${path}/merge`, { survivorId: own }).expect(200);
    expect(await offered()).toEqual(['undefined', 'ACTIVE']);
    if (how === 'withdrawn') await road.employer.post(`/v1/vacancies/${own}/withdraw`).expect(200);
    else {
      const sooner = { ...aVacancy({ ...known, sourceAgency: undefined }), validUntilOn: '2026-11-26' };
      await road.employer.put(`/v1/vacancies/${own}`, sooner, 1).expect(200);
      expect(await offered()).toEqual(['undefined', 'ACTIVE']);
      test.clock.moveTo(new Date('2026-11-27T12:00:00Z'));
    }
    expect(await offered()).toEqual(['undefined', 'CLOSED']);
  }); // prettier-ignore

  it('is not taken for one in another place, of another employer, or of the same source', async () => {
    const inMalaga = [{ country: 'ES', nuts: 'ES617', city: 'Málaga' }];
    await deliver({ ...nurse, sourceId: 'E-2', sourceAgency: 'SAE', locations: inMalaga });
    await deliver({ ...nurse, sourceId: 'E-3', sourceAgency: 'SAE', employerName: 'Clínica Sol' });
    await deliver({ ...nurse, sourceId: 'E-4', sourceAgency: 'X', startsOn: '2027-06-01' });
    await deliver({ ...nurse, sourceId: 'E-5', sourceAgency: 'X', startsOn: '2027-06-01' });
    const codes = (await pairs()).flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes.filter((code) => code.endsWith('-differs') && code !== 'start-differs')).toEqual(
      [],
    );
    const { body } = await road.ministry.get('/v1/vacancies?limit=200').expect(200);
    const sources = new Map<string, string>(
      body.items.map((one: { id: string; sourceId: string }) => [one.id, one.sourceId]),
    );
    for (const { oneId, otherId } of await pairs()) {
      const both = [sources.get(oneId), sources.get(otherId)].toSorted();
      expect(both).not.toEqual(['E-4', 'E-5']);
    }
  });

  it('is nobody else’s to see or decide on', async () => {
    const [pair] = await pairs();
    expect(pair).toBeDefined();
    const path = `/v1/vacancies/duplicates/${pair?.id ?? ''}`;
    const french = await test.caller('ministry', 'FR');
    await french.get(path).expect(404);
    await french.post(`${path}/dismiss`).expect(404);
    expect((await french.get('/v1/vacancies/duplicates').expect(200)).body.items).toEqual([]);
    await road.employer.get(path).expect(403);
  });

  it('is no longer a pair when one record is withdrawn', async () => {
    const before = await pairs();
    const [pair] = before;
    await road.ministry.post(`/v1/vacancies/${pair?.oneId ?? ''}/withdraw`).expect(200);
    expect((await pairs()).map(({ id }) => id)).not.toContain(pair?.id);
  });
});
