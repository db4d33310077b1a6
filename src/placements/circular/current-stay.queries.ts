import type { EntityManager } from 'typeorm';
import { SAME_PERSON } from '../../candidates/duplicates/same-person.queries.ts';
import { addMonths } from '../../platform/clock/calendar-days.ts';

/**
 * A contract that begins later than this after the last day of a stay belongs to another stay. No
 * law says so. It is presumed until a return is recorded, which settles the question. The period is
 * long because a person who left an employer in breach may look for another one while their permit
 * runs.
 */
const MONTHS_BETWEEN_CONTRACTS = 3;

/**
 * Returns whether a contract continues a stay that ends on `lastOn`. Both dates are `yyyy-mm-dd`.
 */
export function continuesStay(startsOn: string, lastOn: string): boolean {
  return startsOn <= addMonths(lastOn, MONTHS_BETWEEN_CONTRACTS);
}

/** The stay that a person is in, with the offers whose seats it used. */
export interface CurrentStay {
  campaignId: string;
  usedQuotaIds: string[];
}

/**
 * Finds the stay in a state that a person's contract continues, under any of their records. Returns
 * null if the contract begins a stay of its own.
 */
export async function findStay(
  sql: EntityManager,
  { candidateId, state, startsOn }: { candidateId: string; state: string; startsOn: string },
): Promise<CurrentStay | null> {
  const [stay] = await sql.query<{ campaignId: string; lastOn: string }[]>(
    `WITH RECURSIVE ${SAME_PERSON}
     SELECT campaign_id AS "campaignId",
            (SELECT max(ends_on)::text FROM placement o
              WHERE o.campaign_id = p.campaign_id AND o.starts_on < $3
                AND o.status IN ('accepted', 'authorised', 'preparing', 'visa', 'entered', 'working',
                                 'ended')) AS "lastOn"
       FROM placement p JOIN same_person ON same_person.id = p.candidate_id
      WHERE state = $2 AND starts_on < $3 AND status IN ('entered', 'working', 'ended')
      ORDER BY starts_on DESC LIMIT 1`,
    [[candidateId], state, startsOn],
  );
  if (!stay || !continuesStay(startsOn, stay.lastOn)) return null;
  const { campaignId } = stay;
  return { campaignId, usedQuotaIds: await usedQuotaIds(sql, campaignId) };
}

/** Finds the offers whose seats were used by the entry into a stay. */
export async function usedQuotaIds(sql: EntityManager, campaignId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT DISTINCT quota_id AS id
       FROM quota_holding h JOIN placement p ON p.id = h.placement_id
      WHERE p.campaign_id = $1 AND h.stage = 'used'`,
    [campaignId],
  );
  return rows.map(({ id }) => id);
}
