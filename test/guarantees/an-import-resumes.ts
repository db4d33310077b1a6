import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import { JobRunner, type OutboxJob } from '../../src/platform/queue/job-runner.ts';
import { figure } from '../support/figure.ts';
import { type Caller, startApp, type TestApp } from '../support/start-app.ts';

/** In the long run the file is large enough to be read in a thread of its own. */
const padding = 'x'.repeat(figure({ suite: 1, soak: 500 }));

/** People enough for several steps, with new ones, changed ones, doubles and wrong ones among them. */
const rows = Array.from({ length: 2_300 }, (_, at) => {
  const reference = `R-${at % 2_200}`;
  const nationality = at % 97 === 0 ? 'Atlantide' : 'MA';
  return `${reference};Alami;Hind ${at};${nationality};Infirmière;fr:B2;matching;all;ES;01/09/2026;${padding}`;
});
const csv = [
  'référence;nom;prénom;nationalité;métier;langues;consent_purposes;consent_sections;consent_countries;consent_given_on;remarques',
  ...rows,
].join('\n');

/** Guarantee G10. */
describe('an import that is killed', () => {
  let test: TestApp;
  let runner: JobRunner;
  let whole: unknown;
  let transactions = 0;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    runner = test.app.get(JobRunner);
    const agency = await test.caller('agency', 'MA');
    const job = await upload(agency);
    const count = countTransactions();
    await runner.run(job);
    transactions = count.stop();
    whole = await resultOf(agency);
  });

  afterAll(() => test.stop());

  async function upload(agency: Caller): Promise<OutboxJob> {
    await agency.post('/v1/candidates', { reference: 'R-1', nationalities: ['MA'] }).expect(201);
    const sent = agency.post('/v1/candidates/imports').set('Content-Type', 'text/csv');
    const { body } = await sent.send(csv).expect(202);
    const found = await test.database.as(SYSTEM, (sql) =>
      sql.query<OutboxJob[]>(
        `SELECT id, job, payload FROM outbox WHERE payload ->> 'importId' = $1`,
        [String(body.id)],
      ),
    );
    if (!found[0]) throw new Error('The upload left no word of itself.');
    return found[0];
  }

  /** Everything that an import leaves behind, but for the ids that are new each time. */
  async function resultOf({ organisationId }: Caller): Promise<unknown> {
    const query = async (statement: string): Promise<unknown[]> =>
      test.database.as(SYSTEM, (sql) => sql.query(statement, [organisationId]));
    return {
      counts: await query(
        `SELECT status, read, created, updated, unchanged, rejected, bytes_read, format
           FROM file_import WHERE organisation_id = $1`,
      ),
      people: await query(
        `SELECT reference, given_name, version, content_hash FROM candidate
          WHERE organisation_id = $1 ORDER BY reference`,
      ),
      consents: await query(
        `SELECT reference, purpose, given_on FROM consent JOIN candidate ON candidate.id = candidate_id
          WHERE consent.organisation_id = $1 ORDER BY reference`,
      ),
      errors: await query(
        `SELECT row, column_name, code, value FROM file_import_error
          WHERE organisation_id = $1 ORDER BY row, column_name, code`,
      ),
      before: await query(
        `SELECT person ->> 'reference' AS reference FROM candidate_import_before
          WHERE organisation_id = $1 ORDER BY 1`,
      ),
      indexed: await query(
        'SELECT count(*)::int AS people FROM candidate_index WHERE organisation_id = $1',
      ),
      left: await query(
        'SELECT count(*)::int AS chunks FROM file_import_chunk WHERE organisation_id = $1',
      ),
    };
  }

  function countTransactions(): { stop: () => number } {
    const database = test.app.get(Database);
    const answer = database.as.bind(database);
    let counted = 0;
    database.as = (tenant, inside) => {
      counted += 1;
      return answer(tenant, inside);
    };
    return {
      stop: () => {
        database.as = answer;
        return counted;
      },
    };
  }

  /** Lets the database answer `most` times, then nothing any more, as a killed worker. */
  async function killedAfter(most: number, work: () => Promise<void>): Promise<void> {
    const database = test.app.get(Database);
    const answer = database.as.bind(database);
    let left = most;
    database.as = async (tenant, inside) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return answer(tenant, async (sql) => {
        const result = await inside(sql);
        // At zero it dies with its work done and not committed.
        if (left === 0) throw new Error('killed');
        return result;
      });
    };
    try {
      await expect(work()).rejects.toThrow('killed');
    } finally {
      database.as = answer;
    }
  }

  it('resumes to the identical result, wherever it was killed', async () => {
    const offsets = figure({ suite: 4, soak: 20 });
    for (let offset = 1; offset <= offsets; offset += 1) {
      const agency = await test.caller('agency', 'MA');
      const job = await upload(agency);
      const most = Math.ceil((offset * transactions) / offsets);
      await killedAfter(most, () => runner.run(job));
      await runner.run(job);
      expect({ offset, result: await resultOf(agency) }).toEqual({ offset, result: whole });
      await runner.run(job);
      expect(await resultOf(agency)).toEqual(whole);
    }
  });
});
