import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { currentTenant } from '../../platform/database/tenant.ts';
import { Outbox } from '../../platform/queue/outbox.ts';
import { CandidateImport } from './candidate-import.entity.ts';
import {
  chunksOf,
  type ContentRange,
  readContentRange,
  readDigest,
  type UploadPart,
} from './content-range.ts';
import {
  digestDiffers,
  emptyUpload,
  importNotFound,
  rangeElsewhere,
  wrongStatus,
} from './import.errors.ts';
import type { UploadQuery } from './imports.dto.ts';

/** Unfinished uploads and imports that were only tried are kept so long. */
const DAYS_KEPT = 7;

/** Files of many people on their way here: at once, or in parts over a line that breaks. */
@Injectable()
export class CandidateUploads {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Takes a whole file, or with `Content-Range` its first part.
   * @returns the id of the import
   * @throws ProblemError 400 for an empty file, 416 for a part that is not the first
   */
  async receive(file: UploadPart, { dryRun, allOrNothing }: UploadQuery): Promise<string> {
    const range = readContentRange(file.headers['content-range']);
    const id = newId();
    const organisationId = currentTenant().organisationId ?? '';
    await this.database.transaction(async (sql) => {
      await forgetLeftovers(sql, organisationId);
      await sql.query(
        `INSERT INTO candidate_import (id, organisation_id, status, dry_run, all_or_nothing, total_bytes)
         VALUES ($1, $2, 'receiving', $3, $4, $5)`,
        [id, organisationId, dryRun, allOrNothing, range?.length ?? null],
      );
    });
    await this.append(id, file, range);
    return id;
  }

  /**
   * Takes the next part of a file. What arrived before a line broke is kept, and a part may repeat
   * none of it: the offset to go on from is that of GET and of the refusal.
   * @throws ProblemError 404, 409, 416 with the offset that is waited for, 422 for another digest
   */
  async resume(id: string, part: UploadPart): Promise<string> {
    const range = readContentRange(part.headers['content-range'], true);
    const found = await this.database.transaction((sql) => sql.findOneBy(CandidateImport, { id }));
    if (!found) throw importNotFound();
    if (found.status !== 'receiving') throw wrongStatus(found.status, ['receiving']);
    await this.append(id, part, range);
    return id;
  }

  private async append(id: string, part: UploadPart, range: ContentRange | null): Promise<void> {
    let bytes = range?.first ?? 0;
    for await (const chunk of chunksOf(part)) {
      const offset = bytes;
      await this.database.transaction((sql) => keepChunk(sql, id, offset, chunk));
      bytes += chunk.length;
    }
    if (range !== null && bytes < range.length) return;
    await this.accept(id, bytes, readDigest(part.headers));
  }

  private async accept(id: string, bytes: number, expected: string | null): Promise<void> {
    if (bytes === 0) {
      await this.database.transaction((sql) => sql.delete(CandidateImport, { id }));
      throw emptyUpload();
    }
    const sha256 = await this.digestOf(id);
    if (expected !== null && expected !== sha256) {
      await this.database.transaction((sql) => sql.delete(CandidateImport, { id }));
      throw digestDiffers(sha256);
    }
    await this.database.transaction(async (sql) => {
      await sql.update(CandidateImport, { id }, { status: 'waiting', sha256, totalBytes: bytes });
      await this.outbox.put(sql, 'candidate-import.uploaded', { importId: id });
    });
  }

  private async digestOf(id: string): Promise<string> {
    const hash = createHash('sha256');
    for (let seq = 0; ; seq += 1) {
      const [row] = await this.database.transaction((sql) =>
        sql.query<{ bytes: Buffer }[]>(
          'SELECT bytes FROM candidate_import_chunk WHERE import_id = $1 AND seq = $2',
          [id, seq],
        ),
      );
      if (!row) return hash.digest('hex');
      hash.update(row.bytes);
    }
  }
}

/** Keeps a chunk where it belongs: the row is locked, so that two senders cannot both go on. */
async function keepChunk(
  sql: EntityManager,
  id: string,
  offset: number,
  chunk: Buffer,
): Promise<void> {
  const where = { id };
  const lock = { mode: 'pessimistic_write' } as const;
  const { bytes, totalBytes, organisationId } = await sql.findOneOrFail(CandidateImport, {
    where,
    lock,
  });
  if (bytes !== offset) throw rangeElsewhere(bytes, totalBytes);
  await sql.query(
    `INSERT INTO candidate_import_chunk (import_id, organisation_id, seq, bytes)
     SELECT $1, $2, COALESCE(max(seq) + 1, 0), $3 FROM candidate_import_chunk WHERE import_id = $1`,
    [id, organisationId, chunk],
  );
  await sql.update(CandidateImport, { id }, { bytes: bytes + chunk.length });
}

async function forgetLeftovers(sql: EntityManager, organisationId: string): Promise<void> {
  await sql.query(
    `DELETE FROM candidate_import WHERE organisation_id = $1 AND status IN ('receiving', 'checked')
        AND created_at < now() - make_interval(days => $2)`,
    [organisationId, DAYS_KEPT],
  );
}
