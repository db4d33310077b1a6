import type { EntityManager } from 'typeorm';
import { outdateVacancies } from '../../matching/outdate.queries.ts';
import { isDomestic, type Tier } from '../../matching/rules/tiers.ts';
import { changedRows } from '../../platform/database/rows.ts';
import { putJob } from '../../platform/queue/outbox.ts';

const took = (names: string): string =>
  `EXISTS (SELECT 1 FROM placement_event WHERE placement_id = p.id AND step IN (${names}))`;

/**
 * If people accepted but do not come, their matches are only invited again. A candidate with
 * preference is then no longer settled and holds others back as before.
 */
export async function undoHiring(
  sql: EntityManager,
  placementIds: readonly string[],
  at: Date,
): Promise<void> {
  const told = await changedRows<{ tier: Tier; vacancyId: string }>(
    sql,
    `UPDATE match SET outcome = 'invited', outcome_at = $2, version = match.version + 1
       FROM placement p
      WHERE p.id = ANY ($1) AND match.id = p.match_id AND match.outcome = 'hired'
        AND ${took(`'accept'`)} AND NOT ${took(`'enter', 'start-work'`)}
     RETURNING match.tier, match.vacancy_id AS "vacancyId"`,
    [placementIds, at],
  );
  const domestic = told.filter(isDomestic).map(({ vacancyId }) => vacancyId);
  if (domestic.length > 0) await requestDecisions(sql, await outdateVacancies(sql, domestic));
}

/**
 * Asks for the vacancies that were marked to be decided again together with others, because a
 * season is accepted within days, two posts of a vacancy at a time.
 */
export async function requestDecisions(sql: EntityManager, marked: number): Promise<void> {
  if (marked > 0) await putJob(sql, 'matches.outdated', {});
}
