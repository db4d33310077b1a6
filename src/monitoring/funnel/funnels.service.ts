import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { Database } from '../../platform/database/database.ts';
import type { List } from '../../platform/http/paging.ts';
import { countFunnel, seatsOffered } from './funnel.queries.ts';
import { type Funnel, funnelsOf } from './funnel-view.ts';

interface FunnelQuestion {
  state?: string;
  year?: number;
  by?: 'quota' | 'country';
}

/** The steps from seat to return in figures about ten people or more, never about individuals. */
@Injectable()
export class Funnels {
  constructor(private readonly database: Database) {}

  /**
   * Counts all placements, whoever calls, because the published figures are the same for everyone.
   */
  async list({ state, year, by = 'country' }: FunnelQuestion): Promise<List<Funnel>> {
    return this.database.asSystem(async (sql) => {
      const counts = await countFunnel(sql, { state, year, byQuota: by === 'quota' });
      return { items: funnelsOf(counts, await seatsOffered(sql)) };
    });
  }

  /** Returns CSV with one row per step, for spreadsheets. */
  async csv(question: FunnelQuestion): Promise<string> {
    const { items } = await this.list(question);
    const rows = items.flatMap(({ steps, state, partnerCountry, year, quotaId, seats }) =>
      steps.map(({ step, reached, conversion, medianDays }) => ({
        state,
        partner_country: partnerCountry,
        year,
        quota_id: quotaId,
        seats,
        step,
        reached,
        conversion,
        median_days: medianDays,
      })),
    );
    return stringify(rows, { header: true, escape_formulas: true });
  }
}
