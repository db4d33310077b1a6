import {
  ArrayContains,
  type EntityManager,
  In,
  IsNull,
  LessThanOrEqual,
  MoreThanOrEqual,
} from 'typeorm';
import { Partnership } from './partnership.entity.ts';
import type { PressedSectorVersion } from './pressed-sector-version.entity.ts';
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

/**
 * The same as it was known at a moment: from the versions recorded until then. `askedAt` as above;
 * a lifting that was recorded later has not happened yet.
 */
export async function findPressedSectorsKnown(
  sql: EntityManager,
  partnerCountries: readonly string[],
  on: string,
  { asOf, askedAt }: { asOf: Date; askedAt: Date | null },
): Promise<Omit<PressedSector, 'createdAt'>[]> {
  const rows = await sql.query<{ content: PressedSectorVersion['content'] }[]>(
    `SELECT DISTINCT ON (id) content FROM pressed_sector_version
      WHERE partner_country = ANY ($1) AND recorded_at <= $2
      ORDER BY id, version DESC`,
    [partnerCountries, asOf],
  );
  return rows
    .map(({ content }) => content)
    .filter(
      ({ startsOn, endsOn, liftedAt }) =>
        startsOn <= on &&
        (endsOn === null || on <= endsOn) &&
        // As JSON keeps it, a moment is text.
        (liftedAt === null || (askedAt !== null && new Date(liftedAt) > askedAt)),
    );
}
