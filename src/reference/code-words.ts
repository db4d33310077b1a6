import type { ReadValue } from '../platform/formats/findings.ts';
import type { Findings } from '../platform/formats/findings.ts';

/** EURES list CONTRACT DURATION (rule BR-COM-38). */
export const offerings = [
  'DirectHire',
  'Temporary',
  'TemporaryToHire',
  'ContractToHire',
  'Contract',
  'Internship',
  'Apprenticeship',
  'Seasonal',
  'OnCall',
  'RecruitmentReserve',
  'SelfEmployed',
  'Volunteer',
] as const;

/** EURES list CONTRACT TYPE (rule BR-COM-39). */
export const schedules = ['FullTime', 'PartTime', 'FlexTime', 'Any'] as const;

/** EURES list REMUNERATION RATE INTERVAL (rules BR-COM-30 to 35). */
export const payIntervals = [
  ...(['hour', 'day', 'week', 'twoweeks', 'fourweeks', 'halfmonth', 'month', 'twomonths'] as const),
  ...([
    'quarter',
    'seasonalterm',
    'halfyear',
    'year',
    'quartertodate',
    'yeartodate',
    'once',
  ] as const),
];

/** Driving licence categories of Directive 2006/126/EC (rule BR-COM-41). */
export const licenceCategories = [
  ...([
    'AM',
    'A1',
    'A2',
    'A',
    'B1',
    'B',
    'BE',
    'C1',
    'C1E',
    'C',
    'CE',
    'D',
    'D1',
    'D1E',
    'DE',
  ] as const),
];

/**
 * Reads a word of a list in any case, because the EURES portal writes them all in lower case. A
 * word that is not on the list is left out: the portal would refuse the document, but real feeds
 * contain such words.
 */
export function readWord<W extends string>(
  text: string | null,
  list: readonly W[],
  path: string,
  findings: Findings,
): W | null {
  if (text === null || text.trim() === '') return null;
  const word = list.find((one) => one.toLowerCase() === text.trim().toLowerCase());
  if (word === undefined)
    findings.drop(
      'word-not-on-list',
      { path, value: text },
      `This word is not on the list, so it is left out. Use one of these: ${list.join(', ')}.`,
    );
  return word ?? null;
}

/** Reads the licence categories, each once. */
export function readLicences(values: readonly ReadValue[], findings: Findings): string[] {
  const read = values.map(({ path, value }) =>
    readWord(value?.toUpperCase().replace(/[\s+]/g, '') ?? null, licenceCategories, path, findings),
  );
  return [...new Set(read.filter((licence) => licence !== null))];
}

/** Reads a whole number of positions. Returns 1 if none, or nothing readable, is given. */
export function readPositions(text: string | null, path: string, findings: Findings): number {
  if (text === null || text.trim() === '') return 1;
  const positions = Number(text);
  if (Number.isInteger(positions) && positions > 0 && positions <= 100_000) return positions;
  findings.drop(
    'positions-unreadable',
    { path, value: text },
    'This is not a number of positions, so 1 is assumed. Write a whole number, such as 3.',
  );
  return 1;
}
