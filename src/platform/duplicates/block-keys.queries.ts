import type { EntityManager } from 'typeorm';
import type { DuplicateTable } from './duplicate-pair.ts';

/** What a record is found by. */
export interface Keyed {
  id: string;
  keys: readonly string[];
  /** A hash of where it is from: two of one source are never one. Null: it may be any other. */
  source: string | null;
}

/** Two records of different sources that have a key in common; each two of them once, by the other. */
export interface Partners {
  id: string;
  otherId: string;
}

/**
 * A key that more records have tells nothing, and comparing all of them with each other would never
 * end; those that share a better key are found by that.
 */
const MOST_BEHIND_A_KEY = 100;

/**
 * For this transaction alone: nobody compares records of that kind meanwhile. Taken before any row is locked,
 * by whoever takes many records away too, since their keys and pairs go with them.
 */
export async function lockComparing(sql: EntityManager, of: DuplicateTable): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(hashtext('duplicates of ' || $1))`, [of]);
}

/**
 * Puts the keys of records in place of those that they had, and gives whom they now share one with. Under
 * `lockComparing`: of two records that arrive at once, the later sees the earlier.
 */
export async function rekey(
  sql: EntityManager,
  of: DuplicateTable,
  ids: readonly string[],
  records: readonly Keyed[],
): Promise<Partners[]> {
  await sql.query(`DELETE FROM ${of}_block WHERE ${of}_id = ANY ($1)`, [ids]);
  const rows = records.flatMap(({ keys, ...record }) => keys.map((key) => ({ ...record, key })));
  await sql.query(
    `INSERT INTO ${of}_block (key, ${of}_id, source)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[])`,
    [rows.map(({ key }) => key), rows.map(({ id }) => id), rows.map(({ source }) => source)],
  );
  return findPartners(sql, of, ids, [...new Set(rows.map(({ key }) => key))]);
}

/** A pair that is kept already. */
interface KeptPair extends Partners {
  /** Whether people found them to be one. */
  merged: boolean;
}

/**
 * The pairs that are kept of these records, whether or not they have a key in common that is looked at: one behind which
 * too many others have come meanwhile tells nothing against them.
 */
export function findKept(
  sql: EntityManager,
  of: DuplicateTable,
  ids: readonly string[],
): Promise<KeptPair[]> {
  return sql.query<KeptPair[]>(
    `SELECT one_id AS id, other_id AS "otherId", state = 'same' AS merged FROM ${of}_duplicate
      WHERE one_id = ANY ($1) OR other_id = ANY ($1)`,
    [ids],
  );
}

/**
 * Looked up key by key, and no further than to know that too many share one: while a first large file comes
 * in, nobody has counted yet what is in the table, and PostgreSQL would read all of it each time.
 */
function findPartners(
  sql: EntityManager,
  of: DuplicateTable,
  ids: readonly string[],
  keys: readonly string[],
): Promise<Partners[]> {
  return sql.query<Partners[]>(
    `WITH sharing AS MATERIALIZED (
       SELECT asked.key, found.id, found.source
         FROM unnest($2::uuid[]) AS asked (key)
        CROSS JOIN LATERAL (SELECT ${of}_id AS id, source FROM ${of}_block
                             WHERE key = asked.key LIMIT $3 + 1) AS found),
     telling AS (
       SELECT key FROM sharing
        GROUP BY key HAVING count(*) BETWEEN 2 AND $3 AND count(DISTINCT source) <> 1)
     SELECT DISTINCT mine.id, other.id AS "otherId"
       FROM telling JOIN sharing mine USING (key) JOIN sharing other USING (key)
      WHERE mine.id = ANY ($1) AND other.id <> mine.id
        AND (mine.source = other.source) IS NOT TRUE
        AND (mine.id < other.id OR other.id <> ALL ($1))
      ORDER BY "otherId"`,
    [ids, keys, MOST_BEHIND_A_KEY],
  );
}
