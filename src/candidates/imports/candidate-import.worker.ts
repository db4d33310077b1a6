import { Injectable } from '@nestjs/common';
import type { Jobs } from '../../jobs.ts';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { HandlesJob, type JobSteps } from '../../platform/queue/handles-job.ts';
import { Outbox } from '../../platform/queue/outbox.ts';
import { Titles } from '../../reference/titles/titles.service.ts';
import { fileFailure } from '../formats/read-candidates.ts';
import { CandidateIndex } from '../search/indexing/candidate-index.ts';
import { CandidateImport, type ImportStatus } from './candidate-import.entity.ts';
import { ImportCancelled, ImportPass } from './import-pass.ts';
import { takeBack } from './undo-import.ts';

interface End {
  status: ImportStatus;
  failure: { code: string; message: string } | null;
}

/**
 * Reads an uploaded file in batches, each a step of its own. A worker that takes over after a crash
 * reads the file from its start and skips the steps that are done, so that the result is the same as
 * without one (guarantee G10).
 */
@Injectable()
export class CandidateImportWorker {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly index: CandidateIndex,
    private readonly titles: Titles,
  ) {}

  @HandlesJob('candidate-import.uploaded', { inSteps: true })
  async read({ importId }: Jobs['candidate-import.uploaded'], steps: JobSteps): Promise<void> {
    const begun = await this.begin(importId);
    if (begun === null) return;
    const end = await this.readAsChosen(begun, steps);
    await steps.once('end', async (sql) => {
      const [[row]] = await sql.query<[{ dry: boolean }[]]>(
        `UPDATE candidate_import
            SET status = $2, failure = $3, finished_at = now(), bytes_read = bytes
          WHERE id = $1 RETURNING status = 'checked' AS dry`,
        [importId, end.status, end.failure],
      );
      if (begun.allOrNothing && end.status === 'cancelled') await takeBack(sql, importId);
      if (row?.dry) return;
      await sql.query('DELETE FROM candidate_import_chunk WHERE import_id = $1', [importId]);
      if (!begun.dryRun) await this.outbox.put(sql, 'candidates.arrived', { importId });
    });
  }

  private async begin(importId: string): Promise<CandidateImport | null> {
    return this.database.as(SYSTEM, async (sql) => {
      await sql.query(
        `UPDATE candidate_import
            SET status = 'running', started_at = COALESCE(started_at, now())
          WHERE id = $1 AND status = 'waiting'`,
        [importId],
      );
      return sql.findOneBy(CandidateImport, { id: importId, status: 'running' });
    });
  }

  /** All or nothing is tried first, and written only when nobody was rejected. */
  private async readAsChosen(found: CandidateImport, steps: JobSteps): Promise<End> {
    const { dryRun, allOrNothing } = found;
    if (dryRun) {
      const end = await this.pass(found, steps, 'check');
      return end.status === 'finished' ? { ...end, status: 'checked' } : end;
    }
    if (!allOrNothing) return this.pass(found, steps, 'write');
    const tried = await this.pass(found, steps, 'check');
    if (tried.status !== 'finished') return tried;
    const rejected = await this.rejectedOf(found.id);
    if (rejected > 0) {
      const message = `${rejected} rows were rejected, so that nobody was taken in.`;
      return { status: 'failed', failure: { code: 'rows-rejected', message } };
    }
    await steps.once('tried', async (sql) => {
      await sql.query(
        `UPDATE candidate_import SET read = 0, created = 0, updated = 0, unchanged = 0, bytes_read = 0
          WHERE id = $1`,
        [found.id],
      );
    });
    return this.pass(found, steps, 'rewrite');
  }

  private async pass(
    { id, organisationId }: CandidateImport,
    steps: JobSteps,
    mode: 'check' | 'write' | 'rewrite',
  ): Promise<End> {
    const by = await this.database.as(SYSTEM, () => this.titles.wordReaders());
    const pass = new ImportPass(this.database, this.index, { id, organisationId, mode, by });
    return pass.run(steps).then(
      () => ({ status: 'finished', failure: null }),
      (error: unknown) => expectEnd(error),
    );
  }

  private async rejectedOf(importId: string): Promise<number> {
    const { rejected } = await this.database.as(SYSTEM, (sql) =>
      sql.findOneByOrFail(CandidateImport, { id: importId }),
    );
    return rejected;
  }
}

/** What is wrong with the file itself ends the import; anything else is tried again. */
function expectEnd(error: unknown): End {
  if (error instanceof ImportCancelled) return { status: 'cancelled', failure: null };
  const failure = fileFailure(error);
  if (failure === null) throw error;
  return { status: 'failed', failure };
}
