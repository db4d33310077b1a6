import { Injectable, type MessageEvent } from '@nestjs/common';
import { from, type Observable } from 'rxjs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { DAY_MS } from '../clock/calendar-days.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { currentTenant, type Tenant } from '../database/tenant.ts';
import { newestFirst, type Page, pageOf, type PageQuery } from '../http/paging.ts';
import type { Language } from '../language/language.ts';
import { putJob } from '../queue/outbox.ts';
import { bytesHeld } from './uploads/bytes-held.ts';
import { FileImport, type ImportStatus } from './file-import.entity.ts';
import { forgetFile, getImport, keptChunks, lockImport } from './file-import.queries.ts';
import { sayFailure } from './faults/finding-messages.ts';
import type { ImportSubject } from './import-subject.ts';
import { undoTooLate, wrongStatus } from './import.errors.ts';
import { undoImport } from './undo/undo-import.ts';
import { type ImportView, isAtRest, isOver, viewOf } from './import-view.ts';

const PROGRESS_EVERY_MS = 500;

/**
 * The number of looks without a change after which a sign of life is sent: proxies close a
 * connection that is silent for a minute.
 */
const LOOKS_IN_SILENCE = 10;

/** Browsers reconnect when a stream ends. After the last event they need not, within a day. */
const ASK_NO_MORE_MS = DAY_MS;

/** Days for which an import can be undone. */
export const UNDO_DAYS = 30;

/** Imports whose file has arrived: their progress, and what the sender decides about them. */
@Injectable()
export class FileImports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns a page of imports, the newest first, with failures in the given language. */
  async list(
    { name }: ImportSubject,
    query: PageQuery,
    language: Language,
  ): Promise<Page<ImportView>> {
    const newest = newestFirst(query);
    const where = { ...newest.where, subject: name };
    const rows = await this.database.transaction((sql) =>
      sql.find(FileImport, { ...newest, where }),
    );
    return pageOf(
      rows.map((row) => sayFailure(this.view(row), language)),
      query,
    );
  }

  /** Returns an import with its progress. @throws ProblemError 404 */
  async get(subject: ImportSubject, id: string, language: Language = 'en'): Promise<ImportView> {
    const found = await this.database.transaction((sql) => getImport(sql, subject, id));
    return sayFailure(this.view(found), language);
  }

  /**
   * Streams an import as `get` returns it, each time it changes, until it is at rest. Looks twice a
   * second. The import must exist.
   */
  progress(subject: ImportSubject, id: string, language: Language): Observable<MessageEvent> {
    return from(this.events(subject, id, currentTenant(), language));
  }

  /**
   * Writes what was only tried before, exactly as it was tried.
   * @throws ProblemError 404, 409 for another status
   */
  commit(subject: ImportSubject, id: string): Promise<ImportView> {
    return this.startAgain(subject, id, false);
  }

  /**
   * Tries an import again, with the words that the agency has taught since.
   * @throws ProblemError 404, 409
   */
  check(subject: ImportSubject, id: string): Promise<ImportView> {
    return this.startAgain(subject, id, true);
  }

  /**
   * Cancels an import. What was stored stays, unless the import is all-or-nothing, and can be
   * undone. If the file is being received, waits its turn or was only tried, it is deleted at once.
   * If it is being read, reading stops within seconds.
   * @throws ProblemError 404, 409
   */
  async cancel(subject: ImportSubject, id: string): Promise<ImportView> {
    const allowed = ['receiving', 'waiting', 'running', 'checked'] as const;
    return this.decide(subject, id, allowed, async (sql, found) => {
      const now = this.clock.now();
      await sql.update(FileImport, { id }, { cancelAskedAt: now });
      if (found.status === 'running') return;
      await sql.update(FileImport, { id }, { status: 'cancelled', finishedAt: now });
      await forgetFile(sql, id);
    });
  }

  /**
   * Undoes an import: what it created is removed, and what it changed is restored. If it had
   * failed, the failure is reported in the given language.
   * @throws ProblemError 404, 409 if it is too late, or something depends on what it created
   */
  async undo(subject: ImportSubject, id: string, language: Language): Promise<ImportView> {
    const allowed = ['finished', 'cancelled', 'failed'] as const;
    const undone = await this.decide(subject, id, allowed, async (sql, { finishedAt }) => {
      const now = this.clock.now().getTime();
      const since = finishedAt?.getTime() ?? now;
      if (now - since > UNDO_DAYS * DAY_MS) throw undoTooLate(UNDO_DAYS);
      // The sender need not see everything that depends on the import.
      await this.database.elevated(sql, () => undoImport(sql, id, subject.rows));
      await sql.update(FileImport, { id }, { status: 'undone' });
    });
    return sayFailure(undone, language);
  }

  private async startAgain(
    subject: ImportSubject,
    id: string,
    dryRun: boolean,
  ): Promise<ImportView> {
    return this.decide(subject, id, ['checked'], async (sql, { bytes }) => {
      const held = await bytesHeld(
        keptChunks((read) => read(sql), id),
        bytes,
      );
      await sql.query(
        `UPDATE file_import
            SET status = 'waiting', dry_run = $2, read = 0, created = 0, updated = 0, unchanged = 0,
                rejected = 0, passed_over = 0, bytes_read = 0, failure = NULL,
                started_at = NULL, pass_started_at = NULL, finished_at = NULL, cancel_asked_at = NULL,
                basis = CASE WHEN $2 THEN NULL ELSE basis END
          WHERE id = $1`,
        [id, dryRun],
      );
      await sql.query('DELETE FROM file_import_error WHERE import_id = $1', [id]);
      await putJob(sql, subject.uploaded, { importId: id, bytes: held });
    });
  }

  private decide(
    subject: ImportSubject,
    id: string,
    allowed: readonly ImportStatus[],
    change: (sql: EntityManager, found: FileImport) => Promise<void>,
  ): Promise<ImportView> {
    return this.database.transaction(async (sql) => {
      const found = await lockImport(sql, { id, subject: subject.name });
      if (!allowed.includes(found.status)) throw wrongStatus(found.status, allowed);
      await change(sql, found);
      return this.view(await getImport(sql, subject, id));
    });
  }

  private async *events(
    subject: ImportSubject,
    id: string,
    tenant: Tenant,
    language: Language,
  ): AsyncGenerator<MessageEvent> {
    for (let last = '', looks = 0; ; looks += 1) {
      const found = await this.database.as(tenant, (sql) => getImport(sql, subject, id));
      const view = sayFailure(this.view(found), language);
      const seen = JSON.stringify(view);
      const retry = isOver(found) ? ASK_NO_MORE_MS : undefined;
      if (seen !== last) yield { type: found.status, data: view, retry };
      // A reader that has gone away is only noticed when something is sent.
      else if (looks % LOOKS_IN_SILENCE === 0) yield { comment: '' };
      if (isAtRest(found)) return;
      last = seen;
      await sleep(PROGRESS_EVERY_MS);
    }
  }

  private view(found: FileImport): ImportView {
    return viewOf(found, this.clock.now());
  }
}
