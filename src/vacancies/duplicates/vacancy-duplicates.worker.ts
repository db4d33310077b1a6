import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { HandlesJob } from '../../platform/queue/handles-job.ts';
import { compareVacancies } from './compare-vacancies.ts';

/** Looks for vacancies that are there twice, after whatever brings or changes them. */
@Injectable()
export class VacancyDuplicatesWorker {
  @HandlesJob('vacancies.uncompared')
  async uncompared(
    { vacancyIds }: Jobs['vacancies.uncompared'],
    sql: EntityManager,
  ): Promise<void> {
    await compareVacancies(sql, vacancyIds);
  }
}
