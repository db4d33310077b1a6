import type { EntityManager } from 'typeorm';
import { newId } from '../database/new-id.ts';
import type { DuplicateTable } from './duplicate-pair.ts';
import type { ScoredPair } from './scored-pair.ts';

/**
 * Stores `pairs` as the complete result of comparing the records `ids`. Deletes stored pairs that
 * are no longer alike, unless people decided on them. A pair that people found to be different
 * comes back only if either record has changed.
 */
export async function storePairs(
  sql: EntityManager,
  of: DuplicateTable,
  ids: readonly string[],
  pairs: readonly ScoredPair[],
): Promise<void> {
  const found = JSON.stringify(pairs.map((pair) => ({ ...pair, id: newId() })));
  const arriving = `jsonb_to_recordset($1::jsonb) AS a (id uuid, "oneId" uuid, "otherId" uuid,
    "oneOrganisationId" uuid, "otherOrganisationId" uuid, country text, score int, reasons jsonb, seen uuid)`;
  await sql.query(
    `DELETE FROM ${of}_duplicate d
      WHERE state = 'found' AND (one_id = ANY ($2) OR other_id = ANY ($2))
        AND NOT EXISTS (SELECT FROM ${arriving} WHERE a."oneId" = d.one_id AND a."otherId" = d.other_id)`,
    [found, ids],
  );
  if (pairs.length === 0) return;
  await sql.query(
    `INSERT INTO ${of}_duplicate AS d (id, one_id, other_id, one_organisation_id, other_organisation_id,
                                       country, score, reasons, seen)
     SELECT * FROM ${arriving}
     ON CONFLICT (one_id, other_id) DO UPDATE
        SET score = excluded.score, reasons = excluded.reasons, seen = excluded.seen,
            country = excluded.country, version = d.version + 1,
            state = CASE d.state WHEN 'different' THEN 'found' ELSE d.state END
      WHERE d.seen <> excluded.seen OR d.score <> excluded.score AND d.state = 'found'`,
    [found],
  );
}
