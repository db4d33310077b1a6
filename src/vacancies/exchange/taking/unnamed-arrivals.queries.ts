import type { EntityManager } from 'typeorm';
import type { ExchangeReference } from '../exchange-references.ts';
import { remark, type SourceRemark } from './asking/source-remarks.ts';

/** The number of full answers in a row that must leave a vacancy out before it counts as closed. */
export const UNNAMED_ENDS = 2;

/**
 * Counts the vacancies that a full answer leaves out without a tombstone. A vacancy that the next
 * full answer leaves out too is closed. An answer that leaves out more than half is taken to be
 * broken, and changes nothing.
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
  if (unnamed * 2 > known) return [remark('unlisted-too-many', { number: unnamed, known })];
  await sql.query(
    `UPDATE exchange_arrival SET unnamed = 0
      WHERE source_id = $1 AND unnamed > 0 AND ${isNamed}`,
    [sourceId, references],
  );
  if (unnamed === 0) return [];
  await sql.query(
    `UPDATE exchange_arrival SET unnamed = unnamed + 1,
            active = unnamed + 1 < ${UNNAMED_ENDS},
            outcome = CASE WHEN unnamed + 1 < ${UNNAMED_ENDS} THEN outcome ELSE 'waiting' END
      WHERE source_id = $1 AND active AND outcome <> 'own' AND NOT ${isNamed}`,
    [sourceId, references],
  );
  return [remark('unlisted', { number: unnamed })];
}

const isNamed = `(reference = ANY ($2))`;
