import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Partnership } from '../../partnerships/partnership.entity.ts';
import { partnershipNotFound } from '../../partnerships/partnerships.errors.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { currentTenant } from '../../platform/database/tenant.ts';
import { Quota } from '../quota.entity.ts';
import type { PoolQuery } from './pool.dto.ts';
import { type PoolView, sharesOf, sumOf } from './pool-view.ts';

/** The joint offers of several states under one partnership. */
@Injectable()
export class Pools {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * What the states offer together on a day: figures alone, so that each may see those of the others.
   * @throws ProblemError 404 for a partnership in which the caller has no part
   */
  async get(partnershipId: string, { on = this.clock.today() }: PoolQuery): Promise<PoolView> {
    return this.database.transaction(async (sql) => {
      const found = await sql.findOneBy(Partnership, { id: partnershipId });
      if (!found || !takesPart(found)) throw partnershipNotFound();
      const { partnerCountry, states } = found;
      const inForce = { startsOn: LessThanOrEqual(on), endsOn: MoreThanOrEqual(on) };
      const offers = await this.database.elevated(sql, () =>
        sql.find(Quota, { where: { partnershipId, ...inForce }, order: { id: 'ASC' } }),
      );
      const shares = sharesOf(states.toSorted(), offers);
      return { partnershipId, partnerCountry, on, ...sumOf(shares), states: shares };
    });
  }
}

function takesPart({ partnerCountry, states }: Partnership): boolean {
  const { role, country } = currentTenant();
  if (role === 'ministry') return states.includes(country ?? '');
  return role !== 'partner-authority' || country === partnerCountry;
}
