import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import type { Arrival } from '../../../src/vacancies/exchange/taking/exchange-sources.dto.ts';
import { FakeSource } from '../../support/exchange/fake-source.ts';
import { type Health, SourceKeeper } from '../../support/exchange/source-keeper.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { connectAsOwner } from '../../support/application/connect-as-owner.ts';

const MINUTE = 60_000;

/**
 * Refuses a vacancy whose title is `SQLSTATE` and a code, with that code; with `once`, only the
 * first time.
 */
const refusing = `
  CREATE SEQUENCE refused;
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    IF NEW.title = 'SQLSTATE killed' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
    IF NEW.title LIKE '% once' AND nextval('refused') > 1 THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'refused by a test' USING ERRCODE = substr(NEW.title, 10, 5);
  END $$;
  CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON vacancy
    FOR EACH ROW WHEN (NEW.title LIKE 'SQLSTATE %') EXECUTE FUNCTION refuse()`;

describe('a service of the exchange that sends what cannot be stored', () => {
  let test: TestApp;
  let ministry: Caller;
  let keeper: SourceKeeper;
  let owner: pg.Client;
  let fake: FakeSource;
  let source: string;
  let begun = 0;
  let now = 0;

  beforeAll(async () => {
    test = await startApp();
    ministry = await test.caller('ministry', 'ES');
    keeper = new SourceKeeper(test, ministry);
    owner = await connectAsOwner(test);
    await owner.query(refusing);
    await owner.query(`ALTER TABLE vacancy ADD CONSTRAINT no_witches CHECK (title <> 'Bruja')`);
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await test.stop();
  });

  beforeEach(async () => {
    begun += 1;
    now = test.clock.now().getTime() - 10 * MINUTE;
    fake = new FakeSource();
    source = await keeper.add(`Service ${begun}`, await fake.start());
  });
  afterEach(() => {
    fake.stop();
  });

  /** Makes a reference for this test alone, because documents are known by their number. */
  const named = (name: string | number): string => `T${begun}-${String(name).padStart(3, '0')}`;
  const known = (): Promise<Record<string, string>> => keeper.known(`T${begun}-`);
  const openMany = (count: number): void => {
    for (let at = 0; at < count; at += 1) fake.open(named(at), now);
  };
  const poll = (): Promise<Health> => keeper.poll(source);
  const rejected = async (): Promise<Arrival[]> => {
    const { body } = await ministry.get(`/v1/exchange-sources/${source}/arrivals`).expect(200);
    return body.items as Arrival[];
  };
  /**
   * Returns how many of this test's vacancies are stored, how many of them in version 1, and how
   * often matching was told of arrivals and of ends.
   */
  const counts = async (): Promise<Record<string, number>> => {
    const [found] = await test.database.as(SYSTEM, (sql) =>
      sql.query<Record<string, number>[]>(
        `WITH mine AS (SELECT id, version FROM vacancy WHERE source_id LIKE $1)
         SELECT (SELECT count(*)::int FROM mine) AS vacancies,
                (SELECT count(*)::int FROM mine WHERE version = 1) AS once,
                (SELECT count(*)::int FROM outbox, jsonb_array_elements_text(payload->'vacancyIds') AS told
                  WHERE job = 'vacancies.arrived' AND told::uuid IN (SELECT id FROM mine)) AS told,
                (SELECT count(*)::int FROM outbox
                  WHERE job = 'vacancy.withdrawn' AND (payload->>'vacancyId')::uuid IN (SELECT id FROM mine)) AS ended`,
        [`T${begun}-%`],
      ),
    );
    return found ?? {};
  }; // prettier-ignore

  it('has it set aside with the reason, and all other vacancies taken in once', async () => {
    openMany(250);
    fake.open(named(7), now, { title: 'SQLSTATE 54000' });
    fake.open(named(199), now, { title: 'Bruja' });
    const { health, failures, arrivals, lastError } = await poll();
    expect([health, failures]).toEqual(['well', 0]);
    expect(arrivals).toMatchObject({ stored: 248, rejected: 2, waiting: 0 });
    const all = `/v1/exchange-sources/${source}/arrivals`;
    const { body: first, headers } = await ministry.get(`${all}?limit=1`).expect(200);
    expect(first).toMatchObject({ items: [{ reference: named(7) }], nextCursor: named(7) });
    expect(headers['link']).toContain(`cursor=${named(7)}`);
    const { body: last } = await ministry.get(`${all}?limit=1&cursor=${named(7)}`).expect(200);
    expect(last).toMatchObject({ items: [{ reference: named(199) }], nextCursor: null });
    expect(lastError).toContain(`Vacancies that could not be stored: 2. The first: ${named(7)}: `);
    expect(await counts()).toEqual({ vacancies: 248, once: 248, told: 248, ended: 0 });
    expect(await rejected()).toEqual([
      refusedFor(named(7), 'refused by a test'),
      refusedFor(named(199), 'violates check constraint "no_witches"'),
    ]);
  });

  it('has it told which id or reference is too long, and all other vacancies taken in', async () => {
    for (const [name, length] of [
      ['a', 201],
      ['b', 200],
    ] as const)
      fake.open(named(name), now, { document: named(name).padEnd(length, '-') });
    fake.open('R'.repeat(201), now);
    const { health, lastError, arrivals } = await poll();
    expect([health, arrivals['stored'], arrivals['rejected']]).toEqual(['well', 1, 1]);
    expect(lastError).toContain('"reference" is no text of 1 to 200 letters: "RRR');
    const where = { code: 'id-too-long', path: 'PositionOpening/DocumentID' };
    expect(await rejected()).toMatchObject([{ reference: named('a'), findings: [where] }]);
    fake.open(named('a'), now + MINUTE, { document: named('a') });
    expect((await poll()).arrivals).toMatchObject({ stored: 2, rejected: 0 });
  });

  it('has it taken in when it is changed, and not asked for again before', async () => {
    fake.open(named('a'), now, { title: 'Bruja' });
    fake.open(named('b'), now);
    await poll();
    const asked = fake.asked.length;
    expect(await poll()).toMatchObject({ health: 'well', lastError: null, arrivals: { rejected: 1 } });
    expect(fake.asked.slice(asked)).not.toContain('getDetails');
    fake.open(named('a'), now + MINUTE, { title: 'Matrona' });
    expect((await poll()).arrivals).toMatchObject({ stored: 2, rejected: 0 });
    expect(await rejected()).toEqual([]);

    fake.open(named('a'), now + 2 * MINUTE, { title: 'Bruja' });
    fake.open(named('b'), now + 2 * MINUTE, { title: 'Enfermero' });
    expect((await poll()).arrivals).toMatchObject({ stored: 1, rejected: 1 });
    expect(await known()).toEqual({ [named('a')]: 'Matrona', [named('b')]: 'Enfermero' });
    fake.close(named('a'), now + 3 * MINUTE);
    expect((await poll()).arrivals).toMatchObject({ closed: 1, rejected: 0 });
    expect(await known()).toEqual({ [named('a')]: 'withdrawn', [named('b')]: 'Enfermero' });
  }); // prettier-ignore

  it('has it wait until another vacancy is stored beside it, since the fault may be ours until then', async () => {
    for (let at = 0; at < 3; at += 1) fake.open(named(at), now, { title: 'Bruja' });
    const { health, arrivals, lastError } = await poll();
    expect([health, arrivals['rejected'], arrivals['waiting']]).toEqual(['well', 0, 3]);
    expect(lastError).toContain(`Vacancies that could not be stored: 3. The first: ${named(0)}: `);
    fake.close(named('closed'), now);
    expect((await poll()).arrivals).toMatchObject({ closed: 1, rejected: 0, waiting: 3 });
    fake.open(named('good'), now);
    expect((await poll()).arrivals).toMatchObject({ stored: 1, rejected: 3, waiting: 0 });
  });

  it('has nothing set aside if batches are small after failed requests', async () => {
    for (let at = 0; at < 30; at += 1) fake.open(named(at), now, { title: 'Bruja' });
    fake.hook = (response, path, body) => {
      const isTooMany = path === 'getDetails' && (JSON.parse(body) as string[]).length > 4;
      if (isTooMany) response.writeHead(400).end();
      return isTooMany;
    };
    const { health, arrivals } = await poll();
    expect([health, arrivals['rejected'], arrivals['waiting']]).toEqual(['failing', 0, 30]);
    expect(fake.asked.filter((path) => path === 'getDetails').length).toBeLessThan(15);
  });

  // Serialization, a deadlock, a full disk, a shutdown, a lock, rights, a fault of ours, a lost
  // connection.
  it.each(['40001', '40P01', '53100', '57P01', '55P03', '42501', 'XX000', 'killed'])(
    'has nothing set aside for an error that is no fault of a vacancy: %s',
    async (code) => {
      openMany(5);
      fake.open(named(3), now, { title: `SQLSTATE ${code}` });
      const { health, lastError, arrivals } = await poll();
      expect([health, arrivals['waiting'], arrivals['rejected']]).toEqual(['failing', 5, 0]);
      expect(lastError).toBe(
        'The answer could not be stored because of a fault on our side. The operator finds the reason in the log.',
      );
      fake.open(named(3), now);
      expect((await poll()).arrivals).toMatchObject({ stored: 5, waiting: 0, rejected: 0 });
      expect(await counts()).toEqual({ vacancies: 5, once: 5, told: 5, ended: 0 });
    },
  );

  it('has nothing set aside for what another transaction stored at the same moment', async () => {
    fake.open(named('a'), now, { title: 'SQLSTATE 23505 once' });
    expect(await poll()).toMatchObject({ lastError: null, arrivals: { stored: 1, rejected: 0 } });
  });

  it('closes nothing that it gives under another reference, wherever a batch is halved', async () => {
    fake.open(named('a'), now, { document: named('one') });
    await poll();
    fake.close(named('a'), now + MINUTE);
    fake.open(named('b'), now + MINUTE, { title: 'Bruja' });
    fake.open(named('c'), now + MINUTE, { document: named('one') });
    expect((await poll()).arrivals).toMatchObject({ closed: 1, waiting: 1, stored: 1 });
    expect(await known()).toEqual({ [named('one')]: 'Enfermera' });
    expect(await counts()).toEqual({ vacancies: 1, once: 1, told: 1, ended: 0 });
  });

  it('has others taken in behind many that cannot be stored', async () => {
    for (let at = 0; at < 120; at += 1) fake.open(named(at), now, { title: 'Bruja' });
    for (let at = 120; at < 130; at += 1) fake.open(named(at), now);
    expect(await poll()).toMatchObject({ health: 'failing', arrivals: { stored: 0, rejected: 0 } });
    expect((await poll()).arrivals).toMatchObject({ stored: 10 });
  });

  it('has nothing set aside if none of many can be stored, which is more likely our fault', async () => {
    for (let at = 0; at < 30; at += 1) fake.open(named(at), now, { title: 'Bruja' });
    const { health, arrivals } = await poll();
    expect([health, arrivals['rejected'], arrivals['waiting']]).toEqual(['failing', 0, 30]);
    await owner.query('ALTER TABLE vacancy DROP CONSTRAINT no_witches');
    expect((await poll()).arrivals).toMatchObject({ stored: 30, rejected: 0, waiting: 0 });
  });

  const refusedFor = (reference: string, reason: string): object =>
    expect.objectContaining({
      reference,
      outcome: 'rejected',
      vacancyId: null,
      findings: [
        expect.objectContaining({
          severity: 'reject',
          code: 'not-storable',
          path: 'content',
          value: expect.stringContaining(reason),
        }),
      ],
    });
});
