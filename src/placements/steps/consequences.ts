import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MatchOutcome } from '../../matching/match.entity.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Outbox } from '../../platform/queue/outbox.ts';
import { QuotaSeats } from '../../quotas/ledger/quota-seats.service.ts';
import type { Placement } from '../placement.entity.ts';
import type { TakenStep } from './may-take.ts';
import type { StepName } from './placement-steps.ts';
import { writeEvents } from './write-events.ts';

/** What the employer's match is told. */
const outcomes: Partial<Record<StepName, MatchOutcome>> = { accept: 'hired', refuse: 'declined' };

/** What a step brings about besides itself, in the same transaction. */
@Injectable()
export class Consequences {
  constructor(
    private readonly outbox: Outbox,
    private readonly seats: QuotaSeats,
    private readonly clock: Clock,
  ) {}

  /** All placements of a person are locked in one order before one is accepted. */
  async before(sql: EntityManager, { candidateId }: Placement, { step }: TakenStep): Promise<void> {
    if (step !== 'accept') return;
    await sql.query('SELECT 1 FROM placement WHERE candidate_id = $1 ORDER BY id FOR UPDATE', [
      candidateId,
    ]);
  }

  async after(sql: EntityManager, placement: Placement, { step }: TakenStep): Promise<void> {
    const outcome = outcomes[step];
    if (outcome) await this.tellMatch(sql, placement, outcome);
    if (step === 'accept') await this.withdrawOthers(sql, placement);
  }

  private async tellMatch(
    sql: EntityManager,
    { matchId, vacancyId }: Placement,
    outcome: MatchOutcome,
  ): Promise<void> {
    await sql.query(
      'UPDATE match SET outcome = $2, outcome_at = $3, version = version + 1 WHERE id = $1',
      [matchId, outcome, this.clock.now()],
    );
    await this.outbox.put(sql, 'vacancy.changed', { vacancyId });
  }

  /** Other offers for the same time have lost their person; their seats are free at once. */
  private async withdrawOthers(sql: EntityManager, accepted: Placement): Promise<void> {
    const { id, candidateId, startsOn, endsOn } = accepted;
    const [others] = await sql.query<[{ id: string; was: Placement['status'] }[]]>(
      `UPDATE placement p SET status = 'withdrawn', status_on = $5, version = p.version + 1
         FROM placement before
        WHERE before.id = p.id AND p.candidate_id = $1 AND p.id <> $2
          AND p.status IN ('waiting', 'offered')
          AND daterange(p.starts_on, p.ends_on, '[]') && daterange($3, $4, '[]')
       RETURNING p.id, before.status AS was`,
      [candidateId, id, startsOn, endsOn, this.clock.today()],
    );
    const [at, reason] = [this.clock.now(), 'The person accepted another offer'];
    const ids = others.map((other) => other.id);
    await this.seats.move(sql, ids, 'release', { by: null, at, reason });
    await writeEvents(
      sql,
      others.map((other) => ({
        placementId: other.id,
        step: 'supersede',
        fromStatus: other.was,
        toStatus: 'withdrawn',
        happenedOn: this.clock.today(),
        organisationId: null,
        role: 'system',
        reason,
        createdAt: at,
      })),
    );
  }
}
