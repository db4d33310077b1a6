import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import type { FileImport } from '../../platform/imports/file-import.entity.ts';
import { queueOfImport } from '../../platform/imports/running/import-order.queries.ts';
import { ImportRunner } from '../../platform/imports/running/import-runner.service.ts';
import type { Importer, ImportMode, MergeCounts } from '../../platform/imports/running/importer.ts';
import { HandlesJob, type JobSteps } from '../../platform/queue/handles-job.ts';
import { announceVacancies } from '../storing/announce-vacancies.ts';
import { mergeVacancies, newsOf } from '../storing/merge-vacancies.ts';
import type { VacancyBatch } from './prepare-vacancies.ts';
import { importedVacancies } from './imported-vacancies.ts';
import { VacancyReading } from './vacancy-reading.service.ts';

/** Imports files of vacancies. */
@Injectable()
export class VacancyImportWorker implements Importer<VacancyBatch> {
  readonly rows = importedVacancies;

  constructor(
    private readonly runner: ImportRunner,
    readonly reading: VacancyReading,
  ) {}

  @HandlesJob('vacancy-import.uploaded', {
    inSteps: true,
    queue: queueOfImport,
    givenUp: 'givenUp',
  })
  async uploaded({ importId }: Jobs['vacancy-import.uploaded'], steps: JobSteps): Promise<void> {
    await this.runner.run(importId, steps, this);
  }

  async givenUp({ importId }: Jobs['vacancy-import.uploaded'], sql: EntityManager): Promise<void> {
    await this.runner.giveUp(sql, importId, this);
  }

  /** Stores a batch and announces its vacancies. */
  async merge(
    sql: EntityManager,
    { id, organisationId }: FileImport,
    mode: ImportMode,
    batch: VacancyBatch,
  ): Promise<MergeCounts> {
    const merged = await mergeVacancies(sql, { organisationId, importId: id }, batch);
    if (mode !== 'check') await announceVacancies(sql, newsOf(merged));
    const created = merged.created.length;
    const updated = merged.updated.length + merged.withdrawn.length;
    return { created, updated };
  }
}
