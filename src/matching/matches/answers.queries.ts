import type { EntityManager } from 'typeorm';
import type { Match, MatchOutcome } from '../match.entity.ts';

/**
 * Returns the outcome that the candidate's own answer to an offer gave a match: `declined` if they
 * refused it, `hired` while a placement that they accepted stands. Null without such an answer.
 */
export async function answerTo(
  sql: EntityManager,
  { id }: Pick<Match, 'id'>,
): Promise<MatchOutcome | null> {
  const [row] = await sql.query<{ answer: MatchOutcome }[]>(
    `SELECT CASE status WHEN 'refused' THEN 'declined' ELSE 'hired' END AS answer
       FROM placement
      WHERE match_id = $1
        AND status NOT IN ('waiting', 'offered', 'denied', 'withdrawn', 'expired', 'abandoned')
      ORDER BY created_at DESC, id DESC LIMIT 1`,
    [id],
  );
  return row?.answer ?? null;
}
