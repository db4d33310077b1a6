import { expect, jest } from '@jest/globals';
import { Database } from '../../../src/platform/database/database.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { ImportPass } from '../../../src/platform/imports/running/import-pass.ts';
import { JobRunner, type OutboxJob } from '../../../src/platform/queue/job-runner.ts';
import type { Caller, TestApp } from '../application/start-app.ts';

/** A file with records for each possible outcome, and everything it leaves behind. */
export interface KilledFile {
  path: string;
  contentType: string;
  content: string;
  /**
   * Queries by name, for rows in a fixed order and without ids, which are new each time; `$1` is
   * the organisation.
   */
  leaves: Readonly<Record<string, string>>;
}

/** What every import leaves behind. */
const ofAnyImport = {
  counts: `SELECT status, read, created, updated, unchanged, rejected, passed_over, bytes_read, format
             FROM file_import WHERE organisation_id = $1`,
  errors: `SELECT row, column_name, code, value FROM file_import_error
            WHERE organisation_id = $1 ORDER BY row, column_name, code`,
  chunks: 'SELECT count(*)::int AS left FROM file_import_chunk WHERE organisation_id = $1',
};

/** Runs imports whose worker is killed at any moment, and which another worker takes over. */
export class KilledImports {
  private readonly database: Database;
  private readonly runner: JobRunner;

  constructor(
    private readonly test: TestApp,
    private readonly file: KilledFile,
  ) {
    this.database = test.app.get(Database);
    this.runner = test.app.get(JobRunner);
    // Keeps the number of transactions independent of the machine's speed: a slow reading is
    // checked for cancellation more often.
    const waiting = ImportPass.prototype as unknown as {
      unlessCancelled: (of: unknown) => unknown;
    };
    jest.spyOn(waiting, 'unlessCancelled').mockImplementation((coming) => coming);
  }

  async upload(sender: Caller): Promise<OutboxJob> {
    const { path, contentType, content } = this.file;
    const sent = sender.post(path).set('Content-Type', contentType);
    const { body } = await sent.send(content).expect(202);
    const found = await this.test.database.as(SYSTEM, (sql) =>
      sql.query<OutboxJob[]>(
        `SELECT id, job, payload FROM outbox WHERE payload ->> 'importId' = $1`,
        [String(body.id)],
      ),
    );
    if (!found[0]) throw new Error('The upload left no word of itself.');
    return found[0];
  }

  /**
   * Runs the job to its end.
   * @returns how many transactions it took
   */
  async run(job: OutboxJob): Promise<number> {
    const answer = this.database.as.bind(this.database);
    let counted = 0;
    this.database.as = (tenant, inside) => {
      counted += 1;
      return answer(tenant, inside);
    };
    await this.runner.run(job).finally(() => (this.database.as = answer));
    return counted;
  }

  /** Lets the database answer `most` times and then no more, as for a killed worker. */
  async runAndKillAfter(most: number, job: OutboxJob): Promise<void> {
    const answer = this.database.as.bind(this.database);
    let left = most;
    this.database.as = async (tenant, inside) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return answer(tenant, async (sql) => {
        const result = await inside(sql);
        // At zero the worker dies with its work done but not committed.
        if (left === 0) throw new Error('killed');
        return result;
      });
    };
    try {
      await expect(this.runner.run(job)).rejects.toThrow('killed');
    } finally {
      this.database.as = answer;
    }
  }

  /** Returns everything that the organisation's imports left behind, by name. */
  async resultOf({ organisationId }: Caller): Promise<Record<string, unknown[]>> {
    const result: Record<string, unknown[]> = {};
    for (const [name, query] of Object.entries({ ...ofAnyImport, ...this.file.leaves }))
      result[name] = await this.test.database.as(SYSTEM, (sql) =>
        sql.query<unknown[]>(query, [organisationId]),
      );
    return result;
  }
}
