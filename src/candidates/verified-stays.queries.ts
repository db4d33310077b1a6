import type { EntityManager } from 'typeorm';
import type { Candidate } from './candidate.entity.ts';
import { SAME_PERSON } from './duplicates/same-person.queries.ts';
import type { PreviousStay } from './formats/candidate-draft.ts';

/** A stay that ended with a return verified by an organisation entitled to do so. */
export interface VerifiedStay {
  placementId: string;
  candidateId: string;
  /** The id of the agency. */
  organisationId: string;
  country: string;
  fromOn: string;
  toOn: string;
  returnedOn: string;
  /** The role of the organisation that verified the return. */
  issuer: string;
}

/** Records a verified stay. There is one per placement; recording it again changes nothing. */
export async function recordVerifiedStay(sql: EntityManager, stay: VerifiedStay): Promise<void> {
  await sql.query(
    `INSERT INTO verified_stay (placement_id, candidate_id, organisation_id, country, from_on, to_on,
                                returned_on, issuer)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      stay.placementId,
      stay.candidateId,
      stay.organisationId,
      stay.country,
      stay.fromOn,
      stay.toOn,
      stay.returnedOn,
      stay.issuer,
    ],
  );
}

/**
 * Returns the candidates with their verified stays, under any of their records, added to the stays
 * that their agency has sent.
 */
export async function withVerifiedStays(
  sql: EntityManager,
  candidates: readonly Candidate[],
): Promise<Candidate[]> {
  const rows = await sql.query<(PreviousStay & { id: string })[]>(
    `WITH RECURSIVE ${SAME_PERSON}
     SELECT asked AS id, country, from_on::text AS "fromOn", to_on::text AS "toOn",
            NULL AS employer, returned_on::text AS "returnedOn"
       FROM same_person JOIN verified_stay s ON s.candidate_id = same_person.id ORDER BY from_on`,
    [candidates.map(({ id }) => id)],
  );
  return candidates.map((candidate) => ({
    ...candidate,
    previousStays: [
      ...candidate.previousStays,
      ...rows.filter(({ id }) => id === candidate.id).map(({ id: _, ...stay }) => stay),
    ],
  }));
}
