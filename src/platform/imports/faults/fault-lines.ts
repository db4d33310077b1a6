import { copyLine, jsonText } from '../../database/copying/copy-line.ts';
import { newId } from '../../database/new-id.ts';
import type { Finding } from '../../formats/finding.ts';
import type { SentRecord } from '../running/import-batch.ts';

/** The columns of a fault, in the order of its line. */
// prettier-ignore
export const faultColumns = [
  'id', 'import_id', 'organisation_id', 'file', 'format', 'row', 'column_name', 'header',
  'severity', 'code', 'value', 'message', 'suggestion', 'record', 'reference',
];

export interface FaultOptions {
  importId: string;
  organisationId: string;
  /** By column, the header as the sender wrote it. */
  headerOf: ReadonlyMap<string, string>;
  /** Returns what the sender may have meant, or null. */
  suggest: (found: Finding) => string | null;
}

/**
 * Returns the findings of all records as lines of COPY. A rejected record is stored whole with each
 * of its findings that rejects it.
 */
export function faultLines(
  records: readonly SentRecord[],
  { importId, organisationId, headerOf, suggest }: FaultOptions,
): string {
  let lines = '';
  for (const { row, findings, source, file, format, reference = null } of records) {
    if (findings.length === 0) continue;
    const whole = source === null ? null : jsonText(source);
    for (const found of findings) {
      const { severity, code, path, value, message } = found;
      // prettier-ignore
      lines += copyLine([
        newId(), importId, organisationId, file, format, row, path, headerOf.get(path) ?? null,
        severity, code, value, message, suggest(found), severity === 'reject' ? whole : null,
        reference || null,
      ]);
    }
  }
  return lines;
}
