import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { HandlesJob } from '../queue/handles-job.ts';
import { UNDO_DAYS } from './file-imports.service.ts';

/** Unfinished uploads, from their last part, and imports that were only tried are kept so long. */
const DAYS_KEPT = 7;

/** So many days before the night that it is. */
const day = `($1::date - $2::int)::timestamp AT TIME ZONE 'UTC'`;

/** What is kept of people, or vacancies, as they were before an import. */
const before = ['candidate_import_before', 'vacancy_import_before'];

/**
 * Forgets what is of no more use: files that nobody finished or committed, and, once an import can be undone no more,
 * what it would have been undone with, its failed rows and what was wrong with them.
 */
@Injectable()
export class ImportsWorker {
  @HandlesJob('imports.nightly')
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
  }
}
