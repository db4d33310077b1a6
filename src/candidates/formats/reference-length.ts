import { maxLength } from 'class-validator';
import type { Findings } from '../../platform/formats/findings.ts';

/**
 * The most characters of an agency's reference for a candidate; the database finds candidates by
 * it.
 */
export const LONGEST_REFERENCE = 200;

/**
 * Rejects a longer reference as our own JSON does, with the same message. `path` is where the
 * reference is.
 */
export function refuseLongReference(reference: string, path: string, findings: Findings): void {
  if (maxLength(reference, LONGEST_REFERENCE)) return;
  const message = `reference must be shorter than or equal to ${LONGEST_REFERENCE} characters`;
  findings.reject('value-refused', { path, value: reference }, message);
}
