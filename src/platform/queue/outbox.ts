import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JobName, Jobs } from '../../jobs.ts';
import { newId } from '../database/new-id.ts';

/**
 * Where a change leaves word of itself, in its own transaction: either both are kept or neither,
 * whatever dies in between (the transactional outbox pattern). The relay hands it to the queue.
 */
@Injectable()
export class Outbox {
  /** `sql`: the transaction of the change. */
  async put<J extends JobName>(sql: EntityManager, job: J, payload: Jobs[J]): Promise<void> {
    await sql.query('INSERT INTO outbox (id, job, payload) VALUES ($1, $2, $3)', [
      newId(),
      job,
      payload,
    ]);
  }
}
