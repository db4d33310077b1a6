import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordsOf } from '../../candidates/duplicates/same-person.queries.ts';
import { recordVerifiedStay } from '../../candidates/verified-stays.queries.ts';
import { Match, type MatchOutcome } from '../../matching/match.entity.ts';
import { outdateFullLists, outdateVacancies } from '../../matching/outdate.queries.ts';
import { assertAllInvited } from '../../matching/preference/invitations.queries.ts';
import { isDomestic, type Tier } from '../../matching/rules/tiers.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { changedRows } from '../../platform/database/rows.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { assertGates } from '../circular/circular-gates.ts';
import { assertStillOpen } from '../offers/offer-gates.ts';
import { Placement } from '../placement.entity.ts';
import { DepartureTracker } from './departure-tracker.ts';
import type { TakenStep } from './may-take.ts';
import { NextContracts } from './next-contracts.ts';
import { assertOnePlace } from './one-place.ts';
import type { StepName } from './placement-steps.ts';
import { requestDecisions, undoHiring } from './undo-hiring.ts';
import { Withdrawals } from './withdrawals.ts';
import { writeOwnEvents } from './write-events.ts';

/** The outcome that a step gives to the employer's match. */
const outcomes: Partial<Record<StepName, MatchOutcome>> = { accept: 'hired', refuse: 'declined' };

/**
 * The steps that end a placement after acceptance. Before the entry, the match then counts as not
 * hired.
 */
const undoing: readonly StepName[] = ['deny', 'withdraw', 'abandon'];

/** What a step causes besides itself, in the same transaction. */
@Injectable()
export class Consequences {
  constructor(
    private readonly clock: Clock,
    private readonly departureTracker: DepartureTracker,
    private readonly next: NextContracts,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** Checks the gates of a step before it is taken. @throws ProblemError 409 */
  async before(sql: EntityManager, placement: Placement, taken: TakenStep): Promise<void> {
    if (taken.step === 'accept') {
      await assertOnePlace(sql, placement);
      await this.assertInvited(sql, placement);
      await assertStillOpen(sql, placement, { now: this.clock.now(), stage: 'accept' });
    }
    await assertGates(sql, placement, taken);
    if (taken.step === 'authorise') await this.departureTracker.assertRoom(sql, placement);
  }

  /**
   * Carries out the consequences of a step that was taken; `role` is that of the party who took it.
   */
  async after(
    sql: EntityManager,
    placement: Placement,
    taken: TakenStep,
    role: string,
  ): Promise<void> {
    const { step } = taken;
    const outcome = outcomes[step];
    if (outcome) await this.recordOutcome(sql, placement, outcome);
    if (undoing.includes(step)) await undoHiring(sql, [placement.id], this.clock.now());
    if (step === 'accept') await this.withdrawOthers(sql, placement);
    await this.departureTracker.trackStep(sql, placement, taken);
    if (step === 'return') await this.endStay(sql, placement, role);
  }

  /**
   * A verified return ends every contract of the stay. It also puts the person ahead of others from
   * the next matching on.
   */
  private async endStay(sql: EntityManager, last: Placement, issuer: string): Promise<void> {
    const { candidateId, campaignId, returnedOn } = last;
    if (candidateId === null || returnedOn === null) return;
    const others = { campaignId, status: 'ended' as const };
    const ended = await sql.findBy(Placement, others);
    await sql.update(Placement, others, {
      status: 'returned',
      statusOn: returnedOn,
      returnedOn,
      version: () => 'version + 1',
    });
    await writeOwnEvents(
      sql,
      this.clock.now(),
      ended.map(({ id: placementId, status: fromStatus }) => ({
        placementId,
        step: 'return',
        fromStatus,
        toStatus: 'returned',
        reason: 'Of the same stay',
      })),
    );
    for (const one of [...ended, last]) {
      const { id: placementId, agencyId: organisationId, state: country } = one;
      const toOn = one.endsOn < returnedOn ? one.endsOn : returnedOn;
      const fromOn = one.startsOn < toOn ? one.startsOn : toOn;
      const stay = { placementId, candidateId, organisationId, country, fromOn, toOn };
      await recordVerifiedStay(sql, { ...stay, returnedOn, issuer });
    }
    await this.next.separate(sql, last);
    await putJob(sql, 'candidate.changed', { candidateId });
  }

  /**
   * A candidate with preference may have appeared between offer and answer. @throws ProblemError
   * 409
   */
  private async assertInvited(sql: EntityManager, placement: Placement): Promise<void> {
    const { matchId } = placement;
    const match = matchId === null ? null : await sql.findOneBy(Match, { id: matchId });
    if (match && isDomestic(match)) return;
    await assertAllInvited(sql, placement, this.clock.now());
  }

  private async recordOutcome(
    sql: EntityManager,
    { matchId, vacancyId }: Placement,
    outcome: MatchOutcome,
  ): Promise<void> {
    const told = await changedRows<{ tier: Tier }>(
      sql,
      `UPDATE match SET outcome = $2, outcome_at = $3, version = version + 1 WHERE id = $1
       RETURNING tier`,
      [matchId, outcome, this.clock.now()],
    );
    // A settled match makes room for others in a full list. One with preference also stops holding
    // others back.
    const mark = told.some(isDomestic) ? outdateVacancies : outdateFullLists;
    await requestDecisions(sql, await mark(sql, [vacancyId]));
  }

  /** Withdraws other offers to the person for the same time. Their seats are free at once. */
  private async withdrawOthers(sql: EntityManager, accepted: Placement): Promise<void> {
    const { id, candidateId, startsOn, endsOn } = accepted;
    if (candidateId === null) return;
    const people = await recordsOf(sql, candidateId);
    const others = await sql
      .createQueryBuilder(Placement, 'p')
      .where('p.candidateId IN (:...people) AND p.id <> :id', { people, id })
      .andWhere(`p.status IN ('waiting', 'offered')`)
      .andWhere(`daterange(p.startsOn, p.endsOn, '[]') && daterange(:startsOn, :endsOn, '[]')`)
      .setParameters({ startsOn, endsOn })
      .getMany();
    const reason = 'The person accepted another offer';
    await this.withdrawals.withdraw(sql, others, { step: 'supersede', reason, entered: reason });
  }
}
