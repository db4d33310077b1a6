import type { EntityManager } from 'typeorm';
import type { ExchangeReference } from '../exchange-references.ts';
import { remark, type SourceRemark } from './asking/source-remarks.ts';

/** The number of full answers in a row that must leave a vacancy out before it counts as closed. */
const ENDS = 2;
/**
 * The same if the answer leaves out more than half. It may be broken, but no service is for a week.
 */
const MANY_END = 7;

/**
 * Counts the vacancies that a full answer leaves out without a tombstone. A vacancy that the next
 * full answer leaves out too is closed. If an answer leaves out more than half, only those are
 * closed that have been left out for a week.
 * @returns remarks for the ministry that keeps the source
 */
export async function noteUnnamed(
  sql: EntityManager,
  sourceId: string,
  named: readonly ExchangeReference[],
): Promise<SourceRemark[]> {
  const references = named.map(({ reference }) => reference);
  const [counts] = await sql.query<{ unnamed: number; known: number }[]>(
    `SELECT count(*) FILTER (WHERE NOT ${isNamed})::int AS unnamed, count(*)::int AS known
       FROM exchange_arrival WHERE source_id = $1 AND active AND outcome <> 'own'`,
    [sourceId, references],
  );
  const { unnamed = 0, known = 0 } = counts ?? {};
  await sql.query(
    `UPDATE exchange_arrival SET unnamed = 0
      WHERE source_id = $1 AND unnamed > 0 AND ${isNamed}`,
    [sourceId, references],
  );
  if (unnamed === 0) return [];
  const areMany = unnamed * 2 > known;
  await sql.query(
    `UPDATE exchange_arrival SET unnamed = unnamed + 1, active = unnamed + 1 < $3,
            outcome = CASE WHEN unnamed + 1 < $3 THEN outcome ELSE 'waiting' END
      WHERE source_id = $1 AND active AND outcome <> 'own' AND NOT ${isNamed}`,
    [sourceId, references, areMany ? MANY_END : ENDS],
  );
  return [
    areMany
      ? remark('unlisted-too-many', { number: unnamed, known })
      : remark('unlisted', { number: unnamed }),
  ];
}

const isNamed = `(reference = ANY ($2))`;
