/** One state's test: how long a vacancy is advertised to the Community before others may come. */
export interface LabourMarketTest {
  state: string;
  days: number;
  citation: string;
  /** verified: read in a public source; recalled: to be confirmed by the ministry. */
  certainty: 'verified' | 'recalled';
  validFrom: string;
  validUntil: string | null;
}

/** The version that a stored match names. */
export const LABOUR_MARKET_TESTS_VERSION = '2026-11-24';

const since = { validFrom: '2020-01-01', validUntil: null };

/**
 * Days elapsed since the first advertisement: the part of each state's test that is known so far.
 * Dated, cited and editable; a state without an entry has the precautionary default.
 */
export const labourMarketTests: readonly LabourMarketTest[] = [
  { state: 'SE', days: 10, citation: 'MIG 2025:9', certainty: 'verified', ...since },
  {
    state: 'IE',
    days: 28,
    citation: 'Employment Permits Act 2024, labour market needs test',
    certainty: 'verified',
    ...since,
  },
  {
    state: 'BE',
    days: 63,
    citation: 'Flanders, VDAB and EURES publication',
    certainty: 'verified',
    ...since,
  },
  {
    state: 'IT',
    days: 8,
    citation: 'Testo unico immigrazione Art. 22',
    certainty: 'recalled',
    ...since,
  },
];

/** Where the state's own rule is not on record. */
export const precautionaryTest = {
  days: 14,
  citation: 'COM(2007) 248, precautionary default until the ministry records its rule',
  certainty: 'recalled',
} as const;

/** The test of a state on a date. */
export function findTest(
  state: string,
  on: string,
): Pick<LabourMarketTest, 'days' | 'citation' | 'certainty'> {
  const inForce = labourMarketTests.find(
    (test) =>
      test.state === state &&
      test.validFrom <= on &&
      (test.validUntil === null || on <= test.validUntil),
  );
  return inForce ?? precautionaryTest;
}
