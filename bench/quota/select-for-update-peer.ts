import type { Database } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import type { Draft } from '../../src/placements/offers/draft.ts';

/**
 * Reserves a seat in the usual way: locks the row, checks it, writes the placement, the holding,
 * the entry and the history, raises the counter, and commits. This is correct too, but every caller
 * waits for every other caller's commit. Returns whether a seat was free.
 */
export async function reserveByLock(database: Database, draft: Draft): Promise<boolean> {
  return database.as(SYSTEM, async (sql) => {
    const [quota] = await sql.query<{ free: number }[]>(
      'SELECT seats - taken AS free FROM quota WHERE id = $1 FOR UPDATE',
      draft.quotaIds,
    );
    if (!quota || quota.free < 1) return false;
    const { id, vacancyId, candidateId, organisationId, agencyId, quotaIds } = draft;
    const { startsOn, endsOn, answerByOn, createdAt } = draft;
    await sql.query(
      `INSERT INTO placement (id, kind, status, status_on, vacancy_id, candidate_id,
         organisation_id, agency_id, campaign_id, state, partner_country, permit_category, work, quota_ids,
         starts_on, ends_on, answer_by_on, created_at)
       VALUES ($1, 'by-name', 'offered', $9::timestamptz::date, $2, $3, $4, $5, $1, 'ES', 'MA', 'seasonal', '{}', $6,
               $7, $8, $10, $9::timestamptz)`,
      [
        id,
        vacancyId,
        candidateId,
        organisationId,
        agencyId,
        quotaIds,
        startsOn,
        endsOn,
        createdAt,
        answerByOn,
      ],
    );
    await sql.query(
      `INSERT INTO quota_holding (quota_id, placement_id, stage, since) VALUES ($1, $2, 'reserved', $3)`,
      [quotaIds[0], id, createdAt],
    );
    await sql.query(
      `INSERT INTO quota_entry (id, quota_id, act, seats, to_stage, placement_id, reason,
                                organisation_id, created_at)
       VALUES ($1, $2, 'reserve', 1, 'reserved', $3, 'Offered', $4, $5)`,
      [newId(), quotaIds[0], id, organisationId, createdAt],
    );
    await sql.query(
      `INSERT INTO placement_event (id, placement_id, step, to_status, happened_on, organisation_id,
                                    role, created_at)
       VALUES ($1, $2, 'offer', 'offered', $3::timestamptz::date, $4, 'employer', $3::timestamptz)`,
      [newId(), id, createdAt, organisationId],
    );
    await sql.query('UPDATE quota SET reserved = reserved + 1, taken = taken + 1 WHERE id = $1', [
      quotaIds[0],
    ]);
    return true;
  });
}
