import { finding } from '../../platform/formats/finding.ts';
import { storable } from '../../platform/formats/storable.ts';
import type { ReadVacancy } from './vacancy-draft.ts';

/** Of an id and of who issued it, in letters; the database finds a vacancy by both. */
const LONGEST_ID = 200;

/**
 * What was read of a vacancy as the database takes it, whatever its format: one that it refused would take all that
 * came with it along. Of an id that is too long nothing is stored, so that nothing of it can end either.
 */
export function storableVacancy(read: ReadVacancy): ReadVacancy {
  const { draft, findings, ended } = storable({ ...read, ended: read.ended ?? null });
  const known = draft ?? ended;
  const tooLong = [known?.sourceId, known?.sourceAgency].find(
    (id) => (id?.length ?? 0) > LONGEST_ID,
  );
  if (!tooLong) return { draft, findings, ...(ended && { ended }) };
  const message = `An id and its agency may have ${LONGEST_ID} letters each.`;
  const found = finding('reject', 'id-too-long', { path: '', value: tooLong }, message);
  return { draft: null, findings: [...findings, found] };
}
