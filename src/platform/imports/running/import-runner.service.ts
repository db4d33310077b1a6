import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { SYSTEM } from '../../database/tenant.ts';
import type { JobSteps } from '../../queue/handles-job.ts';
import { NotYet } from '../../queue/not-yet.ts';
import { FileImport, type ImportStatus } from '../file-import.entity.ts';
import { forgetFile, lockImport } from '../file-import.queries.ts';
import type { ImportBatch, ImportFailure } from './import-batch.ts';
import { END, ImportCancelled, ImportPass } from './import-pass.ts';
import type { Importer, ImportMode } from './importer.ts';
import { isBehindAnother } from './import-order.queries.ts';
import { isAtRest } from '../import-view.ts';
import { takeBack } from '../undo/undo-import.ts';

interface End {
  status: ImportStatus;
  failure: ImportFailure | null;
  /** Whether the import ended before its file was read as far as possible. */
  isBrokenOff?: boolean;
}

const cancelled: End = { status: 'cancelled', failure: null, isBrokenOff: true };

const givenUp: End = {
  status: 'failed',
  failure: {
    code: 'import-given-up',
    message:
      'Something went wrong on our side, so the rest of this file is not stored. You can undo what was stored and send the file again.',
  },
  isBrokenOff: true,
};

/** The step after which an all-or-nothing import has been tried to its end and is written. */
const TRIED = 'tried';

