import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { getOne } from '../../platform/database/rows.ts';
import { sqlStateOf, sqlStates } from '../../platform/database/sql-state.ts';
import { currentTenant, type Tenant } from '../../platform/database/tenant.ts';
import { offeredBefore, placementNotFound } from '../placements.errors.ts';
import { alreadyPlaced } from './steps.errors.ts';
import { versionMismatch } from '../../platform/http/http.errors.ts';
import { dateInState } from '../../reference/countries/state-days.ts';
import { QuotaSeats } from '../../quotas/ledger/quota-seats.service.ts';
import { Placement } from '../placement.entity.ts';
import { Consequences } from './consequences.ts';
import { assertMayTake, type TakenStep } from './may-take.ts';
import { joinStay, nameThePerson } from './name-the-person.ts';
import { type Party, steps } from './placement-steps.ts';
import type { StepDto } from './steps.dto.ts';
import { writeEvents } from './write-events.ts';

/** Moves placements through their steps, each taken by a party entitled to it. */
@Injectable()
export class PlacementSteps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seats: QuotaSeats,
    private readonly consequences: Consequences,
  ) {}

  /**
   * Takes a step. @throws ProblemError 400, 403, 404, 409, 412 for another version than `version`
   */
  async take(id: string, version: number, dto: StepDto): Promise<Placement> {
    return this.database.transaction(async (sql) => {
      const placement = await getOne(sql, Placement, { id }, placementNotFound);
      if (placement.version !== version) throw versionMismatch();
      return this.takeFrom(sql, placement, dto);
    });
  }

  /**
   * Takes a step from the current version, for answers to many placements at once. @throws
   * ProblemError 400, 403, 404, 409
   */
  async takeCurrent(id: string, dto: StepDto): Promise<Placement> {
    return this.database.transaction(async (sql) =>
      this.takeFrom(sql, await getOne(sql, Placement, { id }, placementNotFound), dto),
    );
  }

  private async takeFrom(
    sql: EntityManager,
    placement: Placement,
    dto: StepDto,
  ): Promise<Placement> {
    const who = currentTenant();
    const today = dateInState(placement.state, this.clock.now());
    const taken = { ...dto, on: dto.on ?? today };
    assertMayTake(placement, taken, who.role as Party, today);
    const named = await nameThePerson(sql, placement, dto);
    return this.database.elevated(sql, async () => {
      const filled = { ...placement, ...named };
      await this.consequences.before(sql, filled, taken);
      const joined = named.candidateId ? await joinStay(sql, filled) : {};
      const moved = await this.move(sql, placement, { ...taken, named: { ...named, ...joined } });
      await this.recordEvent(sql, placement, taken, who);
      await this.consequences.after(sql, moved, taken, who.role);
      // Last, because from here to the end other steps under the same national offer have to wait.
      await this.moveSeats(sql, placement.id, taken, who);
      await this.giveBack(sql, placement, moved, who);
      return moved;
    });
  }

  /**
   * Moves only from the version that was read. If two parties act at once, one gets a version
   * mismatch.
   */
  private async move(
    sql: EntityManager,
    placement: Placement,
    { step, on, named }: TakenStep & { named: Partial<Placement> },
  ): Promise<Placement> {
    const { id, version, startsOn, endsOn } = placement;
    const { from, to } = steps[step];
    // If the end is reported late, the contract still ended on its last day; the next one may have
    // begun since.
    const lastOn = on > startsOn ? on : startsOn;
    const ended = to === 'ended' && lastOn < endsOn ? { endsOn: lastOn } : {};
    const changes = {
      ...named,
      ...ended,
      status: to,
      statusOn: placement.status === to ? placement.statusOn : on,
      version: version + 1,
      ...(step === 'leave-in-breach' && { employerBreach: true }),
      ...(to === 'returned' && { returnedOn: on }),
    };
    const where = { id, version, status: In([...from]) };
    const moved = await sql.update(Placement, where, changes).catch(explainConflict);
    if (!moved.affected) throw versionMismatch();
    return { ...placement, ...changes };
  }

  private async recordEvent(
    sql: EntityManager,
    { id, status }: Placement,
    taken: TakenStep,
    { role, organisationId }: Tenant,
  ): Promise<void> {
    await writeEvents(sql, [
      {
        placementId: id,
        step: taken.step,
        fromStatus: status,
        toStatus: steps[taken.step].to,
        happenedOn: taken.on,
        organisationId,
        role: role as Party,
        reason: taken.reason,
        evidence: taken.evidence,
        createdAt: this.clock.now(),
      },
    ]);
  }

  private async moveSeats(
    sql: EntityManager,
    id: string,
    { step }: TakenStep,
    { organisationId: by }: Tenant,
  ): Promise<void> {
    const { seats } = steps[step];
    // The party's own reason stays in the history of the placement, because others read the ledger.
    const entered = { by, at: this.clock.now(), reason: step };
    if (seats) await this.seats.move(sql, [id], seats, entered);
  }

  /** Gives back the seats of offers that no longer apply to the placement. */
  private async giveBack(
    sql: EntityManager,
    { id, quotaIds }: Placement,
    moved: Placement,
    { organisationId: by }: Tenant,
  ): Promise<void> {
    const spare = quotaIds.filter((quotaId) => !moved.quotaIds.includes(quotaId));
    if (spare.length === 0) return;
    const entered = { by, at: this.clock.now(), reason: 'The entry used a seat already' };
    await this.seats.move(sql, [id], 'release', entered, spare);
  }
}

/** Turns violations of the table's constraints into problems. */
function explainConflict(error: unknown): never {
  const code = sqlStateOf(error);
  if (code === sqlStates.excluded) throw alreadyPlaced();
  if (code === sqlStates.notUnique) throw offeredBefore();
  throw error;
}
