import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { HandlesJob, type JobSteps } from '../../platform/queue/handles-job.ts';
import { announceUncompared } from '../storing/announce-vacancies.ts';
import { lastDayOf } from '../open-vacancies.ts';
import { compareVacancies } from './compare-vacancies.ts';
import { partsOf } from '../../platform/lists/parts-of.ts';

/** Few, because taking an import back waits for them. */
const AT_ONCE = 100;

/** Looks for duplicate vacancies after they arrive or change. */
@Injectable()
export class VacancyDuplicatesWorker {
  constructor(private readonly clock: Clock) {}

  @HandlesJob('vacancies.uncompared', { inSteps: true, queue: 'comparisons' })
  async uncompared({ vacancyIds }: Jobs['vacancies.uncompared'], steps: JobSteps): Promise<void> {
    for (const { from, some } of partsOf(vacancyIds, AT_ONCE))
      await steps.once(`from-${from}`, (sql) => compareVacancies(sql, some, this.clock.today()));
  }

  /**
   * Removes vacancies past their last day from the pairs, with the keys by which they are found.
   */
  @HandlesJob('vacancies.nightly', { every: 'night' })
  async nightly({ on }: Jobs['vacancies.nightly'], sql: EntityManager): Promise<void> {
    const over = await sql.query<{ id: string }[]>(
      `SELECT id FROM vacancy AS v WHERE ${lastDayOf('v')} < $1::date
          AND EXISTS (SELECT FROM vacancy_block WHERE vacancy_id = v.id)`,
      [on],
    );
    await announceUncompared(
      sql,
      over.map(({ id }) => id),
    );
  }
}
