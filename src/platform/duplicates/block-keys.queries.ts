import type { EntityManager } from 'typeorm';
import type { DuplicateTable } from './duplicate-pair.ts';

/** A record with the keys that it is found by. */
export interface KeyedRecord {
  id: string;
  keys: readonly string[];
  /**
   * A hash of the record's source. Two records of one source are never duplicates. If it is null,
   * the record may be a duplicate of any other.
   */
  source: string | null;
  /**
   * The organisation that decides on pairs of its own records, and must not learn from them about
   * records of others; `nobody` if all pairs are decided on by one authority.
   */
  ownerId: string;
}

/** The owner of records whose pairs are all decided on by one authority. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Two records that share a key and are not of one source. Each pair occurs once; pairs are ordered
 * by `otherId`.
 */
export interface RecordPair {
  id: string;
  otherId: string;
}

/**
 * The most records that a key may have. A more common key tells nothing, and comparing all its
 * records with each other would never end. Records that share a rarer key are found by that one.
 * For pairs of one owner only its own records count: it could otherwise invent as many as make the
 * difference, and learn from a missing pair that another has one more.
 */
const MAX_RECORDS_PER_KEY = 100;

/**
 * Locks the comparison of one kind of record until the transaction ends. Take it before locking any
 * row. A caller that deletes many records takes it too, since their keys and pairs are deleted with
 * them.
 */
export async function lockComparing(sql: EntityManager, of: DuplicateTable): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(hashtext('duplicates of ' || $1))`, [of]);
}

/**
 * Replaces the keys of the records `ids` by those in `records`, and returns the pairs that now
 * share a key. The caller holds `lockComparing`, so that of two records arriving at once the later
 * sees the earlier.
 */
export async function replaceKeys(
  sql: EntityManager,
  of: DuplicateTable,
  ids: readonly string[],
  records: readonly KeyedRecord[],
): Promise<RecordPair[]> {
  await sql.query(`DELETE FROM ${of}_block WHERE ${of}_id = ANY ($1)`, [ids]);
  const rows = records.flatMap(({ keys, ...record }) => keys.map((key) => ({ ...record, key })));
  await sql.query(
    `INSERT INTO ${of}_block (key, ${of}_id, source, owner_id)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[])`,
    [
      rows.map(({ key }) => key),
      rows.map(({ id }) => id),
      rows.map(({ source }) => source),
      rows.map(({ ownerId }) => ownerId),
    ],
  );
  return findPartners(sql, of, ids, rows);
}

/** A pair that is stored already. */
interface StoredPair extends RecordPair {
  /** Whether people found the two records to be one. */
  merged: boolean;
}

/**
 * Returns the stored pairs of these records, whether or not they share a key that is looked at. A
 * key may have become too common since, which says nothing against its pairs.
 */
export function findStoredPairs(
  sql: EntityManager,
  of: DuplicateTable,
  ids: readonly string[],
): Promise<StoredPair[]> {
  return sql.query<StoredPair[]>(
    `SELECT one_id AS id, other_id AS "otherId", state = 'same' AS merged FROM ${of}_duplicate
      WHERE one_id = ANY ($1) OR other_id = ANY ($1)`,
    [ids],
  );
}

/**
 * Returns the pairs that share a key, looking up key by key and at most one record beyond the limit
 * for each, first among the records of one owner and then among all. While a first large file is
 * imported, the table has no statistics yet, and PostgreSQL would otherwise read all of it each
 * time.
 */
function findPartners(
  sql: EntityManager,
  of: DuplicateTable,
  ids: readonly string[],
  rows: readonly { key: string; ownerId: string }[],
): Promise<RecordPair[]> {
  const keys = [...new Set(rows.map(({ key }) => key))];
  const owned = new Map(rows.map((row) => [row.key + row.ownerId, row]));
  const own = [...owned.values()].filter(({ ownerId }) => ownerId !== nobody);
  return sql.query<RecordPair[]>(
    `WITH sharing AS MATERIALIZED (
       SELECT asked.key, asked.owner, found.id, found.source
         FROM unnest($4::uuid[], $5::uuid[]) AS asked (key, owner)
        CROSS JOIN LATERAL (SELECT ${of}_id AS id, source FROM ${of}_block
                             WHERE key = asked.key AND owner_id = asked.owner LIMIT $3 + 1) AS found
       UNION ALL
       SELECT asked.key, $6::uuid, found.id, found.source
         FROM unnest($2::uuid[]) AS asked (key)
        CROSS JOIN LATERAL (SELECT ${of}_id AS id, source FROM ${of}_block
                             WHERE key = asked.key LIMIT $3 + 1) AS found),
     telling AS (
       SELECT key, owner FROM sharing
        GROUP BY key, owner HAVING count(*) BETWEEN 2 AND $3 AND count(DISTINCT source) <> 1)
     SELECT DISTINCT mine.id, other.id AS "otherId"
       FROM telling JOIN sharing mine USING (key, owner) JOIN sharing other USING (key, owner)
      WHERE mine.id = ANY ($1) AND other.id <> mine.id
        AND (mine.source = other.source) IS NOT TRUE
        AND (mine.id < other.id OR other.id <> ALL ($1))
      ORDER BY "otherId"`,
    [
      ids,
      keys,
      MAX_RECORDS_PER_KEY,
      own.map(({ key }) => key),
      own.map(({ ownerId }) => ownerId),
      nobody,
    ],
  );
}
