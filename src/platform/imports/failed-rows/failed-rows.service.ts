import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import { Database } from '../../database/database.ts';
import { currentTenant } from '../../database/tenant.ts';
import type { Language } from '../../language/language.ts';
import { runInThread, threadFile } from '../../threads/run-in-thread.ts';
import { Turns } from '../../threads/turns.ts';
import type { FileImport } from '../file-import.entity.ts';
import { noFailedRows } from '../import.errors.ts';
import type { ImportSubject } from '../import-subject.ts';
import { copyFailedRows, lastFailed, readFailedParts } from './failed-rows.queries.ts';
import { plannedFiles } from './planned-files.ts';
import { type FailedRowsTask, failedRowsOf } from './say-failed-rows.ts';

/** The number of rows from which a thread is used. Fewer are written before one would start. */
const WORTH_A_THREAD = 1_000;
/** The heap for a workbook, made in memory. A largest one of short cells takes 256 MB. */
const HEAP_MEGABYTES = 512;
/** The most threads that write at once. */
const MOST_THREADS = 4;
/**
 * The most further threads whose readers are slow. A thread with nothing to do takes 60 MB; one
 * that wrote a single workbook has ended by then.
 */
const MOST_SLOW = 8;

/** Returns rejected rows to the sender, who corrects them and sends them again. */
@Injectable()
export class FailedRows {
  private readonly turns = new Turns(MOST_THREADS, { mostSlow: MOST_SLOW });

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /**
   * Returns a file of the rejected rows. However many there are, a few at a time are read and
   * written. Many rows are written in a thread. There are few threads, and the others are not read
   * before their turn.
   * @throws ProblemError 404 if no row was rejected
   */
  async send(
    found: FileImport,
    { sayings }: ImportSubject,
    language: Language,
  ): Promise<StreamableFile> {
    const { id } = found;
    const { last, parts } = await this.database.transaction(async (sql) => {
      const last = await lastFailed(sql, id);
      return { last, parts: last === null ? [] : await readFailedParts(sql, found, last) };
    });
    const files = plannedFiles(parts);
    const [file] = files;
    if (last === null || !file) throw noFailedRows();
    const rows = copyFailedRows(this.database, currentTenant(), { importId: id, last });
    const pieces = this.written({ files, language, sayings }, rows);
    const { type, name } =
      files.length === 1 ? file : { type: 'application/zip', name: 'failed-rows.zip' };
    const disposition = `attachment; filename="${name}"`;
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), { type, disposition });
  }

  private written(
    task: FailedRowsTask,
    input: AsyncGenerator<Uint8Array>,
  ): AsyncIterable<Uint8Array> {
    const rows = task.files.flatMap(({ tables }) => tables.map((table) => table.rows));
    const isLong = rows.reduce((sum, count) => sum + count, 0) >= WORTH_A_THREAD;
    if (!isLong) return bytesOf(failedRowsOf(task, input));
    const begin = (left: AbortSignal): AsyncIterable<Uint8Array> =>
      bytesOf(this.inThread(task, input, left));
    return this.turns.inTurn({ begin, isLight: isLight(task) });
  }

  private inThread(
    data: FailedRowsTask,
    input: AsyncGenerator<Uint8Array>,
    signal: AbortSignal,
  ): AsyncGenerator<{ bytes: Uint8Array }, null> {
    const file = threadFile('./failed-rows.thread', import.meta.url);
    const { threadArguments: nodeArguments } = this.config;
    const options = { data, input, nodeArguments, heapMegabytes: HEAP_MEGABYTES, signal };
    return runInThread<{ bytes: Uint8Array }, null, never, never>(file, options);
  }
}

/**
 * Returns whether little memory is held after the first piece. A single workbook is one piece, and
 * its thread ends with it. Of several workbooks, each is made after the one before.
 */
function isLight({ files }: FailedRowsTask): boolean {
  return files.length === 1 || files.every(({ format }) => format !== 'xlsx');
}

async function* bytesOf(results: AsyncIterable<{ bytes: Uint8Array }>): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of results) yield bytes;
}
