import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { copyOut } from '../../database/copy.ts';
import type { Database } from '../../database/database.ts';
import type { Tenant } from '../../database/tenant.ts';
import type { FileImport } from '../file-import.entity.ts';
import type { FailedPart } from './failed-row.ts';

/** So many faults are read in one transaction: whoever is slow to take them holds none meanwhile. */
const PAGE = 2_000;

/** Whose rows these are: `$1` the import. */
const failed = `import_id = $1 AND severity = 'reject' AND record IS NOT NULL`;

/** What there is of each file of an import, in its order. */
export function readFailedParts(
  sql: EntityManager,
  { id, format }: Pick<FileImport, 'id' | 'format'>,
): Promise<FailedPart[]> {
  return sql.query<FailedPart[]>(
    `WITH failed AS MATERIALIZED (
       SELECT id, row, file, coalesce(format, $2) AS format, record
         FROM file_import_error WHERE ${failed}),
     named AS (
       SELECT file, format, array_agg(DISTINCT name) AS names
         FROM failed, jsonb_object_keys(record) AS name
        WHERE format IN ('csv', 'xlsx') GROUP BY file, format)
     SELECT part.format, part.rows, coalesce(named.names, '{}') AS names
       FROM (SELECT file, format, count(DISTINCT row)::int AS rows, min(row) AS first
               FROM failed GROUP BY file, format) AS part
       LEFT JOIN named ON named.format = part.format
                      AND named.file IS NOT DISTINCT FROM part.file
      ORDER BY part.first`,
    [id, format],
  );
}

/** Faults with their rows as json, in the order of the file, as `copiedJson` reads them. */
export async function* copyFailedRows(
  database: Database,
  tenant: Tenant,
  importId: string,
): AsyncGenerator<Uint8Array> {
  let after = NIL;
  for (;;) {
    const { last, pieces } = await database.as(tenant, (sql) => pageOf(sql, importId, after));
    yield* pieces;
    if (last === null) return;
    after = last;
  }
}

const NIL = '00000000-0000-0000-0000-000000000000';

async function pageOf(
  sql: EntityManager,
  importId: string,
  after: string,
): Promise<{ last: string | null; pieces: Uint8Array[] }> {
  const [end] = await sql.query<{ id: string }[]>(
    `SELECT id FROM file_import_error WHERE ${failed} AND id > $2
      ORDER BY id OFFSET ${PAGE - 1} LIMIT 1`,
    [importId, after],
  );
  const last = end?.id ?? null;
  const within = [
    failed.replace('$1', pg.escapeLiteral(importId)),
    `id > ${pg.escapeLiteral(after)}`,
    ...(last === null ? [] : [`id <= ${pg.escapeLiteral(last)}`]),
  ];
  const pieces: Uint8Array[] = [];
  const rows = copyOut(
    sql,
    `SELECT json_build_object(
              'row', row, 'columnName', column_name, 'header', header, 'code', code, 'message', message,
              'suggestion', suggestion, 'file', file, 'format', format, 'record', record)
       FROM file_import_error WHERE ${within.join(' AND ')} ORDER BY id`,
  );
  for await (const piece of rows) pieces.push(piece);
  return { last, pieces };
}
