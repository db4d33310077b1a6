import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/new-id.ts';
import { HandlesJob } from '../../platform/queue/handles-job.ts';
import { QuotaSeats } from '../../quotas/ledger/quota-seats.service.ts';
import {
  AllocationDraw,
  AllocationResult,
  AllocationRound,
  pendingStatuses,
} from './allocation-round.entity.ts';
import { lastDayOf } from './drawing/batches.ts';
import { decideDraw } from './drawing/decide-draw.ts';
import type { Drawn } from './drawing/draw.ts';
import { loadInputs } from './drawing/load-applications.queries.ts';
import { seedOf } from './drawing/seed.ts';
import { settleDraw } from './drawing/settle-draw.ts';
import { hashInputs } from './drawing/verify-round.ts';

/** The number of results that one statement writes. */
const CHUNK = 1_000;

/**
 * Draws batches that have closed. One transaction writes the seats, the results and the inputs they
 * rest on.
 */
@Injectable()
export class AllocationDraws {
  constructor(
    private readonly seats: QuotaSeats,
    private readonly clock: Clock,
  ) {}

  @HandlesJob('allocation-batch.closed', { givenUp: 'givenUp' })
  async draw(
    { roundId, batch }: Jobs['allocation-batch.closed'],
    sql: EntityManager,
  ): Promise<void> {
    const round = await this.findDue(sql, roundId, batch);
    if (!round) return;
    const { sealedSeed, seed } = await readSeed(sql, round);
    const { inputs, owners } = await loadInputs(sql, round, { seed, now: this.clock.now() });
    const drawn = decideDraw(inputs);
    const at = this.clock.now();
    const reason = `Allocation round ${roundId}: ${round.mode}`;
    await settleDraw(sql, this.seats, { inputs, drawn, owners, at, reason });
    const { state } = round;
    const inputHash = hashInputs(inputs);
    const draw = { id: newId(), roundId, state, batch, inputs, inputHash, drawnAt: at };
    await sql.insert(AllocationDraw, draw);
    await keepResults(sql, draw, drawn, owners);
    const last = batch === round.batches;
    const next = last
      ? { status: 'drawn' as const, openedSeed: sealedSeed }
      : { status: 'announced' as const };
    await sql.update(AllocationRound, { id: roundId }, { draws: batch, ...next });
  }

  /**
   * Marks the round as failed. A failed draw has given no seat. The announcement still holds, so
   * the seats stay with the round until it is drawn or withdrawn.
   */
  async givenUp(
    { roundId: id, batch }: Jobs['allocation-batch.closed'],
    sql: EntityManager,
  ): Promise<void> {
    const due = { id, status: 'announced' as const, draws: batch - 1 };
    await sql.update(AllocationRound, due, { status: 'failed' });
  }

  /**
   * Finds the round of a batch that is due, and locks it against applications being written.
   * Returns null if the batch was drawn before or has not closed.
   */
  private async findDue(
    sql: EntityManager,
    id: string,
    batch: number,
  ): Promise<AllocationRound | null> {
    await sql.query('SELECT 1 FROM allocation_round WHERE id = $1 FOR UPDATE', [id]);
    const round = await sql.findOneBy(AllocationRound, { id, status: In([...pendingStatuses]) });
    if (round?.draws !== batch - 1) return null;
    return lastDayOf(round, batch) < this.clock.today() ? round : null;
  }
}

async function readSeed(
  sql: EntityManager,
  { id, publicValue }: AllocationRound,
): Promise<{ sealedSeed: string; seed: string }> {
  const [row] = await sql.query<{ seed: string }[]>(
    'SELECT seed FROM allocation_seed WHERE round_id = $1',
    [id],
  );
  if (!row) throw new Error(`Round ${id} has no seed.`);
  return { sealedSeed: row.seed, seed: seedOf(row.seed, publicValue) };
}

async function keepResults(
  sql: EntityManager,
  { id: drawId, roundId, state }: Pick<AllocationDraw, 'id' | 'roundId' | 'state'>,
  drawn: readonly Drawn[],
  owners: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = drawn.map(({ id: placementId, ...decided }) => {
    const organisationId = owners.get(placementId) ?? '';
    return { id: newId(), drawId, roundId, placementId, organisationId, state, ...decided };
  });
  for (let from = 0; from < rows.length; from += CHUNK) {
    await sql.insert(AllocationResult, rows.slice(from, from + CHUNK));
  }
}
