import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../jobs.ts';
import { HandlesJob } from '../platform/queue/handles-job.ts';
import type { Candidate } from './candidate.entity.ts';
import { eraseCandidate } from './erase-candidate.queries.ts';

/** Erased in one transaction: as many as hold up no comparison or decision for long. */
const AT_ONCE = 500;

/**
 * Erases once more whoever was erased and came back with a backup that is older than the erasure.
 */
@Injectable()
export class ErasuresWorker {
  @HandlesJob('erasures.watched', { every: 'five-minutes' })
  async watched(_: Jobs['erasures.watched'], sql: EntityManager): Promise<void> {
    const back = await sql.query<Pick<Candidate, 'id' | 'organisationId' | 'reference'>[]>(
      `SELECT id, candidate.organisation_id AS "organisationId", reference
         FROM erasure JOIN candidate ON id = candidate_id ORDER BY id LIMIT $1`,
      [AT_ONCE],
    );
    for (const person of back) await eraseCandidate(sql, person);
  }
}
