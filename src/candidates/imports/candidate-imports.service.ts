import { Injectable, type MessageEvent } from '@nestjs/common';
import { from, type Observable } from 'rxjs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EntityManager, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { currentTenant, type Tenant } from '../../platform/database/tenant.ts';
import { type Page, pageOf, type PageQuery } from '../../platform/http/paging.ts';
import { Outbox } from '../../platform/queue/outbox.ts';
import { CandidateImport, type ImportStatus } from './candidate-import.entity.ts';
import { importNotFound, wrongStatus } from './import.errors.ts';
import { type ImportView, isAtRest, viewOf } from './import-view.ts';
import { undoImport } from './undo-import.ts';

const PROGRESS_EVERY_MS = 500;

/** Imports after their file has arrived: how far they are, and what their agency decides of them. */
@Injectable()
export class CandidateImports {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async list(query: PageQuery): Promise<Page<ImportView>> {
    const where = query.cursor ? { id: MoreThan(query.cursor) } : {};
    const rows = await this.database.transaction((sql) =>
      sql.find(CandidateImport, { where, order: { id: 'ASC' }, take: query.limit + 1 }),
    );
    return pageOf(
      rows.map((row) => this.view(row)),
      query,
    );
  }

  /** @throws ProblemError 404 */
  async get(id: string): Promise<ImportView> {
    return this.database.transaction(async (sql) => this.view(await find(sql, id)));
  }

  /** The same as `get` whenever it changes, twice a second, to the end. @throws ProblemError 404 */
  async progress(id: string): Promise<Observable<MessageEvent>> {
    await this.get(id);
    return from(this.events(id, currentTenant()));
  }

  /** Writes what was only tried before. @throws ProblemError 404, 409 for another status */
  commit(id: string): Promise<ImportView> {
    return this.startAgain(id, false);
  }

  /** Tries it again, with the words that the agency has taught since. @throws 404, 409 */
  check(id: string): Promise<ImportView> {
    return this.startAgain(id, true);
  }

  /** What was read before stays, unless it is all or nothing; it can be undone. @throws 404, 409 */
  async cancel(id: string): Promise<ImportView> {
    return this.decide(id, ['waiting', 'running'], async (sql) => {
      await sql.update(CandidateImport, { id }, { cancelAskedAt: this.clock.now() });
    });
  }

  /**
   * Everybody whom it brought goes, everybody whom it changed is as before.
   * @throws ProblemError 404, 409 where it is too late, or something rests on it
   */
  async undo(id: string): Promise<ImportView> {
    return this.decide(id, ['finished', 'cancelled', 'failed'], async (sql, found) => {
      await undoImport(sql, found, this.clock.now());
    });
  }

  private async startAgain(id: string, dryRun: boolean): Promise<ImportView> {
    return this.decide(id, ['checked'], async (sql) => {
      await sql.query(
        `UPDATE candidate_import
            SET status = 'waiting', dry_run = $2, read = 0, created = 0, updated = 0, unchanged = 0,
                rejected = 0, bytes_read = 0, started_at = NULL, finished_at = NULL
          WHERE id = $1`,
        [id, dryRun],
      );
      await sql.query('DELETE FROM candidate_import_error WHERE import_id = $1', [id]);
      await this.outbox.put(sql, 'candidate-import.uploaded', { importId: id });
    });
  }

  private decide(
    id: string,
    allowed: readonly ImportStatus[],
    change: (sql: EntityManager, found: CandidateImport) => Promise<void>,
  ): Promise<ImportView> {
    return this.database.transaction(async (sql) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const found = await sql.findOne(CandidateImport, { where: { id }, lock });
      if (!found) throw importNotFound();
      if (!allowed.includes(found.status)) throw wrongStatus(found.status, allowed);
      await change(sql, found);
      return this.view(await find(sql, id));
    });
  }

  private async *events(id: string, tenant: Tenant): AsyncGenerator<MessageEvent> {
    for (let last = ''; ;) {
      const found = await this.database.as(tenant, (sql) => find(sql, id));
      const view = this.view(found);
      const seen = JSON.stringify(view);
      if (seen !== last) yield { type: found.status, data: view };
      if (isAtRest(found)) return;
      last = seen;
      await sleep(PROGRESS_EVERY_MS);
    }
  }

  private view(found: CandidateImport): ImportView {
    return viewOf(found, this.clock.now());
  }
}

async function find(sql: EntityManager, id: string): Promise<CandidateImport> {
  const found = await sql.findOneBy(CandidateImport, { id });
  if (!found) throw importNotFound();
  return found;
}
