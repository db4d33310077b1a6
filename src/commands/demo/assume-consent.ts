import { consentEnd } from '../../candidates/consent-term.ts';
import { consentSections } from '../../candidates/formats/candidate-draft.ts';
import type { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';

/**
 * Records a consent, marked as assumed, for every candidate without one, for every state with a
 * vacancy. A file such as a Europass sample holds no consent, and without one no candidate would be
 * matched. `today` is `yyyy-mm-dd`.
 * @returns the number of candidates
 */
export async function assumeConsent(database: Database, today: string): Promise<number> {
  return database.as(SYSTEM, async (sql) => {
    const rows = await sql.query<unknown[]>(
      `WITH assumed AS (
         INSERT INTO consent (id, candidate_id, organisation_id, purpose, sections, countries,
                              given_on, expires_on, evidence)
         SELECT gen_random_uuid(), id, organisation_id, 'matching', $1,
                (SELECT array_agg(DISTINCT state) FROM vacancy), $2::date,
                $3::date, 'assumed by --assume-consent'
           FROM candidate c
          WHERE NOT EXISTS (SELECT 1 FROM consent WHERE candidate_id = c.id)
            AND EXISTS (SELECT 1 FROM vacancy)
         RETURNING candidate_id)
       INSERT INTO outbox (id, job, payload)
       SELECT gen_random_uuid(), 'candidate.changed', jsonb_build_object('candidateId', candidate_id)
         FROM assumed RETURNING id`,
      [consentSections, today, consentEnd(today)],
    );
    return rows.length;
  });
}
