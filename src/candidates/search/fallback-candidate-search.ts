import { Logger } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import {
  type CandidateHits,
  type CandidateQuery,
  CandidateSearch,
  type ProposalQuery,
} from './candidate-search.ts';
import type { CandidateDocument } from './indexing/candidate-document.ts';

/**
 * The time in milliseconds for which a failed server is not asked again, so that not every answer
 * waits for it.
 */
const PAUSE_MS = 10_000;
const CATCH_UP = 1_000;

/** The search server, with PostgreSQL in its place while it is down or behind (guarantee G12). */
export class FallbackCandidateSearch extends CandidateSearch {
  readonly source = 'meilisearch';
  private readonly log = new Logger('Search');
  private awayUntil = 0;

  constructor(
    private readonly server: CandidateSearch,
    private readonly own: CandidateSearch,
    private readonly database: Database,
  ) {
    super();
  }

  async index(documents: readonly CandidateDocument[]): Promise<void> {
    await this.own.index(documents);
    const ids = documents.map(({ id }) => id);
    await this.tell(ids, () => this.server.index(documents));
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.own.remove(ids);
    await this.tell(ids, () => this.server.remove(ids));
  }

  search(query: CandidateQuery): Promise<CandidateHits> {
    return this.ask((index) => index.search(query));
  }

  propose(query: ProposalQuery): Promise<string[]> {
    return this.ask((index) => index.propose(query));
  }

  /** Rebuilds both indexes; `documents` is read once for each. */
  async rebuild(documents: AsyncIterable<readonly CandidateDocument[]>): Promise<void> {
    await this.own.rebuild(documents);
    await this.server.rebuild(documents);
    await this.database.as(SYSTEM, (sql) => sql.query('DELETE FROM candidate_index_lag'));
    this.awayUntil = 0;
  }

  /**
   * Notes the candidates that could not be sent to the server, and returns to them once it answers
   * again.
   */
  private async tell(ids: readonly string[], work: () => Promise<void>): Promise<void> {
    if (ids.length === 0) return;
    const told = await this.attempt(work);
    await this.database.transaction(async (sql) => {
      if (!told) {
        const statement = `INSERT INTO candidate_index_lag (candidate_id)
                           SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING`;
        await sql.query(statement, [ids]);
        return;
      }
      await sql.query('DELETE FROM candidate_index_lag WHERE candidate_id = ANY ($1)', [ids]);
      const waiting = await sql.query<{ id: string }[]>(
        `SELECT candidate_id AS id FROM candidate_index_lag ORDER BY since LIMIT ${CATCH_UP}`,
      );
      const candidateIds = waiting.map(({ id }) => id);
      if (candidateIds.length > 0) {
        await putJob(sql, 'candidates.unindexed', { candidateIds });
      }
    });
  }

  private async attempt(work: () => Promise<void>): Promise<boolean> {
    if (performance.now() < this.awayUntil) return false;
    try {
      await work();
      return true;
    } catch (error) {
      this.pause(error);
      return false;
    }
  }

  private async ask<T>(question: (index: CandidateSearch) => Promise<T>): Promise<T> {
    if (performance.now() < this.awayUntil || (await this.isBehind())) return question(this.own);
    try {
      return await question(this.server);
    } catch (error) {
      this.pause(error);
      return question(this.own);
    }
  }

  private async isBehind(): Promise<boolean> {
    const rows = await this.database.as(SYSTEM, (sql) =>
      sql.query<unknown[]>('SELECT 1 FROM candidate_index_lag LIMIT 1'),
    );
    return rows.length > 0;
  }

  private pause(error: unknown): void {
    this.awayUntil = performance.now() + PAUSE_MS;
    this.log.warn(`Meilisearch cannot be used, so PostgreSQL answers searches: ${String(error)}`);
  }
}
