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

/**
 * What the countries named as pressed on a date. One that was lifted has no effect any more, but
 * for what was asked for before it was: lifting alone revives nothing.
 */
export function findPressedSectorsInForce(
  sql: EntityManager,
  partnerCountries: readonly string[],
  on: string,
  askedAt: Date | null = null,
): Promise<PressedSector[]> {
  return sql
    .createQueryBuilder(PressedSector, 'sector')
    .where({ partnerCountry: In([...partnerCountries]), startsOn: LessThanOrEqual(on) })
    .andWhere('(sector.endsOn IS NULL OR sector.endsOn >= :on)', { on })
    .andWhere('(sector.liftedAt IS NULL OR sector.liftedAt > :askedAt)', { askedAt })
    .orderBy('sector.id')
    .getMany();
}
