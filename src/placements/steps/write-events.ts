import type { EntityManager } from 'typeorm';
import { utcDate } from '../../platform/clock/utc-date.ts';
import type { PlacementEvent } from './placement-event.entity.ts';

type NewEvent = Omit<PlacementEvent, 'id' | 'reason' | 'evidence'> &
  Partial<Pick<PlacementEvent, 'reason' | 'evidence'>>;

/** Adds events to the histories of placements. Events are never changed. */
export async function writeEvents(sql: EntityManager, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    placement_id: event.placementId,
    step: event.step,
    from_status: event.fromStatus,
    to_status: event.toStatus,
    happened_on: event.happenedOn,
    organisation_id: event.organisationId,
    role: event.role,
    reason: event.reason ?? null,
    evidence: event.evidence ?? null,
    created_at: event.createdAt,
  }));
  await sql.query(
    `INSERT INTO placement_event (id, placement_id, step, from_status, to_status, happened_on,
                                  organisation_id, role, reason, evidence, created_at)
     SELECT new_id(), placement_id, step, from_status, to_status, happened_on, organisation_id, role,
            reason, evidence, created_at
       FROM jsonb_populate_recordset(NULL::placement_event, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Adds events for what the application itself does, dated `at`. */
export async function writeOwnEvents(
  sql: EntityManager,
  at: Date,
  events: readonly Pick<NewEvent, 'placementId' | 'step' | 'fromStatus' | 'toStatus' | 'reason'>[],
): Promise<void> {
  const system = { organisationId: null, role: 'system' as const };
  const when = { happenedOn: utcDate(at), createdAt: at };
  await writeEvents(
    sql,
    events.map((event) => ({ ...event, ...system, ...when })),
  );
}
