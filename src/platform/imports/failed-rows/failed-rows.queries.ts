import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { NIL } from 'uuid';
import { copyOut } from '../../database/copying/copy.ts';
import type { Database } from '../../database/database.ts';
import type { Tenant } from '../../database/tenant.ts';
import type { FileImport } from '../file-import.entity.ts';
import type { FailedPart } from './failed-row.ts';

/** So many faults are read in one transaction: whoever is slow to take them holds none meanwhile. */
const PAGE = 2_000;

/** The faults of an import, `$1`, for which a row was rejected. */
const failed = `import_id = $1 AND severity = 'reject' AND record IS NOT NULL`;

/** The last fault so far: of an import that runs still, more may come while they are read. Null without one. */
export async function lastFailed(sql: EntityManager, importId: string): Promise<string | null> {
  const [last] = await sql.query<{ id: string }[]>(
    `SELECT id FROM file_import_error WHERE ${failed} ORDER BY id DESC LIMIT 1`,
    [importId],
  );
  return last?.id ?? null;
}

/** What there is of each table or other file of an import up to the fault `last`, in its order; two tables may stand on one sheet. */
export function readFailedParts(
  sql: EntityManager,
  { id, format }: Pick<FileImport, 'id' | 'format'>,
  last: string,
): Promise<FailedPart[]> {
  return sql.query<FailedPart[]>(
    `WITH failed AS MATERIALIZED (
       SELECT id, row, file, coalesce(format, $2) AS format,
              CASE WHEN coalesce(format, $2) IN ('csv', 'xlsx') THEN record END AS record
         FROM file_import_error WHERE ${failed} AND id <= $3),
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

/** Faults up to `last` with their rows as json, in the order of the file, as `copiedJson` reads them. */
export async function* copyFailedRows(
  database: Database,
  tenant: Tenant,
  { importId, last }: { importId: string; last: string },
): AsyncGenerator<Uint8Array> {
  for (let after: string | null = NIL; after !== null && after < last;) {
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
