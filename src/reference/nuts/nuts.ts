import { readTable } from '../csv-table.ts';

/** What a region of an earlier edition is called today. */
export interface CarriedRegion {
  /** NUTS 2024. */
  code: string;
  /** Of the former region's people, 0 to 1: how many live in the region named. */
  share: number;
}

/**
 * Regions of NUTS 2013, 2016 and 2021 that NUTS 2024 (Delegated Regulation (EU) 2023/674) does not
 * have, each with the region that most of its people live in: facts of the correspondence that the
 * Joint Research Centre publishes, for levels 1 to 3 and the statistical regions of EFTA.
 */
const changes = new Map<string, CarriedRegion>(
  readTable(new URL('./nuts-2024-changes.csv', import.meta.url)).map(
    ([former = '', current = '']) => {
      const [code = '', percent = ''] = current.split(' ');
      return [former, { code, share: Number(percent) / 100 }];
    },
  ),
);

/** Where a region of an earlier edition went; null for one that is still there, or never was. */
export function carryNuts(code: string): CarriedRegion | null {
  return changes.get(code) ?? null;
}
