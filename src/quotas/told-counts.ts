import { currentTenant } from '../platform/database/tenant.ts';

/** Seats that people are on, at any stage and in all. */
const ofPeople = ['taken', 'reserved', 'confirmed', 'used', 'outside'] as const;

/** No figure over fewer people than this is told to whoever may not know of people one by one. */
const GRAIN = 10;

/**
 * Counts as the caller may know them: the monitor in full tens, rounded down, so that neither a count
 * nor the difference of two offers, stages or moments tells of fewer than ten people.
 */
export function asTold<Counts extends Partial<Record<(typeof ofPeople)[number], number>>>(
  counts: Counts,
): Counts {
  if (currentTenant().role !== 'monitor') return counts;
  const told = { ...counts };
  for (const stage of ofPeople) {
    const count = told[stage];
    if (count !== undefined) told[stage] = count - (count % GRAIN);
  }
  return told;
}
