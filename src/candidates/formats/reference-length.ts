import { maxLength } from 'class-validator';
import type { Findings } from '../../vacancies/formats/values/findings.ts';

/** Of the reference by which its agency knows a person, in characters; the database finds people by it. */
export const LONGEST_REFERENCE = 200;

/** Refuses one that is longer as our own JSON does, in its words; `path`: where it stands. */
export function refuseLongReference(reference: string, path: string, findings: Findings): void {
  if (maxLength(reference, LONGEST_REFERENCE)) return;
  const message = `reference must be shorter than or equal to ${LONGEST_REFERENCE} characters`;
  findings.reject('value-refused', { path, value: reference }, message);
}
