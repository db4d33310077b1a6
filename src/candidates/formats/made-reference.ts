import { createHash } from 'node:crypto';
import type { Findings } from '../../vacancies/formats/values/findings.ts';

/**
 * A reference for somebody who was sent without one, told as `reference-made`. `facts`: what hardly changes
 * about a person and tells them from others, so that they are the same when they are sent again; `path`:
 * where they are named.
 */
export function makeReference(
  kind: 'europass' | 'sheet',
  facts: readonly (string | null)[],
  path: string,
  findings: Findings,
): string {
  const message =
    'The reference is made of the name, the date of birth and the contact, since none was sent (a number that counts rows is none).';
  findings.warn('reference-made', { path }, message);
  const text = facts.map((fact) => fact?.toLowerCase() ?? '').join('\n');
  return `${kind}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}
