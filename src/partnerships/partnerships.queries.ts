import type { EntityManager } from 'typeorm';
import { isWithin } from '../platform/clock/is-within.ts';
import type { Partnership } from './partnership.entity.ts';
import type { PressedSector } from './pressed-sector.entity.ts';
import { datedKinds } from './versions/dated-kinds.ts';
import { findDated } from '../platform/versions/versions.queries.ts';

/**
 * Finds the partnerships in force with a state on a date.
 * @param asOf uses the partnerships as they were known then; null: as they are now
 */
export async function findPartnershipsInForce(
  sql: EntityManager,
  state: string,
  on: string,
  asOf: Date | null = null,
): Promise<Omit<Partnership, 'createdAt'>[]> {
  const all = await findDated(sql, datedKinds.partnership, asOf);
  return all.filter(
    (one) =>
      one.status === 'in-force' &&
      one.states.includes(state) &&
      isWithin(on, one.startsOn, one.endsOn),
  );
}

/**
 * Finds the pressed sectors of the countries in force on a date. A lifted sector has no effect,
 * except on requests made before it was lifted (`askedAt`): lifting a sector does not revive them.
 * @param asOf uses the sectors as they were known then, so a lifting recorded later has not
 * happened yet; null: as they are now
 */
export async function findPressedSectorsInForce(
  sql: EntityManager,
  partnerCountries: readonly string[],
  on: string,
  { askedAt, asOf = null }: { askedAt: Date | null; asOf?: Date | null },
): Promise<Omit<PressedSector, 'createdAt'>[]> {
  const all = await findDated(sql, datedKinds.pressedSector, asOf, { partnerCountries });
  return all.filter(
    ({ liftedAt, ...one }) =>
      isWithin(on, one.startsOn, one.endsOn) &&
      // In a recorded version, a moment is text.
      (liftedAt === null || (askedAt !== null && new Date(liftedAt) > askedAt)),
  );
}
