import { Injectable } from '@nestjs/common';
import type { Jobs } from '../../jobs.ts';
import { HandlesJob, type JobSteps } from '../../platform/queue/handles-job.ts';
import { compareVacancies } from './compare-vacancies.ts';

/** Few, since whoever takes vacancies back waits for them. */
const AT_ONCE = 100;

/** Looks for vacancies that are there twice, after whatever brings or changes them. */
@Injectable()
export class VacancyDuplicatesWorker {
  @HandlesJob('vacancies.uncompared', { inSteps: true, queue: 'comparisons' })
  async uncompared({ vacancyIds }: Jobs['vacancies.uncompared'], steps: JobSteps): Promise<void> {
    for (let at = 0; at < vacancyIds.length; at += AT_ONCE) {
      const some = vacancyIds.slice(at, at + AT_ONCE);
      await steps.once(`from-${at}`, (sql) => compareVacancies(sql, some));
    }
  }
}
