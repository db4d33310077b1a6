import type { EntityManager } from 'typeorm';
import { lockComparing } from '../platform/duplicates/block-keys.queries.ts';
import { forgetFaults } from '../platform/imports/faults/forget-faults.queries.ts';
import { putJob } from '../platform/queue/outbox.ts';
import { haltDecisions } from '../vacancies/decisions-lock.queries.ts';
import { Candidate } from './candidate.entity.ts';

/**
 * Deletes a candidate, with the faults of earlier files and what was written about them in
 * placements. Consents and matches go at once; the index follows. Like an undo, it first waits for
 * running comparisons and match decisions, which lock the same rows in the opposite order.
 */
export async function eraseCandidate(
  sql: EntityManager,
  { id, organisationId, reference }: Pick<Candidate, 'id' | 'organisationId' | 'reference'>,
): Promise<void> {
  await lockComparing(sql, 'candidate');
  await haltDecisions(sql);
  await putJob(sql, 'candidate.changed', { candidateId: id });
  await sql.delete(Candidate, { id });
  await forgetFaults(sql, { organisationId, reference });
  await putJob(sql, 'candidate.erased', {});
}
