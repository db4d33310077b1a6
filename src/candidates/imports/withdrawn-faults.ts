import { finding } from '../../platform/formats/finding.ts';
import { faultLines, type FaultOptions } from '../../platform/imports/faults/fault-lines.ts';
import type { WithdrawnConsent } from '../merge-candidates.ts';
import type { HeaderMapping } from '../formats/headers/header-meaning.ts';
import { headersBy } from './headers-by.ts';

const message =
  'This consent, or a later one, was withdrawn, so it is not restored. Only a consent given after the withdrawal counts.';

/** Returns the faults for consents that were sent again and not taken, as lines of COPY. */
export function withdrawnFaults(
  withdrawn: readonly WithdrawnConsent[],
  columns: readonly HeaderMapping[],
  whose: Pick<FaultOptions, 'importId' | 'organisationId'>,
): string {
  const records = withdrawn.map(({ givenOn, ...place }) => {
    const at = { path: 'consent_given_on', value: givenOn };
    const found = { ...finding('drop', 'consent-withdrawn', at, message), row: place.row };
    return { ...place, findings: [found], source: null };
  });
  return faultLines(records, { ...whose, headerOf: headersBy(columns), suggest: () => null });
}
