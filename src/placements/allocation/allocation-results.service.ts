import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.ts';
import { getOne } from '../../platform/database/rows.ts';
import { currentTenant } from '../../platform/database/tenant.ts';
import { type Page, pageOf } from '../../platform/http/paging.ts';
import type { Language } from '../../platform/language/language.ts';
import { AllocationDraw, AllocationResult, AllocationRound } from './allocation-round.entity.ts';
import type { ResultQuery, ResultView } from './allocation-rounds.dto.ts';
import { roundNotFound } from './allocation-rounds.errors.ts';
import { faultsOfRound, type RoundRecord } from './drawing/verify-round.ts';
import { whyOf } from './why.ts';

/** What rounds decided and why, with the proof that a repetition gives the same result. */
@Injectable()
export class AllocationResults {
  constructor(private readonly database: Database) {}

  /**
   * Returns the results of a round, batch by batch and each batch in its order. An employer sees
   * only its own. @throws ProblemError 404
   */
  async list(roundId: string, query: ResultQuery, language: Language): Promise<Page<ResultView>> {
    const { cursor, outcome, limit } = query;
    const where = { roundId, ...(outcome && { outcome }), ...(cursor && { id: MoreThan(cursor) }) };
    return this.database.transaction(async (sql) => {
      const { mode } = await getOne(sql, AllocationRound, { id: roundId }, roundNotFound);
      const rows = await sql.find(AllocationResult, {
        where,
        order: { id: 'ASC' },
        take: limit + 1,
      });
      const { items, nextCursor } = pageOf(rows, query);
      const batches = await this.batchesOf(sql, items);
      const views = items.map(({ drawId, organisationId: _, state: __, ...row }) => ({
        ...row,
        batch: batches.get(drawId) ?? 1,
        why: whyOf(mode, row, language),
      }));
      return { items: views, nextCursor };
    });
  }

  /**
   * Returns all that is needed to repeat the round without the database. @throws ProblemError 404
   */
  async record(id: string): Promise<RoundRecord> {
    return this.database.transaction(async (sql) => {
      const round = await getOne(sql, AllocationRound, { id }, roundNotFound);
      if (round.state !== currentTenant().country) throw roundNotFound();
      const draws = await sql.find(AllocationDraw, {
        where: { roundId: id },
        order: { batch: 'ASC' },
      });
      const results = await sql.find(AllocationResult, {
        where: { roundId: id },
        order: { id: 'ASC' },
      });
      return {
        round,
        draws: draws.map((draw) => ({
          ...draw,
          results: results.filter(({ drawId }) => drawId === draw.id),
        })),
      };
    });
  }

  /**
   * Repeats every draw from its stored inputs. `faults` says what differs. @throws ProblemError 404
   */
  async verify(id: string): Promise<{ sound: boolean; faults: string[] }> {
    const faults = faultsOfRound(await this.record(id));
    return { sound: faults.length === 0, faults };
  }

  /**
   * Returns the batch number of each draw. Elevated, as employers may not read the draws
   * themselves.
   */
  private async batchesOf(
    sql: EntityManager,
    results: readonly AllocationResult[],
  ): Promise<ReadonlyMap<string, number>> {
    const ids = [...new Set(results.map(({ drawId }) => drawId))];
    const select = { id: true, batch: true };
    const draws = await this.database.elevated(sql, () =>
      sql.find(AllocationDraw, { select, where: { id: In(ids) } }),
    );
    return new Map(draws.map(({ id, batch }) => [id, batch]));
  }
}
