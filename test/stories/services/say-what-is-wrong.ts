import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { FakeSource } from '../../support/exchange/fake-source.ts';
import { type Health, SourceKeeper } from '../../support/exchange/source-keeper.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

describe('a service of the exchange that is wrong about something', () => {
  let test: TestApp;
  let ministry: Caller;
  let keeper: SourceKeeper;
  let fake: FakeSource;
  let source: string;
  let address: string;
  let begun = 0;
  let now = 0;

  beforeAll(async () => {
    test = await startApp();
    ministry = await test.caller('ministry', 'ES');
    keeper = new SourceKeeper(test, ministry);
  }, 60_000);
  // The last test stops the application itself.

  beforeEach(async () => {
    begun += 1;
    now = test.clock.now().getTime() - 10 * MINUTE;
    fake = new FakeSource();
    address = await fake.start();
    source = await keeper.add(`Service ${begun}`, address);
  });
  afterEach(() => {
    fake.stop();
  });

  /** Makes a reference for this test alone, because documents are known by their number. */
  const named = (name: string): string => `T${begun}-${name}`;
  const health = (): Promise<Health> => keeper.health(source);
  const poll = (id = source): Promise<Health> => keeper.poll(id);
  const known = (): Promise<Record<string, string>> => keeper.known(named(''));

  it('hides nothing by a moment in the future, and is corrected once its clock is', async () => {
    fake.open(named('a'), now);
    fake.open(named('late'), now + 400 * DAY);
    expect((await poll()).lastError).toContain(`in the future: 1, such as ${named('late')}`);
    fake.open(named('a'), now + MINUTE, { title: 'Matrona' });
    fake.open(named('late'), now + 400 * DAY, { lastModificationTimestamp: now + MINUTE, title: 'Celadora' });
    await poll();
    expect(await known()).toEqual({ [named('a')]: 'Matrona', [named('late')]: 'Celadora' });
  }); // prettier-ignore

  it('hides nothing by the day on which an open vacancy is going to close', async () => {
    fake.open(named('a'), now, { closingTimestamp: now + 30 * DAY });
    await poll();
    fake.open(named('b'), now + MINUTE);
    expect(await poll()).toMatchObject({ arrivals: { stored: 2 }, lastError: null });
  });

  it('holds back none of its vacancies for entries that name no vacancy, and those are reported', async () => {
    for (const name of ['a', 'nul-\0', 'half-\ud800']) fake.open(named(name), now);
    const { health, arrivals, lastError } = await poll();
    expect([health, arrivals['stored']]).toEqual(['well', 1]);
    expect(lastError).toContain('Entries without a readable vacancy: 2');
  });

  it('is told by a code, in the language of its ministry, whatever its answer holds', async () => {
    fake.open(named('a'), now);
    fake.hook = (response) => {
      response.end('\0\ud800');
      return true;
    };
    expect(await poll()).toMatchObject({ health: 'failing', failures: 1 });
    fake.hook = (response, path) => {
      if (path === 'getDetails') response.end('{"details":\0}');
      return path === 'getDetails';
    };
    const { health, lastError } = await poll();
    expect([health, lastError]).toEqual(['well', expect.stringContaining('without details: 1')]);
    const inFrench = `/v1/exchange-sources/${source}?language=fr`;
    const { body } = await ministry.get(inFrench).expect(200);
    const said = expect.stringMatching(/^Offres d’emploi reçues sans détails : 1 \(getDetails/);
    expect(body.remarks).toEqual([{ code: 'details-failed', message: said }]);
    expect(body.lastError).toEqual(said);
  });

  it('holds back none of its vacancies for one whose details it cannot give', async () => {
    for (let at = 0; at < 30; at += 1) fake.open(named(String(at)), now);
    fake.hook = (response, path, body) => {
      const isBroken = path === 'getDetails' && body.includes(`"${named('7')}"`);
      if (isBroken) response.writeHead(500).end();
      return isBroken;
    };
    expect(await poll()).toMatchObject({
      health: 'well',
      arrivals: { stored: 29, waiting: 1 },
      lastError: 'Vacancies received without details: 1 (getDetails: HTTP status 500.).',
    });
  }, 60_000);

  it.each([
    ['1', 12],
    ['3600', 120],
  ])(
    'holds back none of its vacancies for one at which it asks for a pause of %s s',
    async (pause, count) => {
      for (let at = 0; at < count; at += 1) fake.open(named(String(at)), now);
      fake.hook = (response, path, body) => {
        const isBroken = path === 'getDetails' && body.includes(`"${named('7')}"`);
        if (isBroken) response.writeHead(503, { 'retry-after': pause }).end();
        return isBroken;
      };
      let stored: number | undefined = 0;
      for (let polls = 0; polls < 30 && stored !== count - 1; polls += 1)
        stored = (await poll()).arrivals['stored'];
      expect(stored).toBe(count - 1);
    },
    120_000,
  );

  it('counts as failing from one again after vacancies came, and is left alone as long as it asks', async () => {
    for (let at = 0; at < 120; at += 1) fake.open(named(String(at)), now);
    let requests = 0;
    fake.hook = (response, path) => {
      const isBusy = path !== 'getDetails' || (requests += 1) % 2 === 0;
      if (requests === 0 || !isBusy) return false;
      response.writeHead(503, { 'retry-after': '7200' }).end();
      return true;
    };
    const { failures, nextPollAt, arrivals } = await poll();
    expect([failures, arrivals['stored']]).toEqual([1, 100]);
    expect(Date.parse(nextPollAt) - test.clock.now().getTime()).toBe(120 * MINUTE);
  });

  it('is asked for everything if it has forgotten what changed', async () => {
    fake.open(named('a'), now);
    await poll();
    fake.open(named('b'), now);
    fake.hook = (response, path) => {
      const isForgotten = path.startsWith('getChanges');
      if (isForgotten) response.writeHead(410).end();
      return isForgotten;
    };
    expect(await poll()).toMatchObject({ health: 'well', arrivals: { stored: 2 } });
    expect(fake.asked.map((path) => path.split('/')[0])).toEqual(
      ['getAll', 'getDetails', 'getChanges', 'getAll', 'getDetails'],
    );
  }); // prettier-ignore

  it('closes a vacancy with any word for it', async () => {
    for (const name of ['a', 'b', 'c']) fake.open(named(name), now);
    await poll();
    for (const [name, status] of [['a', 'Closed'], ['b', 'SUSPENDED'], ['c', 'odd']] as const)
      fake.open(named(name), now + MINUTE, { status });
    expect((await poll()).lastError).toContain(`"status" of ${named('c')} is unknown: "odd"`);
    expect(Object.values(await known())).toEqual(['withdrawn', 'withdrawn', 'Enfermera']);
  }); // prettier-ignore

  it('closes no vacancy that it gives under another reference, or that another service gives', async () => {
    fake.open(named('a'), now, { document: named('one') });
    await poll();
    fake.close(named('a'), now + MINUTE);
    fake.open(named('b'), now + MINUTE, { document: named('one') });
    expect((await poll()).arrivals).toMatchObject({ closed: 1, stored: 1 });
    expect(await known()).toEqual({ [named('one')]: 'Enfermera' });

    const other = new FakeSource();
    const otherSource = await keeper.add('Another', await other.start());
    other.open(named('c'), now, { document: named('one') });
    await poll(otherSource);
    fake.close(named('b'), now + 2 * MINUTE);
    await poll();
    expect(await known()).toEqual({ [named('one')]: 'Enfermera' });
    other.close(named('c'), now + MINUTE);
    await poll(otherSource);
    other.stop();
    expect(await known()).toEqual({ [named('one')]: 'withdrawn' });
  });

  it('may close and reopen a vacancy within the day to which it rounds all moments', async () => {
    for (const status of ['ACTIVE', 'CLOSED', 'ACTIVE']) {
      fake.open(named('a'), now, { status });
      await poll();
      const isOpen = status === 'ACTIVE';
      expect(await known()).toEqual({ [named('a')]: isOpen ? 'Enfermera' : 'withdrawn' });
    }
    fake.open(named('a'), now, { status: 'CLOSED', closingTimestamp: now + 60 * MINUTE });
    await poll();
    test.clock.moveTo(new Date(now + 90 * MINUTE));
    fake.open(named('a'), now + 20 * MINUTE);
    await poll();
    expect(await known()).toEqual({ [named('a')]: 'Enfermera' });
  });

  it('loses what it does not name two days in a row, or most of it for a week, until it names it again', async () => {
    for (const name of ['a', 'b', 'c']) fake.open(named(name), now);
    await poll();
    const aDayLater = (): Promise<Health> => {
      test.clock.moveTo(new Date(test.clock.now().getTime() + DAY));
      return poll();
    };
    fake.forget(named('c'));
    expect((await aDayLater()).lastError).toContain('Vacancies no longer listed: 1');
    expect((await known())[named('c')]).toBe('Enfermera');
    await aDayLater();
    expect((await known())[named('c')]).toBe('withdrawn');
    fake.open(named('c'), now);
    await aDayLater();
    expect((await known())[named('c')]).toBe('Enfermera');

    fake.forget(named('a'));
    fake.forget(named('b'));
    for (let day = 0; day < 3; day += 1)
      expect((await aDayLater()).lastError).toContain('Vacancies no longer listed: 2 of 3');
    expect(Object.values(await known())).toEqual(['Enfermera', 'Enfermera', 'Enfermera']);
    for (let day = 3; day < 7; day += 1) await aDayLater();
    expect(Object.values(await known())).toEqual(['withdrawn', 'withdrawn', 'Enfermera']);
    expect((await aDayLater()).lastError).toBeNull();
  });

  it('writes nothing after its ministry has paused it, nor keeps a process from ending', async () => {
    fake.open(named('a'), now);
    let release = (): void => undefined;
    fake.hook = (response, path) => {
      const isSlow = path === 'getDetails';
      if (isSlow) release = () => response.end(JSON.stringify({ details: {} }));
      return isSlow;
    };
    await ministry.post(`/v1/exchange-sources/${source}/poll`).expect(202);
    while (!fake.asked.includes('getDetails')) await sleep(10);
    const path = `/v1/exchange-sources/${source}`;
    await ministry.put(`${path}/paused`, { paused: true }, (await health()).version).expect(200);
    release();
    await test.settle();
    expect(await health()).toMatchObject({ health: 'paused', failures: 0, lastError: null });
    const { body: refusal } = await ministry.post(`${path}/poll`).expect(409);
    expect(refusal.code).toBe('exchange-source-paused');
    const { version } = await health();
    const renamed = { name: 'Named anew', address };
    const { body: changed } = await ministry.put(path, renamed, version).expect(200);
    expect(changed).toMatchObject({ name: 'Named anew', health: 'paused' });

    await ministry.put(`${path}/paused`, { paused: false }, (await health()).version).expect(200);
    fake.asked.length = 0;
    await ministry.post(`${path}/poll`).expect(202);
    while (!fake.asked.includes('getDetails')) await sleep(10);
    const askedAt = performance.now();
    await test.stop();
    expect(performance.now() - askedAt).toBeLessThan(30_000);
  }, 60_000);
});
