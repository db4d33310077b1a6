import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { HandlesJob } from '../queue/handles-job.ts';
import { UNDO_DAYS } from './file-imports.service.ts';

/** Days for which unfinished uploads (from their last part) and mere trials are kept. */
const DAYS_KEPT = 7;

/** Midnight UTC at the start of the day `$2` days before the date `$1`. */
const day = `($1::date - $2::int)::timestamp AT TIME ZONE 'UTC'`;

/** The tables that keep candidates and vacancies as they were before an import. */
const before = ['candidate_import_before', 'vacancy_import_before'];

/**
 * Deletes what is no longer needed: uploads and trials that were never completed. Once an import
 * can no longer be undone, also the data for undoing it, its faults, its rejected rows and its
 * headers: those of a file without any are the first person.
 */
@Injectable()
export class ImportsWorker {
  @HandlesJob('imports.nightly', { every: 'night' })
  async nightly({ on }: Jobs['imports.nightly'], sql: EntityManager): Promise<void> {
    await sql.query(
      `DELETE FROM file_import
        WHERE status IN ('receiving', 'checked') AND greatest(created_at, received_at, finished_at) < ${day}`,
      [on, DAYS_KEPT],
    );
    for (const table of ['file_import_error', 'import_sent_again', ...before]) {
      await sql.query(
        `DELETE FROM ${table} USING file_import
          WHERE import_id = file_import.id AND finished_at < ${day}`,
        [on, UNDO_DAYS],
      );
    }
    await sql.query(
      `UPDATE file_import SET columns = '[]' WHERE columns <> '[]' AND finished_at < ${day}`,
      [on, UNDO_DAYS],
    );
  }
}
