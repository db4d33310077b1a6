import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import request from 'supertest';
import type { Jobs } from '../../../src/jobs.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { ExchangeWorker } from '../../../src/vacancies/exchange/exchange.worker.ts';
import { aVacancy } from '../../support/worlds/builders.ts';
import { FakeSource } from '../../support/exchange/fake-source.ts';
import { someoneWaits } from '../../support/application/someone-waits.ts';
import { SourceKeeper } from '../../support/exchange/source-keeper.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('a ministry that polls sources with odd answers', () => {
  let test: TestApp;
  let ministry: Caller;
  let keeper: SourceKeeper;
  let now: number;

  beforeAll(async () => {
    test = await startApp();
    ministry = await test.caller('ministry', 'ES');
    keeper = new SourceKeeper(test, ministry);
    now = test.clock.now().getTime() - 10 * MINUTE;
  }, 60_000);

  afterAll(() => test.stop());

  const publish = async (title: string): Promise<string> => {
    const { body } = await ministry.post('/v1/vacancies', aVacancy({ title })).expect(201);
    return body.id as string;
  };
  const seen = async (id: string): Promise<Record<string, unknown>> => {
    const { body } = await ministry.get(`/v1/vacancies/${id}`).expect(200);
    return body as Record<string, unknown>;
  };
  const offered = async (id: string): Promise<string> => {
    const http = request(await test.app.getUrl());
    const { body } = await http.post('/input/api/jv/v0.1/getDetails').send([id]).expect(200);
    const details = body.details as Record<string, { status: string }>;
    return details[id]?.status ?? 'absent';
  };

  const idOf = async (document: string): Promise<string> => {
    const { body } = await ministry.get('/v1/vacancies?limit=100').expect(200);
    const all = body.items as { id: string; sourceId: string }[];
    return all.find(({ sourceId }) => sourceId === document)?.id ?? '';
  };

  /**
   * Catches the first request to the source and resolves to its response, which the test answers.
   */
  const firstAsked = (fake: FakeSource): Promise<ServerResponse> =>
    new Promise((resolve) => {
      fake.hook = (response) => {
        resolve(response);
        return true;
      };
    });

  it.each(['Active', 'Closed'])(
    'keeps its own vacancy safe from a source that claims to speak for it (%s)',
    async (status) => {
      const mine = await publish(`Mi oferta ${status}`);
      expect(await offered(mine)).toBe('ACTIVE');
      const fake = new FakeSource();
      const source = await keeper.add(`Hostile ${status}`, await fake.start());
      fake.open('H-1', now, { document: mine, agency: 'own', title: 'Robada', code: status });
      const { arrivals } = await keeper.poll(source);
      expect(arrivals).toMatchObject({ stored: 0, rejected: 1 });
      const path = `/v1/exchange-sources/${source}/arrivals`;
      const { body } = await ministry.get(path).expect(200);
      expect(body.items[0].findings).toMatchObject([{ code: 'agency-reserved' }]);
      fake.close('H-1', now + MINUTE);
      await keeper.poll(source);
      expect(await seen(mine)).toMatchObject({ title: `Mi oferta ${status}`, status: 'open' });
      expect(await offered(mine)).toBe('ACTIVE');
      fake.stop();
    },
  );

  it('closes what a reference gave before it came to give another document, and never offers it', async () => {
    const [fake, other] = [new FakeSource(), new FakeSource()];
    const source = await keeper.add('Renaming', await fake.start());
    const second = await keeper.add('Second', await other.start());
    for (const [reference, document] of [['R-1', 'DOC-1'], ['R-2', 'DOC-2']] as const)
      fake.open(reference, now, { document });
    other.open('S-2', now, { document: 'DOC-2' });
    await keeper.poll(source);
    await keeper.poll(second);
    for (const [reference, document] of [['R-1', 'DOC-3'], ['R-2', 'DOC-4']] as const)
      fake.open(reference, now + MINUTE, { document, title: 'Matrona' });
    await keeper.poll(source);
    // The second source still gives one of them.
    expect(await keeper.known('DOC-')).toEqual({
      'DOC-1': 'withdrawn', 'DOC-2': 'Enfermera',
      'DOC-3': 'Matrona', 'DOC-4': 'Matrona',
    });
    const id = await idOf('DOC-1');
    const key = { sourceAgency: 'ES-JOBS', sourceId: 'DOC-1' };
    await ministry.post('/v1/vacancies', aVacancy(key)).expect(200);
    expect([await seen(id), await offered(id)]).toMatchObject([{ status: 'open' }, 'absent']);
    fake.stop();
    other.stop();
  }); // prettier-ignore

  it('takes in a vacancy though another state entered one of the same name', async () => {
    const other = await test.caller('ministry', 'DE');
    const key = { sourceAgency: 'ES-JOBS', sourceId: 'TAKEN' };
    await other
      .post('/v1/vacancies', aVacancy({ ...key, locations: [{ country: 'DE' }] }))
      .expect(201);
    const fake = new FakeSource();
    const source = await keeper.add('Same name', await fake.start());
    fake.open('TAKEN', now);
    expect((await keeper.poll(source)).arrivals).toMatchObject({ stored: 1, own: 0 });
    fake.stop();
  });

  it('closes what a reference gave before it came to give what the ministry offers itself', async () => {
    const fake = new FakeSource();
    const source = await keeper.add('Turning', await fake.start());
    fake.open('T-1', now);
    await keeper.poll(source);
    await ministry.post('/v1/vacancies', aVacancy({ sourceAgency: 'ES-JOBS', sourceId: 'T-2', title: 'Mía' })).expect(201);
    fake.open('T-1', now + MINUTE, { document: 'T-2' });
    expect((await keeper.poll(source)).arrivals).toMatchObject({ own: 1 });
    expect(await keeper.known('T-')).toEqual({ 'T-1': 'withdrawn', 'T-2': 'Mía' });
    fake.stop();
  }); // prettier-ignore

  it('keeps a vacancy that one source closes at the moment another gives it', async () => {
    const [closing, giving] = [new FakeSource(), new FakeSource()];
    const one = await keeper.add('Closing', await closing.start());
    const other = await keeper.add('Giving', await giving.start());
    closing.open('RA', now, { document: 'RACE' });
    await keeper.poll(one);
    closing.close('RA', now + MINUTE);
    giving.open('RB', now + MINUTE, { document: 'RACE' });
    await test.database.as(SYSTEM, async (sql) => {
      await sql.query(`SELECT FROM vacancy WHERE source_id = 'RACE' FOR UPDATE`);
      await ministry.post(`/v1/exchange-sources/${other}/poll`).expect(202);
      await someoneWaits(test.database);
      await ministry.post(`/v1/exchange-sources/${one}/poll`).expect(202);
      await someoneWaits(test.database, 2);
    });
    await test.settle();
    expect(await keeper.known('RACE')).toEqual({ RACE: 'Enfermera' });
    closing.stop();
    giving.stop();
  });

  it('closes a vacancy that becomes unlawful, and takes it in again after an appeal', async () => {
    const fake = new FakeSource();
    const source = await keeper.add('Unlawful', await fake.start());
    fake.open('LAW-1', now);
    await keeper.poll(source);
    fake.open('LAW-1', now + MINUTE, { title: 'Se busca mujer joven' });
    expect((await keeper.poll(source)).arrivals).toMatchObject({ rejected: 1 });
    expect(await keeper.known('LAW-')).toEqual({ 'LAW-1': 'withdrawn' });
    const { body } = await ministry.get(`/v1/exchange-sources/${source}/arrivals`).expect(200);
    const found = body.items[0].findings as { code: string; value: string }[];
    for (const { code, value: phrase } of found) {
      const ground = code.replace('wish-on-', '');
      const appeal = { state: 'ES', phrase, ground, reason: 'A role in a film' };
      const { body: made } = await ministry.post('/v1/wording-appeals', appeal).expect(201);
      const decision = { status: 'accepted', decision: 'A genuine requirement' };
      await ministry.put(`/v1/wording-appeals/${made.id}/decision`, decision, made.version as number).expect(200);
    }
    expect((await keeper.health(source)).arrivals).toMatchObject({ rejected: 0, waiting: 1 });
    expect((await keeper.poll(source)).arrivals).toMatchObject({ stored: 1 });
    expect(await keeper.known('LAW-')).toEqual({ 'LAW-1': 'Se busca mujer joven' });
    fake.stop();
  }); // prettier-ignore

  it('is told of no failure at an address that was corrected in the meantime', async () => {
    const [bad, good] = [new FakeSource(), new FakeSource()];
    const held = firstAsked(bad);
    const source = await keeper.add('Moved', await bad.start());
    await ministry.post(`/v1/exchange-sources/${source}/poll`).expect(202);
    const response = await held;
    const { version } = await keeper.health(source);
    const right = { name: 'Moved', address: await good.start() };
    await ministry.put(`/v1/exchange-sources/${source}`, right, version).expect(200);
    response.writeHead(503, { 'retry-after': '18000' }).end();
    await test.settle();
    const { failures, lastError, nextPollAt } = await keeper.health(source);
    expect([failures, lastError]).toEqual([0, null]);
    expect(Date.parse(nextPollAt)).toBeLessThanOrEqual(test.clock.now().getTime());
    bad.stop();
    good.stop();
  });

  it('has everything asked for at once at a new address', async () => {
    const [old, next] = [new FakeSource(), new FakeSource()];
    const source = await keeper.add('Moving', await old.start());
    const { version } = await keeper.poll(source);
    const moved = { name: 'Moving', address: await next.start() };
    await ministry.put(`/v1/exchange-sources/${source}`, moved, version).expect(200);
    await keeper.poll(source);
    expect([old.asked, next.asked]).toEqual([['getAll'], ['getAll']]);
    for (const fake of [old, next]) fake.stop();
  });

  it('has a source polled once, however often it is found due during the poll', async () => {
    const fake = new FakeSource();
    const held = firstAsked(fake);
    await keeper.add('Slow', await fake.start());
    const watch = () =>
      test.database.as(SYSTEM, (sql) =>
        test.app.get(ExchangeWorker).watch({} as Jobs['exchange-sources.watched'], sql),
      );
    await watch();
    const response = await held;
    await watch();
    await watch();
    response.end('{"allReferences":[]}');
    await test.settle();
    expect(fake.asked).toEqual(['getAll']);
    fake.stop();
  });

  it('reads the changes if a source can no longer list everything', async () => {
    const fake = new FakeSource();
    const source = await keeper.add('No more', await fake.start());
    fake.open('F-1', now);
    await keeper.poll(source);
    test.clock.moveTo(new Date(test.clock.now().getTime() + DAY));
    fake.close('F-1', now + DAY);
    fake.open('F-2', now + DAY);
    fake.hook = (response, path) => {
      if (path !== 'getAll') return false;
      response.writeHead(500).end();
      return true;
    };
    const { health, lastError } = await keeper.poll(source);
    expect([health, lastError]).toEqual([
      'well',
      expect.stringContaining('getAll: HTTP status 500.'),
    ]);
    expect(await keeper.known('F-')).toEqual({ 'F-1': 'withdrawn', 'F-2': 'Enfermera' });
    fake.stop();
  });

  it('never ends what a source renumbers, and heeds tombstones though no details come', async () => {
    const fake = new FakeSource();
    const source = await keeper.add('Renumbering', await fake.start());
    const documents = Array.from({ length: 120 }, (_, at) => `N-${at}`);
    for (const document of documents) fake.open(`A ${document}`, now, { document });
    await keeper.poll(source);
    for (const document of documents) {
      fake.close(`A ${document}`, now + MINUTE);
      fake.open(`B ${document}`, now + MINUTE, { document });
    }
    await keeper.poll(source);
    const versions = await test.database.as(SYSTEM, (sql) =>
      sql.query(`SELECT DISTINCT status, version FROM vacancy WHERE source_id LIKE 'N-%'`),
    );
    expect(versions).toEqual([{ status: 'open', version: 1 }]);

    fake.close('B N-7', now + 2 * MINUTE);
    fake.open('B N-8', now + 2 * MINUTE, { title: 'Matrona' });
    fake.hook = (response, path) => {
      if (path === 'getDetails') response.writeHead(503, { 'retry-after': '7200' }).end();
      return path === 'getDetails';
    };
    expect((await keeper.poll(source)).health).toBe('failing');
    expect(await keeper.known('N-7')).toMatchObject({ 'N-7': 'withdrawn' });
    fake.stop();
  });
});
