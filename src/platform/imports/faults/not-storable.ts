import type { Refused } from '../../database/store-or-halve.ts';
import { finding, type Finding } from '../../formats/finding.ts';
import type { FileImport } from '../file-import.entity.ts';
import type { SingleRecord } from '../running/import-batch.ts';
import { faultLines } from './fault-lines.ts';

/** The database refuses the record with that error; `path` names it as its sender does. */
export function notStorable(path: string, { message: value }: Error): Finding {
  const said = 'The database cannot store this record. Check its values, or tell the operator.';
  return finding('reject', 'not-storable', { path, value }, said);
}

/** Returns the faults of records of an import that the database refuses, as lines of COPY. */
export function notStorableLines(
  refused: readonly Refused<SingleRecord>[],
  { id: importId, organisationId }: Pick<FileImport, 'id' | 'organisationId'>,
): string {
  const records = refused.map(({ item: { sent }, error }) => ({
    ...sent,
    findings: [notStorable('', error)],
  }));
  const suggest = (): null => null;
  return faultLines(records, { importId, organisationId, headerOf: new Map(), suggest });
}
