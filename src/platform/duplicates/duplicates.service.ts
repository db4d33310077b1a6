import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { newId } from '../database/new-id.ts';
import { currentTenant } from '../database/tenant.ts';
import { type Page, pageOf } from '../http/paging.ts';
import type {
  DuplicateDecision,
  DuplicatePair,
  DuplicateSubject,
  DuplicateTable,
  DuplicateView,
} from './duplicate-pair.ts';
import type { DuplicateQuery } from './duplicates.dto.ts';
import {
  duplicateDecided,
  duplicateNotFound,
  duplicateUndecided,
  mergedBefore,
  survivorUnknown,
} from './duplicates.errors.ts';

const columns = `id, one_id AS "oneId", other_id AS "otherId", country, state, score, reasons,
  survivor_id AS "survivorId", found_at AS "foundAt", version`;

/**
 * Pairs of records that may be one, and the decisions of people on them. Row security shows each
 * pair only to the organisation that may decide on it. A decision changes no data of either record:
 * one record points to the other, and undoing removes the pointer.
 */
@Injectable()
export class Duplicates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list({ table }: DuplicateSubject, query: DuplicateQuery): Promise<Page<DuplicatePair>> {
    const { state = null, cursor = null, limit } = query;
    const rows = await this.database.transaction((sql) =>
      sql.query<DuplicatePair[]>(
        `SELECT ${columns} FROM ${table}_duplicate
          WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id > $2)
          ORDER BY id LIMIT $3`,
        [state, cursor, limit + 1],
      ),
    );
    return pageOf(rows, query);
  }

  /** @throws ProblemError 404 */
  async get({ table, records }: DuplicateSubject, id: string): Promise<DuplicateView> {
    return this.database.transaction(async (sql) => {
      const pair = await getPair(sql, table, id, '');
      const history = await findHistory(sql, table, id);
      // A caller who sees the pair may see both records, which row security could otherwise hide.
      const both = [pair.oneId, pair.otherId];
      return {
        ...pair,
        records: await this.database.elevated(sql, () => records(sql, both)),
        history,
      };
    });
  }

  /**
   * Decides that the records are one. The other record then points to the survivor and is no longer
   * matched.
   * @throws ProblemError 400 if the survivor is neither record, 404, 409 if the pair is decided, a
   * record was merged elsewhere, or the feature refuses the merge
   */
  async merge(of: DuplicateSubject, id: string, survivorId: string): Promise<DuplicateView> {
    return this.database.transaction(async (sql) => {
      const pair = await getUndecided(sql, of.table, id);
      if (survivorId !== pair.oneId && survivorId !== pair.otherId) throw survivorUnknown();
      const loserId = survivorId === pair.oneId ? pair.otherId : pair.oneId;
      await this.database.elevated(sql, async () => {
        await point(sql, of.table, loserId, survivorId);
        await of.assertMergeable?.(sql, [loserId, survivorId], this.clock.today());
      });
      await this.decide(sql, of.table, id, { verdict: 'same', survivorId });
      return this.get(of, id);
    });
  }

  /**
   * Decides that the records are two. The pair comes back only if either record changes.
   * @throws ProblemError 404, 409 if the pair was decided before
   */
  async dismiss(of: DuplicateSubject, id: string): Promise<DuplicateView> {
    return this.database.transaction(async (sql) => {
      await getUndecided(sql, of.table, id);
      await this.decide(sql, of.table, id, { verdict: 'different', survivorId: null });
      return this.get(of, id);
    });
  }

  /**
   * Takes back the decision on a pair, which is then undecided again.
   * @throws ProblemError 404, 409 if it is undecided
   */
  async undo(of: DuplicateSubject, id: string): Promise<DuplicateView> {
    return this.database.transaction(async (sql) => {
      const { state, oneId, otherId } = await getPair(sql, of.table, id, 'FOR UPDATE');
      if (state === 'found') throw duplicateUndecided();
      if (state === 'same') {
        const pointers = `UPDATE ${of.table} SET merged_into_id = NULL
                           WHERE id = ANY ($1) AND merged_into_id = ANY ($1)`;
        await this.database.elevated(sql, () => sql.query(pointers, [[oneId, otherId]]));
      }
      await this.decide(sql, of.table, id, { verdict: 'undone', survivorId: null });
      return this.get(of, id);
    });
  }

  private async decide(
    sql: EntityManager,
    table: DuplicateTable,
    id: string,
    { verdict, survivorId }: Pick<DuplicateDecision, 'verdict' | 'survivorId'>,
  ): Promise<void> {
    await sql.query(
      `UPDATE ${table}_duplicate SET state = $2, survivor_id = $3, version = version + 1 WHERE id = $1`,
      [id, verdict === 'undone' ? 'found' : verdict, survivorId],
    );
    await sql.query(
      `INSERT INTO ${table}_duplicate_decision (id, pair_id, verdict, survivor_id, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [newId(), id, verdict, survivorId, currentTenant().organisationId, this.clock.now()],
    );
  }
}

async function getPair(
  sql: EntityManager,
  table: DuplicateTable,
  id: string,
  lock: '' | 'FOR UPDATE',
): Promise<DuplicatePair> {
  const question = `SELECT ${columns} FROM ${table}_duplicate WHERE id = $1 ${lock}`;
  const [pair] = await sql.query<DuplicatePair[]>(question, [id]);
  if (!pair) throw duplicateNotFound();
  return pair;
}

function findHistory(
  sql: EntityManager,
  table: DuplicateTable,
  pairId: string,
): Promise<DuplicateDecision[]> {
  return sql.query<DuplicateDecision[]>(
    `SELECT verdict, survivor_id AS "survivorId", decided_by AS "decidedBy", decided_at AS "decidedAt"
       FROM ${table}_duplicate_decision WHERE pair_id = $1 ORDER BY id`,
    [pairId],
  );
}

async function getUndecided(
  sql: EntityManager,
  table: DuplicateTable,
  id: string,
): Promise<DuplicatePair> {
  const pair = await getPair(sql, table, id, 'FOR UPDATE');
  if (pair.state !== 'found') throw duplicateDecided(pair.state);
  return pair;
}

/**
 * Points one record to the other. Refuses records that point somewhere already, so that pointers
 * never form a circle.
 */
async function point(
  sql: EntityManager,
  table: DuplicateTable,
  loserId: string,
  survivorId: string,
): Promise<void> {
  const both = `SELECT merged_into_id AS into FROM ${table} WHERE id = ANY ($1) ORDER BY id FOR UPDATE`;
  const records = await sql.query<{ into: string | null }[]>(both, [[loserId, survivorId]]);
  if (records.some(({ into }) => into !== null)) throw mergedBefore();
  await sql.query(`UPDATE ${table} SET merged_into_id = $2 WHERE id = $1`, [loserId, survivorId]);
}
