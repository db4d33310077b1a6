import { readTable } from '../csv-table.ts';

/** A group of ISCO-08 (ILO, 2012): 10 major, 43 sub-major, 130 minor and 436 unit groups. */
export interface IscoGroup {
  /** 1 to 4 digits. */
  code: string;
  /** The English title. */
  title: string;
}

export const iscoGroups: readonly IscoGroup[] = readTable(
  new URL('./isco-08.csv', import.meta.url),
).map(([code = '', title = '']) => ({ code, title }));

const titles = new Map(iscoGroups.map(({ code, title }) => [code, title]));

/** Returns the English title of a group; null for an unknown code. */
export function iscoTitle(code: string): string | null {
  return titles.get(code) ?? null;
}

/** Returns whether ISCO-08 has a group with this code. */
export function isIscoCode(code: string): boolean {
  return titles.has(code);
}

/** Returns the groups directly below `parent`; the major groups for null. */
export function iscoChildren(parent: string | null): IscoGroup[] {
  const length = (parent?.length ?? 0) + 1;
  return iscoGroups.filter(({ code }) => code.length === length && code.startsWith(parent ?? ''));
}

/**
 * Returns 4 less the number of leading digits that both codes share: 0 for the same unit group, 4
 * for nothing in common.
 */
export function iscoDistance(a: string, b: string): number {
  let shared = 0;
  while (shared < 4 && a[shared] !== undefined && a[shared] === b[shared]) shared += 1;
  return 4 - shared;
}

/**
 * National codes (of Norway's STYRK-08) that look like ISCO but are not, with the ISCO groups they
 * stand for.
 */
const nationalCodes: Readonly<Record<string, string>> = {
  '2223': '2221',
  '2224': '3412',
  '3439': '3435',
};

const leastKept = 2;

/**
 * Returns the ISCO group for a code as met in practice. National codes are translated, sub-codes
 * cut at the dot, and unknown codes shortened to their longest known prefix of at least two digits.
 * One digit, as of `9999`, could be any elementary work. `repaired` tells whether the code was
 * changed. Null if no group is near.
 */
export function repairIscoCode(code: string): { code: string; repaired: boolean } | null {
  const trimmed = code.trim();
  const [digits = ''] = /^\d{1,4}/.exec(trimmed.split('.')[0] ?? '') ?? [];
  const national = nationalCodes[digits];
  if (national) return { code: national, repaired: true };
  if (isIscoCode(digits)) return { code: digits, repaired: digits !== trimmed };
  // A table took `0110` for a number. Cut, it would be a manager.
  if (digits.length === 3 && isIscoCode(`0${digits}`))
    return { code: `0${digits}`, repaired: true };
  for (let length = digits.length - 1; length >= leastKept; length -= 1) {
    const prefix = digits.slice(0, length);
    if (isIscoCode(prefix)) return { code: prefix, repaired: prefix !== trimmed };
  }
  return null;
}
