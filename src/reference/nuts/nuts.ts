import { readTable } from '../csv-table.ts';

/** The region of today that replaces a region of an earlier edition. */
export interface CarriedRegion {
  /** Its code in NUTS 2024. */
  code: string;
  /** The share of the former region's people who live in it, 0 to 1. */
  share: number;
}

/**
 * Regions of NUTS 2013, 2016 and 2021 that NUTS 2024 (Delegated Regulation (EU) 2023/674) lacks,
 * each with the region where most of its people live. From the correspondence tables of the Joint
 * Research Centre, for levels 1 to 3 and the statistical regions of EFTA.
 */
const changes = new Map<string, CarriedRegion>(
  readTable(new URL('./nuts-2024-changes.csv', import.meta.url)).map(
    ([former = '', current = '']) => {
      const [code = '', percent = ''] = current.split(' ');
      return [former, { code, share: Number(percent) / 100 }];
    },
  ),
);

/**
 * Returns the region that replaces one of an earlier edition; null for a region that still exists
 * or never did.
 */
export function carryNuts(code: string): CarriedRegion | null {
  return changes.get(code) ?? null;
}

/** The states whose NUTS prefix differs from their ISO 3166 code. */
export const nutsPrefixes: Readonly<Record<string, string>> = { GR: 'EL', GB: 'UK' };
