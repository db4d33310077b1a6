import type { EntityManager } from 'typeorm';
import { recordsOf } from '../../candidates/duplicates/same-person.queries.ts';
import { IS_BINDING } from '../circular/stay-history.queries.ts';
import type { Placement } from '../placement.entity.ts';
import { alreadyPlaced } from './steps.errors.ts';

/**
 * Checks, before a post is accepted, that no other record of the person has a placement for the
 * same time. For the same record, a constraint of the table does so. All placements of the person
 * are locked, in the order of ids.
 * @throws ProblemError 409 `person-already-placed`
 */
export async function assertOnePlace(
  sql: EntityManager,
  { id, candidateId, startsOn, endsOn }: Placement,
): Promise<void> {
  if (candidateId === null) return;
  const people = await recordsOf(sql, candidateId);
  await sql.query('SELECT 1 FROM placement WHERE candidate_id = ANY ($1) ORDER BY id FOR UPDATE', [
    people,
  ]);
  const placed = await sql.query<unknown[]>(
    `SELECT 1 FROM placement
      WHERE candidate_id = ANY ($1) AND candidate_id <> $2 AND id <> $3 AND ${IS_BINDING}
        AND daterange(starts_on, ends_on, '[]') && daterange($4, $5, '[]') LIMIT 1`,
    [people, candidateId, id, startsOn, endsOn],
  );
  if (placed.length > 0) throw alreadyPlaced();
}
