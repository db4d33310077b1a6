import { roundDownToTens } from '../access/disclosure.ts';
import { currentTenant } from '../platform/database/tenant.ts';

/** The counts of seats that people hold: in all, and by stage. */
const ofPeople = ['taken', 'reserved', 'confirmed', 'used', 'outside'] as const;

/**
 * Returns the counts as the caller may see them. The monitor sees full tens, rounded down, so
 * neither a count nor the difference between two offers, stages or moments reveals fewer than ten
 * people.
 */
export function discloseSeats<Counts extends Partial<Record<(typeof ofPeople)[number], number>>>(
  counts: Counts,
): Counts {
  if (currentTenant().role !== 'monitor') return counts;
  const told = { ...counts };
  for (const stage of ofPeople) {
    const count = told[stage];
    if (count !== undefined) told[stage] = roundDownToTens(count);
  }
  return told;
}
