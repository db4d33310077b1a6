import type { EntityManager } from 'typeorm';
import type { Placement, PlacementStatus } from '../placement.entity.ts';
import type { Stay } from './maximum-stay.ts';

interface Asked<Who> {
  candidateId: Who;
  state: string;
  /** Not counted: the placement that is being decided. */
  exceptId?: string;
}

/** Of one person; see staysOfPeople. */
export async function staysOf(sql: EntityManager, asked: Asked<string>): Promise<Stay[]> {
  const { candidateId } = asked;
  const stays = await staysOfPeople(sql, { ...asked, candidateId: [candidateId] });
  return stays.get(candidateId) ?? [];
}

/**
 * When people were, or will be, in a state: by their placements from acceptance on, and by the stays that
 * are on their record. Of each without overlaps, oldest first; whoever has none is left out.
 */
export async function staysOfPeople(
  sql: EntityManager,
  { candidateId: ids, state, exceptId }: Asked<readonly string[]>,
): Promise<ReadonlyMap<string, Stay[]>> {
  const rows = await sql.query<(Stay & { candidateId: string })[]>(
    `SELECT candidate_id AS "candidateId", starts_on::text AS "fromOn", GREATEST(ends_on, returned_on)::text AS "toOn"
       FROM placement
      WHERE candidate_id = ANY ($1) AND state = $2 AND id IS DISTINCT FROM $3::uuid
        AND status IN ('accepted', 'authorised', 'preparing', 'visa', 'entered', 'working', 'ended',
                       'returned')
     UNION ALL
     SELECT id, stay ->> 'fromOn', stay ->> 'toOn'
       FROM candidate, jsonb_array_elements(previous_stays) AS stay
      WHERE id = ANY ($1) AND stay ->> 'country' = $2 AND stay ->> 'toOn' IS NOT NULL`,
    [ids, state, exceptId ?? null],
  );
  const stays = new Map<string, Stay[]>();
  for (const { candidateId, ...stay } of rows) {
    stays.set(candidateId, [...(stays.get(candidateId) ?? []), stay]);
  }
  return new Map([...stays].map(([id, own]) => [id, merged(own)]));
}

function merged(stays: readonly Stay[]): Stay[] {
  const result: Stay[] = [];
  for (const stay of stays.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    const last = result.at(-1);
    if (last && stay.fromOn <= last.toOn) {
      last.toOn = stay.toOn > last.toOn ? stay.toOn : last.toOn;
    } else result.push({ ...stay });
  }
  return result;
}

/** Whether a verified return has earned the person re-entry: ahead of others, with fewer steps. */
export async function hasReturned(sql: EntityManager, candidateId: string): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    'SELECT 1 FROM verified_stay WHERE candidate_id = $1 LIMIT 1',
    [candidateId],
  );
  return rows.length > 0;
}

/** Whether the person is, or was, in the state on the same stay by another of its contracts. */
export async function isOnStay(
  sql: EntityManager,
  { id, campaignId }: Pick<Placement, 'id' | 'campaignId'>,
  statuses: readonly PlacementStatus[],
): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    'SELECT 1 FROM placement WHERE campaign_id = $1 AND id <> $2 AND status = ANY ($3) LIMIT 1',
    [campaignId, id, statuses],
  );
  return rows.length > 0;
}

/** When the permit was issued with which a person comes to a state; null without one. */
export async function lastVisaOn(
  sql: EntityManager,
  permit: Pick<Placement, 'candidateId' | 'state' | 'permitCategory'>,
): Promise<string | null> {
  const [row] = await sql.query<{ issuedOn: string | null }[]>(
    `SELECT max(happened_on)::text AS "issuedOn"
       FROM placement_event e JOIN placement p ON p.id = e.placement_id
      WHERE e.step = 'issue-visa' AND p.candidate_id = $1 AND p.state = $2
        AND p.permit_category = $3`,
    [permit.candidateId, permit.state, permit.permitCategory],
  );
  return row?.issuedOn ?? null;
}
