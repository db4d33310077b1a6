import { OWN_AGENCY } from '../vacancy-draft.ts';
import type { Findings, ReadValue } from '../../../platform/formats/findings.ts';

/** The most characters of an id, and of its issuer. The database has an index on both. */
const LONGEST = 200;

/**
 * Returns the id, or null if it is missing or too long. Too long an id rejects the vacancy, which
 * cannot be ended either, as it was never stored.
 * @param isMissing the severity of a missing id: without one, each delivery is a new vacancy
 */
export function checkId(
  at: ReadValue,
  isMissing: 'reject' | 'warn',
  findings: Findings,
): string | null {
  if ((at.value ?? null) === null)
    findings[isMissing](
      'id-missing',
      at,
      'The vacancy has no identifier, without which sending it again would create another. Add it.',
    );
  return checkLength(at, findings);
}

/** Returns the id, or the name of an issuer. If it is too long, reports a rejection. */
export function checkLength(at: ReadValue, findings: Findings): string | null {
  if ((at.value?.length ?? 0) <= LONGEST) return at.value ?? null;
  const message = `This id, or the name of the agency that issued it, is longer than ${LONGEST} characters. Shorten it.`;
  findings.reject('id-too-long', at, message);
  return null;
}

/**
 * Returns the agency that a document names as the issuer of its id. If its name is too long, or
 * that of the reserved agency of the organisation itself, reports a rejection and returns an empty
 * string.
 */
export function checkIssuer(agency: string, path: string, findings: Findings): string {
  if (agency !== OWN_AGENCY) return checkLength({ path, value: agency }, findings) ?? '';
  const message =
    'This agency is reserved for vacancies entered here. Name the agency that issued the document.';
  findings.reject('agency-reserved', { path, value: agency }, message);
  return '';
}
