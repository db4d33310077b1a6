import { setInterval as ticks } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { jsonText } from '../../database/copying/copy-line.ts';
import { copyText } from '../../database/copying/copy.ts';
import { keepStaging } from '../../database/copying/staging.ts';
import type { Database } from '../../database/database.ts';
import { isRefusedValue } from '../../database/sql-state.ts';
import { isLikelyOurs, type Refused, storeOrHalve } from '../../database/store-or-halve.ts';
import { SYSTEM } from '../../database/tenant.ts';
import type { JobSteps } from '../../queue/handles-job.ts';
import { buffersOf } from '../../threads/thread-messages.ts';
import { faultColumns } from '../faults/fault-lines.ts';
import { notStorableLines } from '../faults/not-storable.ts';
import { FileImport } from '../file-import.entity.ts';
import { keptChunks, lockImport } from '../file-import.queries.ts';
import {
  batchOf,
  type ImportBatch,
  type ImportFailure,
  type SingleRecord,
} from './import-batch.ts';
import type { Importer, ImportMode } from './importer.ts';

/**
 * Thrown if no more of an import is to be stored: its sender cancelled it, it was given up, or
 * another worker has ended it.
 */
export class ImportCancelled extends Error {}

/** The step of a job in which its import ends. */
export const END = 'end';

const faultStaging = '(LIKE file_import_error) ON COMMIT DELETE ROWS';

/** Milliseconds between two checks whether the awaited batch is still wanted. */
const ASK_EVERY_MS = 1_000;

/** What became of a batch: `faults` are lines, and `refused` are the records that stay out. */
interface Stored {
  created: number;
  updated: number;
  faults: string;
  refused: readonly Refused<SingleRecord>[];
}

/** One pass over a file from its first chunk to its last. */
export class ImportPass<B extends ImportBatch> {
  constructor(
    private readonly database: Database,
    private readonly importer: Importer<B>,
    private readonly found: FileImport,
    private readonly mode: ImportMode,
  ) {}

  /**
   * Reads the file and stores its batches in order. If the database refuses a record, the file is
   * read once more with each record by itself, and that one is rejected. What was stored before is
   * skipped.
   * @returns why the file could not be read to its end, or null
   * @throws ImportCancelled
   */
  async run(steps: JobSteps): Promise<ImportFailure | null> {
    try {
      return await this.read(steps, false);
    } catch (error) {
      if (!isRefusedValue(error)) throw error;
      return this.read(steps, true);
    }
  }

  /** Reads the file and stores its batches. The next one is read while one is stored. */
  private async read(steps: JobSteps, singly: boolean): Promise<ImportFailure | null> {
    await this.refuseCancelled();
    const { found, mode } = this;
    const chunks = keptChunks((read) => this.database.as(SYSTEM, read), found.id);
    const batches = await this.importer.reading.read(found, { mode, singly }, chunks);
    try {
      let coming = batches.next();
      for (let number = 1; ; number += 1) {
        const next = await this.unlessCancelled(coming);
        if (next.done === true) return next.value;
        coming = batches.next();
        coming.catch(() => undefined); // the next wait for it meets the same error
        await this.storeOnce(steps, number, next.value, singly);
      }
    } finally {
      // A reader in the middle of a batch ends by itself, and nothing waits for it.
      void batches.return(null).catch(() => undefined);
    }
  }

  private async storeOnce(
    steps: JobSteps,
    number: number,
    batch: B,
    singly: boolean,
  ): Promise<void> {
    await steps.once(`${this.mode}-${number}`, async (sql) => {
      await this.holdRunning(sql, steps);
      const stored = await (singly ? this.mergeSingly(sql, batch) : this.merge(sql, batch));
      await this.note(sql, batch, stored);
    });
    letGo(batch);
  }

