import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { SYSTEM } from '../database/tenant.ts';
import type { JobSteps } from '../queue/handles-job.ts';
import { NotYet } from '../queue/not-yet.ts';
import { FileImport, type ImportStatus } from './file-import.entity.ts';
import { forgetChunks, lockImport } from './file-import.queries.ts';
import type { ImportBatch, ImportFailure } from './import-batch.ts';
import { ImportCancelled, ImportPass } from './import-pass.ts';
import type { Importer, ImportMode } from './importer.ts';
import { isBehindAnother } from './import-order.queries.ts';

interface End {
  status: ImportStatus;
  failure: ImportFailure | null;
}

/**
 * Reads an uploaded file in batches, each a step of its own. A worker that takes over after a crash
 * reads the file from its start and skips the steps that are done, so that the result is the same as
 * without one (guarantee G10).
 */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run<B extends ImportBatch>(
    importId: string,
    steps: JobSteps,
    importer: Importer<B>,
  ): Promise<void> {
    const begun = await this.begin(importId);
    if (begun === null) return;
    const end = await this.readAsChosen(begun, steps, importer);
    await steps.once('end', async (sql) => {
      const { status, failure } = await heardOf(sql, importId, end);
      await sql.query(
        `UPDATE file_import
            SET status = $2, failure = $3, finished_at = $4,
                bytes_read = CASE WHEN $2 = 'cancelled' THEN bytes_read ELSE bytes END
          WHERE id = $1`,
        [importId, status, failure, this.clock.now()],
      );
      if (begun.allOrNothing && status === 'cancelled') await importer.takeBack(sql, importId);
      if (status === 'checked') return;
      await forgetChunks(sql, importId);
      if (!begun.dryRun) await importer.arrived(sql, importId);
    });
  }

  private async begin(importId: string): Promise<FileImport | null> {
    return this.database.as(SYSTEM, async (sql) => {
      if (await isBehindAnother(sql, importId)) throw new NotYet();
      await sql.query(
        `UPDATE file_import
            SET status = 'running', started_at = COALESCE(started_at, $2)
          WHERE id = $1 AND status = 'waiting'`,
        [importId, this.clock.now()],
      );
      return sql.findOneBy(FileImport, { id: importId, status: 'running' });
    });
  }

  /** All or nothing is tried first, and written only when nothing was rejected. */
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
    const tried = await pass('check');
    if (tried.status !== 'finished') return tried;
    const rejected = await this.rejectedOf(found.id);
    if (rejected > 0) {
      const message = `${rejected} rows were rejected, so that nothing was taken in.`;
      return {
        status: 'failed',
        failure: { code: 'rows-rejected', message, about: `${rejected}` },
      };
    }
    await steps.once('tried', async (sql) => {
      await sql.query(
        `UPDATE file_import SET read = 0, created = 0, updated = 0, unchanged = 0, passed_over = 0,
                bytes_read = 0
          WHERE id = $1`,
        [found.id],
      );
    });
    return pass('rewrite');
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
      if (error instanceof ImportCancelled) return { status: 'cancelled', failure: null };
      throw error;
    }
  }

  private async rejectedOf(importId: string): Promise<number> {
    const { rejected } = await this.database.as(SYSTEM, (sql) =>
      sql.findOneByOrFail(FileImport, { id: importId }),
    );
    return rejected;
  }
}

/** Who was told that it stops finds it stopped, however late they said so; the row is locked, so that nobody says it now. */
async function heardOf(sql: EntityManager, importId: string, end: End): Promise<End> {
  const { cancelAskedAt } = await lockImport(sql, { id: importId });
  const isStopped = cancelAskedAt !== null && end.status !== 'failed';
  return isStopped ? { status: 'cancelled', failure: null } : end;
}
