import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import type { FileImport } from '../../platform/imports/file-import.entity.ts';
import { queueOfImport } from '../../platform/imports/running/import-order.queries.ts';
import { ImportRunner } from '../../platform/imports/running/import-runner.service.ts';
import type { Importer, ImportMode, MergeCounts } from '../../platform/imports/running/importer.ts';
import { HandlesJob, type JobSteps } from '../../platform/queue/handles-job.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { mergeCandidates } from '../merge-candidates.ts';
import { CandidateIndex } from '../search/indexing/candidate-index.ts';
import { CandidateReading } from './candidate-reading.service.ts';
import type { CandidateBatch } from './batch-lines.ts';
import { importedPeople } from './imported-people.ts';
import { withdrawnFaults } from './withdrawn-faults.ts';

/**
 * The number of candidates from which an import changes the tables enough to need new statistics.
 */
const WORTH_STATISTICS = 1_000;

/** Imports files of candidates. */
@Injectable()
export class CandidateImportWorker implements Importer<CandidateBatch> {
  readonly rows = importedPeople;

  constructor(
    private readonly runner: ImportRunner,
    readonly reading: CandidateReading,
    private readonly index: CandidateIndex,
  ) {}

  @HandlesJob('candidate-import.uploaded', {
    inSteps: true,
    queue: queueOfImport,
    givenUp: 'givenUp',
  })
  async uploaded({ importId }: Jobs['candidate-import.uploaded'], steps: JobSteps): Promise<void> {
    await this.runner.run(importId, steps, this);
  }

  async givenUp(
    { importId }: Jobs['candidate-import.uploaded'],
    sql: EntityManager,
  ): Promise<void> {
    await this.runner.giveUp(sql, importId, this);
  }

  /** Stores a batch. If two rows share a reference, the later one wins. */
  async merge(
    sql: EntityManager,
    { id, organisationId }: FileImport,
    mode: ImportMode,
    batch: CandidateBatch,
  ): Promise<MergeCounts> {
    const merged = await mergeCandidates(sql, { organisationId, importId: id }, batch);
    if (mode !== 'check') await this.index.take(sql, merged, batch.documents);
    const [created, updated] = [merged.created.length, merged.updated.length];
    const faults = withdrawnFaults(merged.withdrawn, batch.columns, {
      importId: id,
      organisationId,
    });
    return { created, updated, faults };
  }

  async arrived(sql: EntityManager, importId: string): Promise<void> {
    await sql.query(
      'SELECT analyse_people() FROM file_import WHERE id = $1 AND created + updated >= $2',
      [importId, WORTH_STATISTICS],
    );
    await putJob(sql, 'candidates.arrived', { importId });
    await putJob(sql, 'candidate-import.uncompared', { importId });
  }
}
