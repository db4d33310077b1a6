import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordsOf } from '../../candidates/duplicates/same-person.queries.ts';
import { recordVerifiedStay } from '../../candidates/verified-stays.queries.ts';
import { Match, type MatchOutcome } from '../../matching/match.entity.ts';
import { outdateFullLists, outdateVacancies } from '../../matching/outdate.queries.ts';
import { assertAllInvited } from '../../matching/preference/invitations.queries.ts';
import { isDomestic, type Tier } from '../../matching/rules/tiers.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Outbox } from '../../platform/queue/outbox.ts';
import { assertGates } from '../circular/circular-gates.ts';
import { Placement } from '../placement.entity.ts';
import { Leaving } from './leaving.ts';
import type { TakenStep } from './may-take.ts';
import { NextContracts } from './next-contracts.ts';
import { assertOnePlace } from './one-place.ts';
import type { StepName } from './placement-steps.ts';
import { Withdrawals } from './withdrawals.ts';
import { writeOwnEvents } from './write-events.ts';

/** What the employer's match is told. */
const outcomes: Partial<Record<StepName, MatchOutcome>> = { accept: 'hired', refuse: 'declined' };

/** What ends a placement that was accepted; before the entry it is as if nobody had been hired. */
const undoing: readonly StepName[] = ['deny', 'withdraw', 'abandon'];

/** What a step brings about besides itself, in the same transaction. */
@Injectable()
export class Consequences {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly leaving: Leaving,
    private readonly next: NextContracts,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** Its gates. */
  async before(sql: EntityManager, placement: Placement, taken: TakenStep): Promise<void> {
    if (taken.step === 'accept') {
      await assertOnePlace(sql, placement);
      await this.assertInvited(sql, placement);
    }
    await assertGates(sql, placement, taken);
  }

  async after(
    sql: EntityManager,
    placement: Placement,
    taken: TakenStep,
    role: string,
  ): Promise<void> {
    const { step } = taken;
    const outcome = outcomes[step];
    if (outcome) await this.tellMatch(sql, placement, outcome);
    if (undoing.includes(step)) await this.takeBack(sql, placement);
    if (step === 'accept') await this.withdrawOthers(sql, placement);
    await this.leaving.follow(sql, placement, taken);
    if (step === 'return') await this.endStay(sql, placement, role);
  }

  /**
   * A verified return ends every contract of the stay, and puts the person ahead of others from the
   * next matching on.
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
        ...{ placementId, step: 'return', fromStatus, toStatus: 'returned' },
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
    await this.next.part(sql, last);
    await this.outbox.put(sql, 'candidate.changed', { candidateId });
  }

  /** Between offer and answer somebody with preference may have come up. @throws ProblemError 409 */
  private async assertInvited(sql: EntityManager, placement: Placement): Promise<void> {
    const { matchId } = placement;
    const match = matchId === null ? null : await sql.findOneBy(Match, { id: matchId });
    if (match && isDomestic(match)) return;
    await assertAllInvited(sql, placement, this.clock.now());
  }

  private async tellMatch(
    sql: EntityManager,
    { matchId, vacancyId }: Placement,
    outcome: MatchOutcome,
  ): Promise<void> {
    const [told] = await sql.query<[{ tier: Tier }[]]>(
      `UPDATE match SET outcome = $2, outcome_at = $3, version = version + 1 WHERE id = $1
       RETURNING tier`,
      [matchId, outcome, this.clock.now()],
    );
    // Whoever is dealt with makes room for others in a full list, and with preference holds nobody back any longer.
    const mark = told.some(isDomestic) ? outdateVacancies : outdateFullLists;
    await this.decideAgain(sql, await mark(sql, [vacancyId]));
  }

  /** Whoever accepted and does not come is invited as before: dealt with no longer, they hold back others. */
  private async takeBack(sql: EntityManager, { id, matchId, vacancyId }: Placement): Promise<void> {
    const took = (names: string): string =>
      `EXISTS (SELECT 1 FROM placement_event WHERE placement_id = $2 AND step IN (${names}))`;
    const [told] = await sql.query<[{ tier: Tier }[]]>(
      `UPDATE match SET outcome = 'invited', outcome_at = $3, version = version + 1
        WHERE id = $1 AND outcome = 'hired'
          AND ${took(`'accept'`)} AND NOT ${took(`'enter', 'start-work'`)}
       RETURNING tier`,
      [matchId, id, this.clock.now()],
    );
    if (told.some(isDomestic))
      await this.decideAgain(sql, await outdateVacancies(sql, [vacancyId]));
  }

  /** Among others: a season is accepted in a few days, two posts of a vacancy at a time. */
  private async decideAgain(sql: EntityManager, marked: number): Promise<void> {
    if (marked > 0) await this.outbox.put(sql, 'matches.outdated', {});
  }

  /** Other offers for the same time have lost their person; their seats are free at once. */
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
