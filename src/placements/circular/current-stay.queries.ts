import type { EntityManager } from 'typeorm';
import { SAME_PERSON } from '../../candidates/duplicates/same-person.queries.ts';
import { addMonths } from '../../matching/calendar-days.ts';

/**
 * A contract that begins later than this after the last day of a stay is for another stay. No rule of law: it
 * is what is presumed as long as nobody has recorded a return, which decides either way. It is long, since
 * whoever left an employer in breach may look for another one as long as their permit stands.
 */
const MONTHS_BETWEEN_CONTRACTS = 3;

/** Whether one contract goes on with the stay of another that ends on `lastOn`. */
export function goesOn(startsOn: string, lastOn: string): boolean {
  return startsOn <= addMonths(lastOn, MONTHS_BETWEEN_CONTRACTS);
}

/** The stay that a person is in, with the offers of whose seats it made use. */
export interface CurrentStay {
  campaignId: string;
  usedQuotaIds: string[];
}

/**
 * The stay in a state that a contract of a person goes on with, under whichever of their records; null where it
 * is one of its own.
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
  if (!stay || !goesOn(startsOn, stay.lastOn)) return null;
  const { campaignId } = stay;
  return { campaignId, usedQuotaIds: await usedQuotaIds(sql, campaignId) };
}

/** The offers whose seats were used at the entry into a stay. */
export async function usedQuotaIds(sql: EntityManager, campaignId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT DISTINCT quota_id AS id
       FROM quota_holding h JOIN placement p ON p.id = h.placement_id
      WHERE p.campaign_id = $1 AND h.stage = 'used'`,
    [campaignId],
  );
  return rows.map(({ id }) => id);
}
