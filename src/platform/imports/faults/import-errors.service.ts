import { Injectable, type StreamableFile } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Database } from '../../database/database.ts';
import { type Page, pageOf, type PageQuery } from '../../http/paging.ts';
import type { Language } from '../../language/language.ts';
import { type FileImport, FileImportError } from '../file-import.entity.ts';
import { getImport } from '../file-import.queries.ts';
import { FailedRows } from '../failed-rows/failed-rows.service.ts';
import { sayFinding } from './finding-messages.ts';
import type { ImportSubject } from '../import-subject.ts';

/** A fault that many rows share. Once the sender maps its value, all of them are free of it. */
interface ErrorGroup {
  count: number;
  firstRow: number;
  severity: string;
  code: string;
  columnName: string;
  header: string | null;
  value: string | null;
  message: string;
  suggestion: string | null;
}

/** The most frequent faults of an import. */
export interface ErrorGroups {
  items: ErrorGroup[];
  /** The number of further groups, each of as many rows or fewer. */
  left: number;
}

const MOST_GROUPS = 200;

/** The faults in the rows of an import, reported so that the sender can correct them. */
@Injectable()
export class ImportErrors {
  constructor(
    private readonly database: Database,
    private readonly failed: FailedRows,
  ) {}

  /** Returns the faults in the file's order, in the caller's language. @throws ProblemError 404 */
  async list(
    subject: ImportSubject,
    importId: string,
    query: PageQuery,
    language: Language,
  ): Promise<Page<FileImportError>> {
    await this.find(subject, importId);
    const where = { importId, ...(query.cursor && { id: MoreThan(query.cursor) }) };
    const rows = await this.database.transaction((sql) =>
      sql.find(FileImportError, { where, order: { id: 'ASC' }, take: query.limit + 1 }),
    );
    return pageOf(
      rows.map((row) => ({ ...row, message: sayFinding(row, language, subject.sayings) })),
      query,
    );
  }

  /** Returns the 200 most frequent faults, and how many are left. @throws ProblemError 404 */
  async groups(subject: ImportSubject, importId: string, language: Language): Promise<ErrorGroups> {
    await this.find(subject, importId);
    const found = await this.database.transaction((sql) =>
      sql.query<(ErrorGroup & { groups: number })[]>(
        `SELECT count(*)::int AS count, min(row) AS "firstRow", severity, code,
                column_name AS "columnName", min(header) AS header, value,
                min(message) AS message, min(suggestion) AS suggestion,
                count(*) OVER ()::int AS groups
           FROM file_import_error WHERE import_id = $1
          GROUP BY severity, code, column_name, value
          ORDER BY count(*) DESC, min(row) LIMIT $2`,
        [importId, MOST_GROUPS],
      ),
    );
    return {
      left: Math.max(0, (found[0]?.groups ?? 0) - MOST_GROUPS),
      items: found.map(({ groups: _, ...group }) => ({
        ...group,
        message: sayFinding(group, language, subject.sayings),
      })),
    };
  }

  /**
   * Returns the rejected rows with what to correct. Sent again unchanged, the file gives the same
   * faults.
   * @throws ProblemError 404, also if no row was rejected
   */
  async failedRows(
    subject: ImportSubject,
    importId: string,
    language: Language,
  ): Promise<StreamableFile> {
    const found = await this.find(subject, importId);
    return this.failed.send(found, subject, language);
  }

  private find(subject: ImportSubject, id: string): Promise<FileImport> {
    return this.database.transaction((sql) => getImport(sql, subject, id));
  }
}
