import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../../jobs.ts';
import { HandlesJob } from '../../queue/handles-job.ts';

/** The number of days for which a retry gets the first response. */
const KEPT_DAYS = 7;

/** Deletes the stored responses that are too old. */
@Injectable()
export class KeptResponsesWorker {
  @HandlesJob('kept-responses.nightly', { every: 'night' })
  async nightly({ on }: Jobs['kept-responses.nightly'], sql: EntityManager): Promise<void> {
    await sql.query('DELETE FROM kept_response WHERE created_at < $1::date - $2::int', [
      on,
      KEPT_DAYS,
    ]);
  }
}