  /**
   * Locks the import, so that it is not ended, cancelled or undone before this batch is stored. A
   * job may be delivered to two workers at once. If one has ended a trial and the sender has
   * committed it, another job is already at work on it.
   */
  private async holdRunning(sql: EntityManager, steps: JobSteps): Promise<void> {
    refuseUnwanted(await lockImport(sql, { id: this.found.id }));
    if (await steps.isDone(END)) throw new ImportCancelled();
  }

  /** Counts a stored batch and stores the faults of its records. */
  private async note(sql: EntityManager, batch: B, stored: Stored): Promise<void> {
    const { created, updated, refused } = stored;
    const told = this.mode === 'rewrite' ? '' : stored.faults;
    const lines = told + notStorableLines(refused, this.found);
    await storeFaults(sql, Buffer.concat([batch.faults, Buffer.from(lines)]));
    await sql.query(
      `UPDATE file_import
          SET read = read + $2, created = created + $3, updated = updated + $4,
              unchanged = unchanged + $5, rejected = rejected + $6, bytes_read = $7,
              format = $8, columns = $9, passed_over = passed_over + $10
        WHERE id = $1`,
      [
        this.found.id,
        batch.read,
        created,
        updated,
        batch.accepted - created - updated - refused.length,
        batch.rejected + refused.length,
        batch.bytesRead,
        batch.format,
        jsonText(batch.columns),
        batch.passedOver,
      ],
    );
  }

  /** Stores a batch. A check runs the same statements and rolls them back. */
  private async merge(sql: EntityManager, batch: B): Promise<Stored> {
    const isCheck = this.mode === 'check';
    if (isCheck) await sql.query('SAVEPOINT trial');
    const counts = await this.importer.merge(sql, this.found, this.mode, batch);
    if (isCheck) await sql.query('ROLLBACK TO SAVEPOINT trial');
    return { faults: '', ...counts, refused: [] };
  }

  /** Stores a batch without the records that the database refuses. */
  private async mergeSingly(sql: EntityManager, batch: B): Promise<Stored> {
    const { done, refused } = await storeOrHalve(batch.singles, (some) =>
      sql.transaction(() => this.merge(sql, batchOf(batch, some))),
    );
    const [first] = refused;
    if (first && isLikelyOurs(refused, done)) throw first.error;
    return {
      created: done.reduce((sum, { created }) => sum + created, 0),
      updated: done.reduce((sum, { updated }) => sum + updated, 0),
      faults: done.map(({ faults }) => faults).join(''),
      refused,
    };
  }

  /** Waits for a batch until the import is cancelled: a reader may be silent for minutes. */
  private async unlessCancelled<T>(coming: Promise<T>): Promise<T> {
    const come = new AbortController();
    const asking = async (): Promise<never> => {
      for await (const _ of ticks(ASK_EVERY_MS, null, { signal: come.signal }))
        await this.refuseCancelled();
      throw new Error('The import no longer waits for an answer.');
    };
    try {
      return await Promise.race([coming, asking()]);
    } finally {
      come.abort();
    }
  }

  private async refuseCancelled(): Promise<void> {
    const found = await this.database.as(SYSTEM, (sql) =>
      sql.findOneByOrFail(FileImport, { id: this.found.id }),
    );
    refuseUnwanted(found);
  }
}

function refuseUnwanted({ cancelAskedAt, status }: FileImport): void {
  if (cancelAskedAt !== null || status !== 'running') throw new ImportCancelled();
}

/**
 * Frees the bytes of a stored batch. They have become old, and many would pile up before the next
 * garbage collection.
 */
function letGo(batch: ImportBatch): void {
  structuredClone(null, { transfer: buffersOf(batch) });
}

async function storeFaults(sql: EntityManager, lines: Uint8Array): Promise<void> {
  if (lines.length === 0) return;
  await keepStaging(sql, 'faults', faultStaging);
  await copyText(sql, 'faults', faultColumns, lines);
  const list = faultColumns.join(', ');
  await sql.query(`INSERT INTO file_import_error (${list}) SELECT ${list} FROM faults`);
}
