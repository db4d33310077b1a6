import { createHash } from 'node:crypto';
import type { Findings } from '../../platform/formats/findings.ts';

/**
 * Makes a reference for a candidate sent without one, and reports it as `reference-made`. `facts`
 * hardly change and tell the candidate from others, so that sending them again gives the same
 * reference. `path` is where the candidate is named.
 */
export function makeReference(
  kind: 'europass' | 'sheet',
  facts: readonly (string | null)[],
  path: string,
  findings: Findings,
): string {
  const message =
    'No reference was sent, so one was made from the name, the date of birth and the contact details. A number that counts rows is not a reference.';
  findings.warn('reference-made', { path }, message);
  const text = facts.map((fact) => fact?.toLowerCase() ?? '').join('\n');
  return `${kind}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}
