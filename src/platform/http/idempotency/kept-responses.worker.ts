import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../../jobs.ts';
import { HandlesJob } from '../../queue/handles-job.ts';

/** For how many days a retry gets the first answer. */
const KEPT_DAYS = 7;

/** Forgets the answers whose time is over. */
@Injectable()
export class KeptResponsesWorker {
  @HandlesJob('kept-responses.nightly')
  async nightly({ on }: Jobs['kept-responses.nightly'], sql: EntityManager): Promise<void> {
    await sql.query('DELETE FROM kept_response WHERE created_at < $1::date - $2::int', [
      on,
      KEPT_DAYS,
    ]);
  }
}
