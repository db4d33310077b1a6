import { finding } from '../../platform/formats/finding.ts';
import { storable } from '../../platform/formats/storable.ts';
import type { ReadVacancy } from './vacancy-draft.ts';

/** The most characters of an id, and of its issuer. The database has an index on both. */
const LONGEST_ID = 200;

/**
 * Makes a vacancy of any format acceptable to the database, which would otherwise refuse its whole
 * batch. A vacancy whose id is too long is rejected; it was never stored, so it cannot be ended
 * either.
 */
export function storableVacancy(read: ReadVacancy): ReadVacancy {
  const { draft, findings, ended } = storable({ ...read, ended: read.ended ?? null });
  const known = draft ?? ended;
  const tooLong = [known?.sourceId, known?.sourceAgency].find(
    (id) => (id?.length ?? 0) > LONGEST_ID,
  );
  if (!tooLong) return { draft, findings, ...(ended && { ended }) };
  const message = `This id, or the name of the agency that issued it, is longer than ${LONGEST_ID} characters. Shorten it.`;
  const found = finding('reject', 'id-too-long', { path: '', value: tooLong }, message);
  return { draft: null, findings: [...findings, found] };
}
