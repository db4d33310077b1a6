import type { EntityManager } from 'typeorm';
import type { Match } from '../match.entity.ts';
import type { SealedWords } from './sealed-words.ts';

/**
 * Stores the words of a pack until the candidate is erased. Leaves out those on a candidate who was
 * erased meanwhile. `sql` sees every tenant.
 */
export async function storeWords(
  sql: EntityManager,
  packId: string,
  words: readonly SealedWords[],
  matches: readonly Pick<Match, 'id' | 'candidateId'>[],
): Promise<void> {
  const people = new Map(matches.map(({ id, candidateId }) => [id, candidateId]));
  const rows = words.map((one) => ({ ...one, candidateId: people.get(one.decisionId) }));
  await sql.query(
    `INSERT INTO evidence_words (pack_id, decision_id, candidate_id, salt, reason)
     SELECT $1, "decisionId", candidate.id, salt, reason
       FROM jsonb_to_recordset($2::jsonb)
              AS told("decisionId" uuid, "candidateId" uuid, salt text, reason text)
       JOIN candidate ON candidate.id = "candidateId"
        FOR KEY SHARE OF candidate`,
    [packId, JSON.stringify(rows)],
  );
}

/** Returns the words of a pack that have not been erased, in the order of the decisions' ids. */
export function findWords(sql: EntityManager, packId: string): Promise<SealedWords[]> {
  return sql.query<SealedWords[]>(
    `SELECT decision_id AS "decisionId", salt, reason FROM evidence_words
      WHERE pack_id = $1 ORDER BY decision_id`,
    [packId],
  );
}
