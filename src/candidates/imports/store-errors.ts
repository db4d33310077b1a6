import type { EntityManager } from 'typeorm';
import { copyRows } from '../../platform/database/copy.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { HeaderMapping } from '../formats/header-mapping.ts';
import type { CandidateRecord } from '../formats/read-candidates.ts';
import type { Suggestions } from './suggestions.ts';

const columns = [
  ...['id', 'import_id', 'organisation_id', 'file', 'row', 'column_name', 'header', 'severity'],
  ...['code', 'value', 'message', 'suggestion', 'record'],
];

/** Keeps what there is to say of each row, with what may have been meant, and rejected rows whole. */
export async function storeErrors(
  sql: EntityManager,
  { id, organisationId }: { id: string; organisationId: string },
  { records, headers }: { records: readonly CandidateRecord[]; headers: readonly HeaderMapping[] },
  suggestions: Suggestions,
): Promise<void> {
  const headerOf = new Map(headers.map(({ column, header }) => [column as string, header]));
  const rows = records.flatMap(({ row, findings, source, file }) =>
    findings.map((found) => {
      const { severity, code, path, value, message } = found;
      const record = severity === 'reject' && source ? JSON.stringify(source) : null;
      const header = headerOf.get(path) ?? null;
      const suggestion = suggestions.for(found);
      return [
        ...[newId(), id, organisationId, file, row, path, header, severity],
        ...[code, value, message, suggestion, record],
      ];
    }),
  );
  if (rows.length === 0) return;
  await sql.query(
    `CREATE TEMP TABLE IF NOT EXISTS faults (LIKE candidate_import_error) ON COMMIT DELETE ROWS`,
  );
  await copyRows(sql, 'faults', columns, rows);
  const list = columns.join(', ');
  await sql.query(`INSERT INTO candidate_import_error (${list}) SELECT ${list} FROM faults`);
  await sql.query('TRUNCATE faults');
}
