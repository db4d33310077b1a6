import { copyLine, jsonText } from '../../database/copying/copy-line.ts';
import { newId } from '../../database/new-id.ts';
import type { Finding } from '../../formats/finding.ts';
import { faultsLeft } from '../../formats/findings.ts';
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

/** The most faults told of one record. More would fill a report that nobody reads to its end. */
const MOST = 100;

/**
 * The most UTF-16 units of a reference: 200 characters. Nobody has a longer one, and the index by
 * which an erasure finds it could not hold it.
 */
const LONGEST_REFERENCE = 400;

/**
 * Returns the findings of all records as lines of COPY. A rejected record is stored whole with the
 * first of its findings that rejects it.
 */
export function faultLines(
  records: readonly SentRecord[],
  { importId, organisationId, headerOf, suggest }: FaultOptions,
): string {
  let lines = '';
  for (const { row, findings, source, file, format, reference = '' } of records) {
    const first = findings.find(isRejecting);
    const whole = first && source !== null ? jsonText(source) : null;
    for (const found of told(findings)) {
      const { severity, code, path, value, message } = found;
      // prettier-ignore
      lines += copyLine([
        newId(), importId, organisationId, file, format, row, path, headerOf.get(path) ?? null,
        severity, code, value, message, suggest(found), found === first ? whole : null,
        reference.length > LONGEST_REFERENCE ? null : reference || null,
      ]);
    }
  }
  return lines;
}

/** Returns the findings that are told. If there are too many, those that reject come first. */
function told(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST) return findings;
  const inOrder = findings.toSorted((one, other) => rank(one) - rank(other));
  return [...inOrder.slice(0, MOST), faultsLeft(findings.length - MOST)];
}

const isRejecting = ({ severity }: Finding): boolean => severity === 'reject';

const rank = (found: Finding): number => (isRejecting(found) ? 0 : 1);
