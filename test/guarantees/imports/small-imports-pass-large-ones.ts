import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { someoneWaits } from '../../support/application/someone-waits.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const imports = '/v1/candidates/imports';

describe('a small file sent during the import of a large one', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });

  afterAll(() => test.stop());

  /**
   * Returns a file with one candidate. JSON may hold blanks between its records, which make the
   * file large.
   */
  const named = (familyName: string, blanks = 0): string => {
    const person = { reference: 'R-1', familyName, nationalities: ['MA'] };
    return `[${JSON.stringify(person)}${' '.repeat(blanks)}]`;
  };

  const send = async (by: Caller, content: string | Buffer): Promise<string> => {
    const type = typeof content === 'string' ? 'application/json' : 'application/gzip';
    const sent = by.post(imports).set('Content-Type', type);
    return String((await sent.send(content).expect(202)).body.id);
  };

  const statusOf = async (by: Caller, id: string): Promise<string> =>
    String((await by.get(`${imports}/${id}`).expect(200)).body.status);

  const ends = async (by: Caller, id: string): Promise<void> => {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      if ((await statusOf(by, id)) === 'finished') return;
      await sleep(25);
    }
    throw new Error('The import did not end within 10 seconds.');
  };

  const nameOf = async (by: Caller): Promise<string> =>
    String((await by.get('/v1/candidates').expect(200)).body.items[0].familyName);

  /** Keeps the import of a large file of `by` running as long as `meanwhile` lasts. */
  async function besideALargeOne(by: Caller, meanwhile: () => Promise<void>): Promise<string> {
    await importFile(test, by, named('Alami'));
    return test.database.as(SYSTEM, async (sql) => {
      const lock = 'SELECT id FROM candidate WHERE organisation_id = $1 FOR UPDATE';
      await sql.query(lock, [by.organisationId]);
      const large = await send(by, named('Bennani', 1_100_000));
      await someoneWaits(test.database);
      await meanwhile();
      expect(await statusOf(by, large)).toBe('running');
      return large;
    });
  }

  it('finishes first if another agency sent it', async () => {
    const [one, other] = [await test.caller('agency', 'MA'), await test.caller('agency', 'MA')];
    const large = await besideALargeOne(one, async () => {
      await ends(other, await send(other, named('Chraibi')));
    });
    await ends(one, large);
  });

  it('comes after it if the same agency sent it, and wins; other agencies do not wait for it', async () => {
    const [one, other] = [await test.caller('agency', 'MA'), await test.caller('agency', 'MA')];
    const small: string[] = [];
    await besideALargeOne(one, async () => {
      for (const name of ['Daoudi', 'Ennaji', 'Fassi']) small.push(await send(one, named(name)));
      await ends(other, await send(other, named('Chraibi')));
      for (const id of small) expect(await statusOf(one, id)).toBe('waiting');
    });
    for (const id of small) await ends(one, id);
    expect(await nameOf(one)).toBe('Fassi');
    await test.settle();
  });

  it('finishes before files that are small only because they are packed', async () => {
    const [one, other] = [await test.caller('agency', 'MA'), await test.caller('agency', 'MA')];
    const third = await test.caller('agency', 'MA');
    const packed = gzipSync(named('Bennani', 300_000));
    expect(packed.length).toBeLessThan(10_000);
    const sent: [Caller, string][] = [];
    for (const by of [one, other]) await importFile(test, by, named('Alami'));
    await test.database.as(SYSTEM, async (sql) => {
      const lock = 'SELECT id FROM candidate WHERE organisation_id = ANY ($1) FOR UPDATE';
      await sql.query(lock, [[one.organisationId, other.organisationId]]);
      for (const by of [one, other]) sent.push([by, await send(by, packed)]);
      await someoneWaits(test.database);
      await ends(third, await send(third, named('Chraibi')));
    });
    for (const [by, id] of sent) await ends(by, id);
    await test.settle();
  });

  it('can be cancelled without waiting', async () => {
    const one = await test.caller('agency', 'MA');
    await besideALargeOne(one, async () => {
      const small = await send(one, named('Daoudi'));
      const { body } = await one.post(`${imports}/${small}/cancel`).expect(202);
      expect(body.status).toBe('cancelled');
    });
    await test.settle();
  });
});
