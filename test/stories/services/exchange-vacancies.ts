import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { ExchangeOffers } from '../../../src/vacancies/exchange/offering/exchange-offers.service.ts';
import type { VacancyDto } from '../../../src/vacancies/vacancies.dto.ts';
import { isStored } from '../../support/callers/is-stored.ts';
import { aVacancy } from '../../support/worlds/builders.ts';
import { type FailingProxy, startFailingProxy } from '../../support/exchange/failing-proxy.ts';
import { figure } from '../../support/suite/figure.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const base = '/input/api/jv/v0.1';
const MANY = figure({ suite: 350, soak: 10_000 });

// prettier-ignore
const inHolland = (known: Partial<VacancyDto> = {}): VacancyDto =>
  aVacancy({
    title: 'Verpleegkundige', language: 'nl', employerName: 'Ziekenhuis aan de Amstel',
    locations: [{ country: 'NL', nuts: 'NL329', city: 'Amsterdam' }],
    ...known,
  });

interface Stored {
  id: string;
  sourceId: string;
  title: string;
  status: string;
  version: number;
}

describe('a pair of services that exchange vacancies', () => {
  let giving: TestApp;
  let taking: TestApp;
  let giver: Caller;
  let taker: Caller;
  let proxy: FailingProxy;
  let source: string;
  const facade = async (app: TestApp): Promise<ReturnType<typeof request>> =>
    request(await app.app.getUrl());

  beforeAll(async () => {
    [giving, taking] = await Promise.all([startApp(), startApp()]);
    giver = await giving.caller('ministry', 'NL');
    taker = await taking.caller('ministry', 'NL');
    proxy = await startFailingProxy(await giving.app.getUrl());
    const body = { name: 'The other service', address: `${proxy.address}${base}` };
    const { body: made } = await taker.post('/v1/exchange-sources', body).expect(201);
    source = made.id as string;
  }, 60_000);

  afterAll(async () => {
    proxy.stop();
    await Promise.all([giving.stop(), taking.stop()]);
  });

  const poll = async (): Promise<Record<string, unknown>> => {
    await taker.post(`/v1/exchange-sources/${source}/poll`).expect(202);
    const open = (): Promise<unknown[]> =>
      taking.database.as(SYSTEM, (sql) =>
        sql.query<unknown[]>(
          `SELECT 1 FROM outbox WHERE job = 'exchange-source.due' AND done_at IS NULL`,
        ),
      );
    while ((await open()).length > 0) await sleep(20);
    const { body } = await taker.get(`/v1/exchange-sources/${source}`).expect(200);
    return body as Record<string, unknown>;
  };
  const vacanciesOf = (app: TestApp): Promise<Stored[]> =>
    app.database.as(SYSTEM, (sql) =>
      sql.query<Stored[]>(
        `SELECT id, source_id AS "sourceId", title, status, version FROM vacancy ORDER BY source_id, id`,
      ),
    );
  const arrived = async (id: string): Promise<Stored | undefined> =>
    (await vacanciesOf(taking)).find(({ sourceId }) => sourceId === id);
  const publish = async (known: Partial<VacancyDto> = {}): Promise<string> =>
    String((await giver.post('/v1/vacancies', inHolland(known)).expect(isStored)).body.id);
  const offered = async (id: string): Promise<Record<string, number | string> | undefined> => {
    const { body } = await (await facade(giving)).get(`${base}/getAll`).expect(200);
    const all = body.allReferences as Record<string, string>[];
    return all.find(({ reference }) => reference === id);
  };

  let first: string;

  it('passes on a new vacancy with its facts', async () => {
    await (await facade(giving)).get(`${base}/ping`).expect(200);
    first = await publish();
    expect(await poll()).toMatchObject({ health: 'well', failures: 0, arrivals: { stored: 1 } });
    const came = await arrived(first);
    expect(came).toMatchObject({ title: 'Verpleegkundige', status: 'open', version: 1 });
    const { body } = await taker.get(`/v1/vacancies/${came?.id ?? ''}`).expect(200);
    // prettier-ignore
    expect(body).toMatchObject({
      sourceAgency: 'passerelle-nl', isco: ['2221'], positions: 2, nace: 'R86.10',
      employerName: 'Ziekenhuis aan de Amstel', startsOn: '2027-03-01',
      languages: [{ code: 'es', level: 'B1', required: true }],
    });
  });

  it('passes on a change, and nothing if nothing changed', async () => {
    await poll();
    expect(await arrived(first)).toMatchObject({ version: 1 });
    const before = await offered(first);
    const changed = inHolland({ title: 'Verpleegkundige spoedeisende hulp' });
    await giver.put(`/v1/vacancies/${first}`, changed, 1).expect(200);
    await poll();
    expect(await arrived(first)).toMatchObject({ title: changed.title, version: 2 });
    const after = await offered(first);
    expect(after?.['creationTimestamp']).toBe(before?.['creationTimestamp']);
    expect(after?.['lastModificationTimestamp']).toBeGreaterThan(
      Number(before?.['lastModificationTimestamp']),
    );
  });

  it('keeps a tombstone of a closed vacancy, which gets a new time of creation when it re-opens', async () => {
    const id = await publish({ sourceAgency: 'NL-JOBS', sourceId: 'J-1' });
    await poll();
    const before = await offered(id);
    await giver.post(`/v1/vacancies/${id}/withdraw`).expect(200);
    await poll();
    expect(await arrived('J-1')).toMatchObject({ status: 'withdrawn' });
    expect(await offered(id)).toMatchObject({ status: 'CLOSED', closingTimestamp: expect.anything() });
    const { body } = await (await facade(giving)).post(`${base}/getDetails`).send([id]).expect(200);
    expect(body.details[id]).toMatchObject({ status: 'CLOSED' });
    expect(body.details[id]).not.toHaveProperty('content');

    expect(await publish({ sourceAgency: 'NL-JOBS', sourceId: 'J-1' })).toBe(id);
    await poll();
    expect(await arrived('J-1')).toMatchObject({ status: 'open' });
    const after = await offered(id);
    expect(after?.['creationTimestamp']).toBeGreaterThan(Number(before?.['creationTimestamp']));
    expect(after).not.toHaveProperty('closingTimestamp');
  }); // prettier-ignore

  it('tells apart what two ministries of a state entered under the same id of their own', async () => {
    const other = await giving.caller('ministry', 'NL');
    const one = inHolland({ title: 'Lasser', isco: ['7212'], sourceId: '2026-001' });
    const another = inHolland({ title: 'Kok', isco: ['5120'], sourceId: '2026-001' });
    const { body: ours } = await giver.post('/v1/vacancies', one).expect(201);
    const { body: theirs } = await other.post('/v1/vacancies', another).expect(201);
    await poll();
    expect(await arrived(ours.id as string)).toMatchObject({ title: 'Lasser' });
    expect(await arrived(theirs.id as string)).toMatchObject({ title: 'Kok' });
    expect(await arrived('2026-001')).toBeUndefined();
  });

  it('closes a vacancy by itself when its last day is over', async () => {
    const id = await publish({ validUntilOn: '2026-11-24' });
    expect(await offered(id)).toMatchObject({ status: 'ACTIVE' });
    for (const { clock } of [giving, taking]) clock.moveTo(new Date('2026-11-25T12:00:00Z'));
    expect(await offered(id)).toMatchObject({ status: 'CLOSED' });
  });

  it('loses nothing and takes in nothing twice if half of all requests fail', async () => {
    proxy.failing(0.5);
    const lines = Array.from({ length: MANY }, (_, at) =>
      JSON.stringify(inHolland({ title: `Lasser ${at}`, isco: ['7212'], sourceAgency: 'BULK', sourceId: `B-${at}` })),
    );
    for (let at = 0; at < lines.length; at += 5_000)
      await giver.post('/v1/vacancies/bulk', lines.slice(at, at + 5_000).join('\n')).set('Content-Type', 'application/x-ndjson').expect(200);
    let polls = 0;
    let failed = 0;
    for (let waiting = true; waiting; polls += 1) {
      const { failures, arrivals } = (await poll()) as { failures: number; arrivals: Record<string, number> };
      failed += failures > 0 ? 1 : 0;
      waiting = failures > 0 || arrivals['waiting'] !== 0;
      if (polls > 400) throw new Error('The source never came to rest.');
    }
    const came = (await vacanciesOf(taking)).filter(({ sourceId }) => sourceId.startsWith('B-'));
    expect(new Set(came.map(({ title }) => title)).size).toBe(MANY);
    expect(came).toHaveLength(MANY);
    expect(came.filter(({ version, status }) => version !== 1 || status !== 'open')).toEqual([]);
    const { body } = await (await facade(giving)).get(`${base}/getAll`).expect(200);
    const given = (body.allReferences as { reference: string }[]).map(({ reference }) => reference);
    expect(given).toEqual([...new Set(given)].toSorted());
    expect(given.length).toBeGreaterThan(MANY);
    expect(proxy.seen.failures).toBeGreaterThan(0);
    if (process.env['SOAK'] === '1') console.log({ MANY, polls, failed, ...proxy.seen });
  }, figure({ suite: 120_000, soak: 3_600_000 })); // prettier-ignore

  it('names each changed vacancy once, however many there are, and later changes next time', async () => {
    const { body } = await (await facade(giving)).get(`${base}/getChanges/0`).expect(200);
    const { createdReferences, modifiedReferences, closedReferences } = body as Record<string, { reference: string }[]>;
    const given = [createdReferences, modifiedReferences, closedReferences].flatMap((list) => list ?? []);
    expect(new Set(given.map(({ reference }) => reference)).size).toBe(given.length);
    expect([createdReferences?.length, modifiedReferences]).toEqual([MANY + 4, []]);

    const offers = giving.app.get(ExchangeOffers);
    const all = (await offers.all())[Symbol.asyncIterator]();
    const texts: string[] = [String((await all.next()).value)];
    await giver.post(`/v1/vacancies/${createdReferences?.at(-1)?.reference ?? ''}/withdraw`).expect(200);
    const { body: changed } = await (await facade(giving)).get(`${base}/getChanges/0`).expect(200);
    for (let next = await all.next(); !next.done; next = await all.next()) texts.push(String(next.value));
    const stampsOf = (list: Record<string, number>[]): number[] => list.map((one) => one['lastModificationTimestamp'] ?? 0);
    const last = Math.max(...stampsOf(changed.closedReferences));
    expect(Math.max(...stampsOf(JSON.parse(texts.join('')).allReferences))).toBeLessThan(last);
  }); // prettier-ignore

  it('tells how a source is doing, leaves it alone longer the longer it fails, and recovers by itself', async () => {
    proxy.failing(1);
    const pauses: number[] = [];
    for (let time = 0; time < 2; time += 1) {
      const { nextPollAt, health, lastError } = await poll();
      expect([health, typeof lastError]).toEqual(['failing', 'string']);
      pauses.push(Date.parse(String(nextPollAt)) - taking.clock.now().getTime());
    }
    expect(pauses).toEqual([5 * 60_000, 10 * 60_000]);
    proxy.failing(0);
    expect(await poll()).toMatchObject({ health: 'well', failures: 0, lastError: null });
  });

  it('never offers what came from an exchange, nor takes back what is its own', async () => {
    const { body } = await (await facade(taking)).get(`${base}/getAll`).expect(200);
    expect(body.allReferences).toEqual([]);
    // The giver polls a service that passes on the giver's own vacancies, under the giver's name.
    const itself = { name: 'A loop', address: `${await giving.app.getUrl()}${base}` };
    const { body: loop } = await giver.post('/v1/exchange-sources', itself).expect(201);
    const before = await vacanciesOf(giving);
    await giver.post(`/v1/exchange-sources/${loop.id}/poll`).expect(202);
    const deadline = Date.now() + 60_000;
    let state = loop as { lastSuccessAt: string | null; arrivals: Record<string, number> };
    while (state.lastSuccessAt === null && Date.now() < deadline) {
      await sleep(50);
      state = (await giver.get(`/v1/exchange-sources/${loop.id}`)).body as typeof state;
    }
    expect(state.arrivals).toMatchObject({ stored: 0, own: before.length });
    expect(await vacanciesOf(giving)).toEqual(before);
  });

  it('knows a source by its address, however that is written', async () => {
    const { body: seen } = await taker.get(`/v1/exchange-sources/${source}`).expect(200);
    const address = seen.address as string;
    for (const known of [`${address}/`, address.replace('http', 'HTTP')]) {
      const { body } = await taker.post('/v1/exchange-sources', { name: 'Again', address: known }).expect(409);
      expect(body.code).toBe('exchange-source-known');
    }
    for (const wrong of [`${address}?key=1`, `${address}#a`, `${address}/getAll`])
      await taker.post('/v1/exchange-sources', { name: 'Wrong', address: wrong }).expect(400);
    const { body: other } = await taker.post('/v1/exchange-sources', { name: 'Other', address: `${address}/2` }).expect(201);
    await taker.put(`/v1/exchange-sources/${other.id}`, { name: 'Other', address }, 1).expect(409);
    await taker.put(`/v1/exchange-sources/${other.id}`, { name: 'Named anew', address: `${address}/2` }, 1).expect(200);
  }); // prettier-ignore

  it('shows a source only to its ministry and to the monitor, who may pause it', async () => {
    const other = await taking.caller('ministry', 'DE');
    await other.get(`/v1/exchange-sources/${source}`).expect(404);
    expect((await other.get('/v1/exchange-sources').expect(200)).body.items).toEqual([]);
    await (await taking.caller('agency', 'MA')).get('/v1/exchange-sources').expect(403);
    const monitor = await taking.caller('monitor');
    const { body: seen } = await monitor.get(`/v1/exchange-sources/${source}`).expect(200);
    const path = `/v1/exchange-sources/${source}/paused`;
    const { body } = await monitor.put(path, { paused: true }, seen.version).expect(200);
    expect(body.health).toBe('paused');
    await monitor.put(path, { paused: false }, seen.version).expect(412);
  });

  it('refuses CVs by design, whatever is asked and however', async () => {
    const http = await facade(giving);
    for (const asked of [http.get('/input/api/cv/v1.0/getAll'), http.post('/input/api/cv/v0.1/getDetails').send(['a'])]) {
      const refused = await asked.expect(451);
      expect([refused.type, refused.body.code]).toEqual(['application/problem+json', 'cvs-never-offered']);
    }
  }); // prettier-ignore

  it('explains what it cannot read', async () => {
    const http = await facade(giving);
    const bad = await http.get(`${base}/getChanges/yesterday`).expect(400);
    expect(bad.body.code).toBe('not-a-moment');
    const many = await http.post(`${base}/getDetails`).send(Array.from({ length: 501 }, () => 'x'));
    expect([many.status, many.body.code]).toEqual([400, 'references-malformed']);
    await http.post(`${base}/getDetails`).send({ a: 1 }).expect(400);
  });
});
