import { OWN_AGENCY } from '../vacancy-draft.ts';
import type { Findings } from '../../../platform/formats/findings.ts';

/**
 * Returns the agency that a document names as the issuer of its id. If it is the reserved agency of
 * the organisation itself, reports a rejection and returns an empty string.
 */
export function checkIssuer(agency: string, path: string, findings: Findings): string {
  if (agency !== OWN_AGENCY) return agency;
  const message =
    'This agency is reserved for vacancies entered here. Name the agency that issued the document.';
  findings.reject('agency-reserved', { path, value: agency }, message);
  return '';
}
