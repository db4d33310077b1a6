import { Injectable } from '@nestjs/common';
import { isWithin } from '../../platform/clock/is-within.ts';
import { type EntityManager, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { partnershipNotFound } from '../../partnerships/partnerships.errors.ts';
import type { KnownPartnership } from '../../partnerships/partnerships.service.ts';
import { datedKinds } from '../../partnerships/versions/dated-kinds.ts';
import { findDated } from '../../platform/versions/versions.queries.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { currentTenant, ownCountry } from '../../platform/database/tenant.ts';
import { momentOf } from '../../platform/http/as-of.ts';
import { Quota } from '../quota.entity.ts';
import { findQuotasKnown } from '../quotas.queries.ts';
import { discloseSeats } from '../disclosed-seats.ts';
import type { PoolQuery } from './pool.dto.ts';
import { type PooledOffer, type PoolView, sharesOf, sumOf } from './pool-view.ts';

/** The joint offers of several states under one partnership. */
@Injectable()
export class Pools {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns what the states offer together on a day, today by default. It holds figures only, so
   * each state may see those of the others. With a moment in the query, it returns what was known
   * then.
   * @throws ProblemError 404 for a partnership in which the caller has no part
   */
  async get(partnershipId: string, query: PoolQuery): Promise<PoolView> {
    const { on = this.clock.today() } = query;
    const asOf = momentOf(query);
    return this.database.transaction(async (sql) => {
      const [found] = await findDated(sql, datedKinds.partnership, asOf, { id: partnershipId });
      if (!found || !takesPart(found)) throw partnershipNotFound();
      const { partnerCountry, states } = found;
      const offers = await this.database.elevated(sql, () => offersOf(sql, found, on, asOf));
      const shares = sharesOf(states.toSorted(), offers.map(discloseSeats));
      return { partnershipId, partnerCountry, on, ...sumOf(shares), states: shares };
    });
  }
}

/** Returns the partnership's offers whose period includes the day, in the order of ids. */
async function offersOf(
  sql: EntityManager,
  { id: partnershipId, partnerCountry }: KnownPartnership,
  on: string,
  asOf: Date | null,
): Promise<PooledOffer[]> {
  if (asOf === null) {
    const inForce = { startsOn: LessThanOrEqual(on), endsOn: MoreThanOrEqual(on) };
    return sql.find(Quota, { where: { partnershipId, ...inForce }, order: { id: 'ASC' } });
  }
  const known = await findQuotasKnown(sql, asOf, { partnerCountries: [partnerCountry] });
  return known.filter(
    (offer) => offer.partnershipId === partnershipId && isWithin(on, offer.startsOn, offer.endsOn),
  );
}

function takesPart({ partnerCountry, states }: KnownPartnership): boolean {
  const { role, country } = currentTenant();
  if (role === 'ministry') return states.includes(ownCountry());
  return role !== 'partner-authority' || country === partnerCountry;
}
