import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../platform/database/database.ts';
import { changedCount, changedRows } from '../../../platform/database/rows.ts';
import { SYSTEM } from '../../../platform/database/tenant.ts';
import type { CandidateDocument } from '../indexing/candidate-document.ts';
import {
  type BulkIndexing,
  type CandidateHits,
  type CandidateQuery,
  CandidateSearch,
  type ProposalQuery,
} from '../candidate-search.ts';
import { linesOf } from './index-lines.ts';
import { addLines, replaceLines } from './index-rows.ts';
import { Lexemes, stemsFrom } from './lexemes.ts';
import { proposeFromIndex } from './propose.queries.ts';
import { searchIndex } from './search.queries.ts';

/**
 * The embedded default: our own tables, whose writes commit together with the change that they
 * follow.
 */
@Injectable()
export class PostgresCandidateSearch extends CandidateSearch {
  readonly source = 'postgresql';
  private readonly lexemes = new Lexemes();

  override readonly inBulk: BulkIndexing = {
    stems: (pairs) => this.database.transaction((sql) => stemsFrom(sql)(pairs)),
    add: (lines, only) =>
      this.database.transaction(async (sql) => {
        await addLines(sql, await generationsWritten(sql), lines, only);
      }),
  };

  constructor(private readonly database: Database) {
    super();
  }

  async index(documents: readonly CandidateDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await this.database.transaction(async (sql) => {
      await this.write(sql, await generationsWritten(sql), documents);
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.transaction(async (sql) => {
      await generationsWritten(sql);
      await sql.query('DELETE FROM candidate_index WHERE id = ANY ($1)', [ids]);
    });
  }

  async search(query: CandidateQuery): Promise<CandidateHits> {
    return this.database.transaction((sql) => searchIndex(sql, query));
  }

  async propose(query: ProposalQuery): Promise<string[]> {
    return this.database.transaction((sql) => proposeFromIndex(sql, query));
  }

  /**
   * Rebuilds the index as a new generation. @throws Error if another rebuild has begun meanwhile;
   * the current generation stays
   */
  async rebuild(documents: AsyncIterable<readonly CandidateDocument[]>): Promise<void> {
    const generation = await this.begin();
    for await (const batch of documents) {
      await this.database.as(SYSTEM, (sql) => this.write(sql, [generation], batch));
    }
    await this.complete(generation);
    await this.database.as(SYSTEM, forgetOthers);
  }

  private async write(
    sql: EntityManager,
    generations: readonly number[],
    documents: readonly CandidateDocument[],
  ): Promise<void> {
    const lines = await linesOf(documents, this.lexemes, stemsFrom(sql));
    await replaceLines(sql, generations, Buffer.from(lines.join('')));
  }

  private async begin(): Promise<number> {
    return this.database.as(SYSTEM, async (sql) => {
      const rows = await changedRows<{ building: number }>(
        sql,
        `UPDATE candidate_index_state SET building = GREATEST(current, building) + 1
         RETURNING building`,
      );
      const building = rows[0]?.building;
      if (building === undefined) throw new Error('candidate_index_state has lost its row.');
      // Removes what an earlier rebuild left when it was killed.
      await forgetOthers(sql);
      return building;
    });
  }

  private async complete(generation: number): Promise<void> {
    await this.database.as(SYSTEM, async (sql) => {
      const moved = await changedCount(
        sql,
        `UPDATE candidate_index_state SET current = building, building = NULL
          WHERE building = $1`,
        [generation],
      );
      if (moved === 0) throw new Error('Another rebuild of the index has taken over.');
    });
  }
}

/**
 * Returns the generations to write to. The lock keeps a writer from missing one that begins or ends
 * meanwhile.
 */
async function generationsWritten(sql: EntityManager): Promise<number[]> {
  const [state] = await sql.query<{ current: number; building: number | null }[]>(
    'SELECT current, building FROM candidate_index_state FOR SHARE',
  );
  if (!state) throw new Error('candidate_index_state has lost its row.');
  return state.building === null ? [state.current] : [state.current, state.building];
}

async function forgetOthers(sql: EntityManager): Promise<void> {
  await sql.query(
    `DELETE FROM candidate_index
      WHERE generation NOT IN (SELECT unnest(ARRAY[current, COALESCE(building, current)])
                                 FROM candidate_index_state)`,
  );
}
