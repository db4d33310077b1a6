import { setInterval as ticks } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { copyText } from '../../database/copying/copy.ts';
import { keepStaging } from '../../database/copying/staging.ts';
import type { Database } from '../../database/database.ts';
import { SYSTEM } from '../../database/tenant.ts';
import type { JobSteps } from '../../queue/handles-job.ts';
import { buffersOf } from '../../threads/thread-messages.ts';
import { faultColumns } from '../faults/fault-lines.ts';
import { FileImport } from '../file-import.entity.ts';
import { keptChunks, lockImport } from '../file-import.queries.ts';
import type { ImportBatch, ImportFailure } from './import-batch.ts';
import type { Importer, ImportMode, MergeCounts } from './importer.ts';

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

/** One reading of a file from its first chunk to its last. */
export class ImportPass<B extends ImportBatch> {
  constructor(
    private readonly database: Database,
    private readonly importer: Importer<B>,
    private readonly found: FileImport,
    private readonly mode: ImportMode,
  ) {}

  /**
   * Reads the file and stores its batches in order. The next batch is read while one is stored.
   * @returns why the file could not be read to its end, or null
   * @throws ImportCancelled
   */
  async run(steps: JobSteps): Promise<ImportFailure | null> {
    await this.refuseCancelled();
    const chunks = keptChunks((read) => this.database.as(SYSTEM, read), this.found.id);
    const batches = await this.importer.reading.read(this.found, this.mode, chunks);
    try {
      let coming = batches.next();
      for (let number = 1; ; number += 1) {
        const next = await this.unlessCancelled(coming);
        if (next.done === true) return next.value;
        coming = batches.next();
        coming.catch(() => undefined); // the next wait for it meets the same error
        await this.storeOnce(steps, number, next.value);
      }
    } finally {
      // A reader in the middle of a batch ends by itself, and nothing waits for it.
      void batches.return(null).catch(() => undefined);
    }
  }

  private async storeOnce(steps: JobSteps, number: number, batch: B): Promise<void> {
    await steps.once(`${this.mode}-${number}`, async (sql) => {
      await this.holdRunning(sql, steps);
      await this.store(sql, batch);
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

  private async store(sql: EntityManager, batch: B): Promise<void> {
    const { created, updated, unchanged, faults = '' } = await this.merge(sql, batch);
    const told = this.mode === 'rewrite' ? '' : faults;
    await storeFaults(sql, Buffer.concat([batch.faults, Buffer.from(told)]));
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
        unchanged,
        batch.rejected,
        batch.bytesRead,
        batch.format,
        JSON.stringify(batch.columns),
        batch.passedOver,
      ],
    );
  }

  /** Stores a batch. A check runs the same statements and rolls them back. */
  private async merge(sql: EntityManager, batch: B): Promise<MergeCounts> {
    if (this.mode !== 'check') return this.importer.merge(sql, this.found, this.mode, batch);
    await sql.query('SAVEPOINT trial');
    const counts = await this.importer.merge(sql, this.found, this.mode, batch);
    await sql.query('ROLLBACK TO SAVEPOINT trial');
    return counts;
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