/**
 * Reads an uploaded file in batches, each a step of its own. A worker that takes over after a crash
 * reads the file from its start and skips the finished steps. The result is therefore the same as
 * without a crash (guarantee G10).
 */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads the import and ends it; does nothing if it is ended already.
   * @throws NotYet if it has to wait for an earlier import of its organisation; any error that is
   * not the file's, so that the job is tried again
   */
  async run<B extends ImportBatch>(
    importId: string,
    steps: JobSteps,
    importer: Importer<B>,
  ): Promise<void> {
    const begun = await this.begin(importId, steps, importer);
    if (begun === null) return;
    const end = await this.readAsChosen(begun, steps, importer);
    await steps.once(END, async (sql) => {
      const found = await lockImport(sql, { id: importId });
      if (isAtRest(found)) return;
      const heard = heardOf(found, end);
      const isHalf = heard.status !== 'finished' && (await steps.isDone(TRIED));
      const kept = isHalf ? await takeBack(sql, importId, importer.rows) : 0;
      await this.end(sql, found, keeping(kept, heard));
      if (heard.status !== 'checked' && !found.dryRun) await importer.arrived?.(sql, importId);
    });
  }

  /**
   * Ends an import whose job has failed for good, in the transaction that records the failure. If
   * the rows of an all-or-nothing import cannot be taken back, which may fail too, they stay until
   * the sender undoes it.
   */
  async giveUp<B extends ImportBatch>(
    sql: EntityManager,
    importId: string,
    importer: Importer<B>,
  ): Promise<void> {
    const found = await lockImport(sql, { id: importId });
    if (isAtRest(found)) return;
    const isHalf = found.allOrNothing && !found.dryRun;
    const takenBack = (inner: EntityManager): Promise<number> =>
      takeBack(inner, importId, importer.rows);
    const kept = isHalf ? await sql.transaction(takenBack).catch(() => 0) : 0;
    await this.end(sql, found, keeping(kept, heardOf(found, givenUp)));
    if (!found.dryRun) await importer.arrived?.(sql, importId);
  }

  private async end(
    sql: EntityManager,
    { id }: FileImport,
    { status, failure, isBrokenOff = false }: End,
  ): Promise<void> {
    await sql.query(
      `UPDATE file_import
          SET status = $2, failure = $3, finished_at = $4,
              bytes_read = CASE WHEN $5 THEN bytes_read ELSE bytes END
        WHERE id = $1`,
      [id, status, failure, this.clock.now(), isBrokenOff],
    );
    if (status !== 'checked') await forgetFile(sql, id);
  }

  /**
   * Starts or resumes an import; returns null if this job has nothing to do. A job that ended its
   * import but was not marked as done comes again. If the import is waiting by then, it waits for
   * another job.
   */
  private async begin<B extends ImportBatch>(
    importId: string,
    steps: JobSteps,
    importer: Importer<B>,
  ): Promise<FileImport | null> {
    return this.database.as(SYSTEM, async (sql) => {
      if (await steps.isDone(END)) return null;
      if (await isBehindAnother(sql, importId)) throw new NotYet();
      await sql.query(
        `UPDATE file_import
            SET status = 'running', started_at = COALESCE(started_at, $2),
                pass_started_at = COALESCE(pass_started_at, $2)
          WHERE id = $1 AND status = 'waiting'`,
        [importId, this.clock.now()],
      );
      const found = await sql.findOneBy(FileImport, { id: importId, status: 'running' });
      return found && { ...found, basis: await this.basisOf(sql, found, importer) };
    });
  }

  /** Returns what the reading depends on. The first worker stores it; later ones use the same. */
  private async basisOf<B extends ImportBatch>(
    sql: EntityManager,
    found: FileImport,
    importer: Importer<B>,
  ): Promise<object> {
    const now = await importer.reading.basisOf(sql, found);
    const [[kept]] = await sql.query<[[{ basis: object }]]>(
      'UPDATE file_import SET basis = COALESCE(basis, $2) WHERE id = $1 RETURNING basis',
      [found.id, now],
    );
    return kept.basis;
  }

  /**
   * Reads the file in its mode. An all-or-nothing import is tried first, and written only if no row
   * was rejected.
   */
  private async readAsChosen<B extends ImportBatch>(
    found: FileImport,
    steps: JobSteps,
    importer: Importer<B>,
  ): Promise<End> {
    const pass = (mode: ImportMode): Promise<End> => this.pass(found, mode, steps, importer);
    if (found.dryRun) {
      const end = await pass('check');
      return end.status === 'finished' ? { ...end, status: 'checked' } : end;
    }
    if (!found.allOrNothing) return pass('write');
    const tried = await this.unlessRejected(found, await pass('check'));
    if (tried.status !== 'finished') return tried;
    await steps.once(TRIED, async (sql) => {
      await sql.query(
        `UPDATE file_import SET read = 0, created = 0, updated = 0, unchanged = 0, passed_over = 0,
                bytes_read = 0, pass_started_at = $2
          WHERE id = $1`,
        [found.id, this.clock.now()],
      );
    });
    // What the trial does not write, such as the search index, may still refuse a record.
    return this.unlessRejected(found, await pass('rewrite'));
  }

  private async pass<B extends ImportBatch>(
    found: FileImport,
    mode: ImportMode,
    steps: JobSteps,
    importer: Importer<B>,
  ): Promise<End> {
    try {
      const failure = await new ImportPass(this.database, importer, found, mode).run(steps);
      return { status: failure === null ? 'finished' : 'failed', failure };
    } catch (error) {
      if (error instanceof ImportCancelled) return cancelled;
      throw error;
    }
  }

  /** Returns the end of an all-or-nothing pass: as failed if any row was rejected. */
  private async unlessRejected({ id }: FileImport, end: End): Promise<End> {
    if (end.status !== 'finished') return end;
    const { rejected } = await this.database.as(SYSTEM, (sql) =>
      sql.findOneByOrFail(FileImport, { id }),
    );
    if (rejected === 0) return end;
    const message = `Nothing was stored, because the import is all or nothing. Rejected rows: ${rejected}.`;
    return {
      status: 'failed',
      failure: { code: 'rows-rejected', message, about: `${rejected}` },
    };
  }
}

/**
 * Returns how the import ends. If the sender has cancelled it, it ends as cancelled, however late
 * the request came. The row is locked, so that no request can come now.
 */
function heardOf({ cancelAskedAt }: FileImport, end: End): End {
  const isStopped = cancelAskedAt !== null && (end.status !== 'failed' || end === givenUp);
  return isStopped ? cancelled : end;
}

/**
 * Adds to `end` that `kept` records could not be taken back. The sender has to know that, whatever
 * the reason for the end.
 */
function keeping(kept: number, end: End): End {
  if (kept === 0) return end;
  const message = `The import was undone, but not entirely. Records kept because other data already depend on them, such as a job offer: ${kept}.`;
  return { ...end, failure: { code: 'taken-back-in-part', message, about: `${kept}` } };
}
