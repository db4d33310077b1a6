import type { EntityManager } from 'typeorm';
import { isWithin } from '../platform/clock/is-within.ts';
import type { Partnership } from './partnership.entity.ts';
import type { PressedSector } from './pressed-sector.entity.ts';
import { datedKinds } from './versions/dated-kinds.ts';
import { findDated } from './versions/versions.queries.ts';

/** The partnerships in force with a state on a date; `asOf`: as far as it was known then. */
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
 * What the countries named as pressed on a date. One that was lifted has no effect any more, but
 * for what was asked for before it was: lifting alone revives nothing. `asOf`: as far as it was
 * known then; a lifting that was recorded later has not happened yet.
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
      // As a version keeps it, a moment is text.
      (liftedAt === null || (askedAt !== null && new Date(liftedAt) > askedAt)),
  );
}
