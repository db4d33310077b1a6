import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CandidateDto } from '../../../src/candidates/candidates.dto.ts';
import { ComparePeople } from '../../../src/candidates/duplicates/compare-people.ts';
import { CandidateDuplicatesWorker } from '../../../src/candidates/duplicates/duplicates.worker.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { lockComparing } from '../../../src/platform/duplicates/block-keys.queries.ts';
import { aCandidate } from '../../support/worlds/builders.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { someoneWaits } from '../../support/application/someone-waits.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const imports = '/v1/candidates/imports';

describe('an import during the comparison of another', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });

  afterAll(() => test.stop());

  async function importEnds(by: Caller, people: CandidateDto[]): Promise<string> {
    const { body } = await by.post(imports, people).expect(202);
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const { body: seen } = await by.get(`${imports}/${body.id}`).expect(200);
      if (seen.finishedAt !== null) return String(seen.status);
      await sleep(25);
    }
    throw new Error('The import did not end within 10 seconds.');
  }

  it('finishes before that comparison does, and is compared with the other import afterwards', async () => {
    const [first, second] = [await test.caller('agency', 'MA'), await test.caller('agency', 'MA')];
    const authority = await test.caller('partner-authority', 'MA');
    const [person, twice] = [aCandidate({ phone: '+212600000001' }), aCandidate()];
    await test.database.as(SYSTEM, async (sql) => {
      // As long as this transaction lasts, the comparison of the first import is in progress.
      await lockComparing(sql, 'candidate');
      expect(await importEnds(first, [person])).toBe('finished');
      await someoneWaits(test.database);
      expect(await importEnds(second, [{ ...person, reference: twice.reference }])).toBe(
        'finished',
      );
    });
    await test.settle();
    const { body } = await authority.get('/v1/candidates/duplicates').expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('prevails if it changes a person whom the comparison has already read', async () => {
    const agency = await test.caller('agency', 'MA');
    const person = aCandidate();
    await importFile(test, agency, JSON.stringify([person]));
    const { body } = await agency.get('/v1/candidates').expect(200);
    const { id } = body.items[0];
    const people = test.app.get(ComparePeople);
    const compare = () => test.database.as(SYSTEM, (sql) => people.compare(sql, [id]));
    const { older } = await test.database.as(SYSTEM, async (sql) => {
      await lockComparing(sql, 'candidate');
      const older = compare();
      await someoneWaits(test.database);
      await sql.query(`UPDATE candidate SET birth_on = '1970-01-01' WHERE id = $1`, [id]);
      await people.compare(sql, [id]);
      return { older };
    });
    await older;
    const left = await keysOf(id);
    await compare();
    expect(left).toEqual(await keysOf(id));
  });

  const keysOf = (id: string): Promise<unknown[]> =>
    test.database.as(SYSTEM, (sql) =>
      sql.query('SELECT key FROM candidate_block WHERE candidate_id = $1 ORDER BY key', [id]),
    );

  it('leaves out nobody of the earlier import if it takes some of its people over', async () => {
    const agency = await test.caller('agency', 'MA');
    const people = Array.from({ length: 270 }, (_, at) => ({
      reference: `R-${at}`,
      givenName: 'Salma',
      familyName: `Amrani ${at}`,
      nationalities: ['MA'],
    }));
    const earlier = await importFile(test, agency, JSON.stringify(people));
    const compared = new Set<string>();
    const compare = async (_: unknown, ids: readonly string[]): Promise<void> => {
      for (const id of ids) compared.add(id);
    };
    const worker = new CandidateDuplicatesWorker(test.database, { compare } as never);
    const done = new Set<string>();
    let left = 1;
    const all = worker.all(
      { importId: earlier.id },
      {
        once: async (step, work) => {
          if (left === 0) throw new Error('killed');
          left -= 1;
          await test.database.as(SYSTEM, work);
          done.add(step);
          return true;
        },
        isDone: async (step) => done.has(step),
      },
    );
    await expect(all).rejects.toThrow('killed');
    const taken = people.slice(0, 30).map((person) => ({ ...person, phone: '+212600000002' }));
    await importFile(test, agency, JSON.stringify(taken));
    await worker.all(
      { importId: earlier.id },
      {
        once: async (step, work) => {
          if (!done.has(step)) await test.database.as(SYSTEM, work);
          return !done.has(step);
        },
        isDone: async (step) => done.has(step),
      },
    );
    expect(compared.size).toBe(270);
  });
});
