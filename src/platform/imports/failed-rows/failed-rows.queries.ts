import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { copyOut } from '../../database/copying/copy.ts';
import type { Database } from '../../database/database.ts';
import { BEFORE_ALL } from '../../database/new-id.ts';
import type { Tenant } from '../../database/tenant.ts';
import type { FileImport } from '../file-import.entity.ts';
import type { FailedPart } from './failed-row.ts';

/** Faults read in one transaction, so that a slow reader holds no transaction open meanwhile. */
const PAGE = 2_000;

/** Matches the faults of import `$1` for which a row was rejected. The first of a row holds it. */
const failed = `import_id = $1 AND severity = 'reject'`;

/**
 * Returns the id of the last fault so far, or null if there is none. A running import may add more
 * while they are read.
 */
export async function lastFailed(sql: EntityManager, importId: string): Promise<string | null> {
  const [last] = await sql.query<{ id: string }[]>(
    `SELECT id FROM file_import_error WHERE ${failed} ORDER BY id DESC LIMIT 1`,
    [importId],
  );
  return last?.id ?? null;
}

/**
 * Returns the rejected parts of an import up to the fault `last`, in its order. A part is one table
 * or one other file; a sheet may hold two tables.
 */
export function readFailedParts(
  sql: EntityManager,
  { id, format }: Pick<FileImport, 'id' | 'format'>,
  last: string,
): Promise<FailedPart[]> {
  return sql.query<FailedPart[]>(
    `WITH failed AS MATERIALIZED (
       SELECT id, row, file, coalesce(format, $2) AS format,
              CASE WHEN coalesce(format, $2) IN ('csv', 'xlsx') THEN record END AS record
         FROM file_import_error WHERE ${failed} AND record IS NOT NULL AND id <= $3),
     begun AS (
       SELECT *, (file, format, record -> 'names') IS DISTINCT FROM
                 (lag(file) OVER this, lag(format) OVER this, lag(record -> 'names') OVER this) AS begins
         FROM failed WINDOW this AS (ORDER BY id)),
     part AS MATERIALIZED (
       SELECT *, count(*) FILTER (WHERE begins) OVER (ORDER BY id) AS part FROM begun),
     behind AS (
       SELECT part, array_agg(DISTINCT name) AS names
         FROM part, jsonb_object_keys(record -> 'surplus') AS name GROUP BY part)
     SELECT counted.format, counted.rows, coalesce(record -> 'names', '[]') AS names,
            coalesce(behind.names, '{}') AS surplus
       FROM (SELECT part, min(format) AS format, count(DISTINCT row)::int AS rows
               FROM part GROUP BY part) AS counted
       LEFT JOIN part AS head ON head.part = counted.part AND head.begins
       LEFT JOIN behind ON behind.part = counted.part
      ORDER BY counted.part`,
    [id, format, last],
  );
}

/** Yields the faults up to `last` with their rows as json for `copiedJson`, in the file's order. */
export async function* copyFailedRows(
  database: Database,
  tenant: Tenant,
  { importId, last }: { importId: string; last: string },
): AsyncGenerator<Uint8Array> {
  for (let after: string | null = BEFORE_ALL; after !== null && after < last;) {
    const from: string = after;
    const page = await database.as(tenant, (sql) => pageOf(sql, importId, { from, last }));
    yield* page.pieces;
    after = page.end;
  }
}

async function pageOf(
  sql: EntityManager,
  importId: string,
  { from, last }: { from: string; last: string },
): Promise<{ end: string | null; pieces: Uint8Array[] }> {
  const [found] = await sql.query<{ id: string }[]>(
    `SELECT id FROM file_import_error WHERE ${failed} AND id > $2 AND id <= $3
      ORDER BY id OFFSET ${PAGE - 1} LIMIT 1`,
    [importId, from, last],
  );
  const end = found?.id ?? null;
  const pieces: Uint8Array[] = [];
  const rows = copyOut(
    sql,
    `SELECT json_build_object(
              'row', row, 'columnName', column_name, 'header', header, 'code', code, 'message', message,
              'suggestion', suggestion, 'file', file, 'format', format, 'record', record)
       FROM file_import_error
      WHERE ${failed.replace('$1', pg.escapeLiteral(importId))}
        AND id > ${pg.escapeLiteral(from)} AND id <= ${pg.escapeLiteral(end ?? last)}
      ORDER BY id`,
  );
  for await (const piece of rows) pieces.push(piece);
  return { end, pieces };
}
