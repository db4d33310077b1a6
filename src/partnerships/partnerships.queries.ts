import {
  ArrayContains,
  type EntityManager,
  In,
  IsNull,
  LessThanOrEqual,
  MoreThanOrEqual,
} from 'typeorm';
import { Partnership } from './partnership.entity.ts';
import { PressedSector } from './pressed-sector.entity.ts';

/** The partnerships in force with a state on a date. */
export function findPartnershipsInForce(
  sql: EntityManager,
  state: string,
  on: string,
): Promise<Partnership[]> {
  const common = {
    status: 'in-force' as const,
    states: ArrayContains([state]),
    startsOn: LessThanOrEqual(on),
  };
  return sql.find(Partnership, {
    where: [
      { ...common, endsOn: IsNull() },
      { ...common, endsOn: MoreThanOrEqual(on) },
    ],
    order: { id: 'ASC' },
  });
}

/** What the countries named as pressed on a date; lifted ones have no effect any more. */
export function findPressedSectorsInForce(
  sql: EntityManager,
  partnerCountries: readonly string[],
  on: string,
): Promise<PressedSector[]> {
  const common = {
    partnerCountry: In([...partnerCountries]),
    startsOn: LessThanOrEqual(on),
    liftedAt: IsNull(),
  };
  return sql.find(PressedSector, {
    where: [
      { ...common, endsOn: IsNull() },
      { ...common, endsOn: MoreThanOrEqual(on) },
    ],
    order: { id: 'ASC' },
  });
}
