import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/new-id.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { OutflowEntry } from './outflow-entry.entity.ts';

/** One person who leaves for a placement. */
export type Departure = Pick<
  OutflowEntry,
  | 'partnerCountry' | 'state' | 'isco' | 'nace' | 'esco' | 'furtherIsco' | 'furtherEsco' | 'region'
  | 'leftOn' // prettier-ignore
> & { placementId: string };

/**
 * Counts the departures that placements bring about, within the caller's transaction, which runs as
 * the application itself. They count against caps and exceptions, together with the departures that
 * the authority counts.
 */
@Injectable()
export class Departures {
  constructor(private readonly clock: Clock) {}

  /**
   * Counts the person once, however often it is called. If the day differs from the one counted
   * before, the new day replaces it.
   */
  async count(sql: EntityManager, departure: Departure): Promise<void> {
    const before = await counted(sql, departure.placementId);
    if (before?.leftOn === departure.leftOn) return;
    if (before) await this.enter(sql, before, -1, 'Left on another day');
    await this.enter(sql, { ...before, ...departure }, 1, 'Placement');
  }

  /** Changes the day of a departure that was counted. Does nothing if none was. */
  async move(sql: EntityManager, placementId: string, leftOn: string): Promise<void> {
    const before = await counted(sql, placementId);
    if (before) await this.count(sql, { ...before, leftOn });
  }

  /** Cancels a departure that was counted, as the person does not leave after all. */
  async cancel(sql: EntityManager, placementId: string): Promise<void> {
    const before = await counted(sql, placementId);
    if (before) await this.enter(sql, before, -1, 'Did not leave');
  }

  private async enter(
    sql: EntityManager,
    departure: Departure,
    people: 1 | -1,
    reason: string,
  ): Promise<void> {
    const createdAt = this.clock.now();
    await sql.insert(OutflowEntry, { ...departure, id: newId(), people, reason, createdAt });
    await putJob(sql, 'outflow.changed', { partnerCountry: departure.partnerCountry });
  }
}

/** Returns the departure that the entries of a placement add up to, or null if they cancel out. */
async function counted(sql: EntityManager, placementId: string): Promise<Departure | null> {
  const [row] = await sql.query<Departure[]>(
    `SELECT placement_id AS "placementId", partner_country AS "partnerCountry", state, isco, nace,
            esco, further_isco AS "furtherIsco", further_esco AS "furtherEsco", region,
            left_on::text AS "leftOn"
       FROM outflow_entry WHERE placement_id = $1
      GROUP BY placement_id, partner_country, state, isco, nace, esco, further_isco, further_esco,
               region, left_on
     HAVING sum(people) > 0`,
    [placementId],
  );
  return row ?? null;
}
