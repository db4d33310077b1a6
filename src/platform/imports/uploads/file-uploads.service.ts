import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database/database.ts';
import { newId } from '../../database/new-id.ts';
import { currentTenant, ownOrganisation } from '../../database/tenant.ts';
import type { ProblemError } from '../../http/problem.ts';
import { putJob } from '../../queue/outbox.ts';
import { bytesHeld } from './bytes-held.ts';
import { FileImport } from '../file-import.entity.ts';
import { getImport, keptChunks, lockImport } from '../file-import.queries.ts';
import {
  type ContentRange,
  readContentRange,
  readDigest,
  type UploadPart,
} from './content-range.ts';
import {
  digestDiffers,
  emptyUpload,
  lengthDiffers,
  rangeDiffers,
  rangeElsewhere,
  wrongStatus,
} from '../import.errors.ts';
import type { ImportSubject } from '../import-subject.ts';
import type { UploadQuery } from '../imports.dto.ts';
import { chunksOf } from './upload-chunks.ts';

/** A file being received, and the job that will read it. */
type Arriving = { id: string } & Pick<ImportSubject, 'uploaded'>;

/** Receives files: at once, or in parts over a line that breaks. */
@Injectable()
export class FileUploads {
  constructor(private readonly database: Database) {}

  /**
   * Takes a whole file, or with `Content-Range` its first part.
   * @returns the id of the import
   * @throws ProblemError 400 for an empty file, an unreadable header or another length, 409 if the
   * import was changed meanwhile, 416 for a part that is not the first, 422 for another digest
   */
  async receive(
    { name, uploaded }: ImportSubject,
    file: UploadPart,
    { dryRun, allOrNothing }: UploadQuery,
  ): Promise<string> {
    const range = readContentRange(file.headers);
    const expected = readDigest(file.headers);
    const digests = expected === null ? [] : [expected];
    const id = newId();
    const organisationId = ownOrganisation();
    await this.database.transaction((sql) =>
      sql.query(
        `INSERT INTO file_import (id, organisation_id, subject, status, dry_run, all_or_nothing, total_bytes, stated_sha256)
         VALUES ($1, $2, $3, 'receiving', $4, $5, $6, $7)`,
        [id, organisationId, name, dryRun, allOrNothing, range?.length ?? null, digests],
      ),
    );
    await this.append({ id, uploaded }, file, range);
    return id;
  }

  /**
   * Takes the next part of a file and returns the id of the import. What arrived before a line
   * broke is kept, and a part may not repeat any of it. GET and the refusal state the offset at
   * which to continue. A digest in any part is of the whole file.
   * @throws ProblemError 400 for another length of the whole or of the part, 404, 409, 416 with the
   * expected offset, 422 for another digest
   */
  async resume(subject: ImportSubject, id: string, part: UploadPart): Promise<string> {
    const range = readContentRange(part.headers, true);
    const expected = readDigest(part.headers);
    const found = await this.database.transaction((sql) => getImport(sql, subject, id));
    if (hasArrived(found, range)) {
      if (expected !== null && expected !== found.sha256) throw digestDiffers(found.sha256);
      return id;
    }
    if (found.status !== 'receiving') throw wrongStatus(found.status, ['receiving']);
    const { bytes, totalBytes } = found;
    if (totalBytes !== null && totalBytes !== range.length) throw lengthDiffers(totalBytes);
    if (bytes !== range.first) throw rangeElsewhere(bytes, totalBytes);
    await this.database.transaction((sql) => keepStated(sql, id, range, expected));
    await this.append({ id, uploaded: subject.uploaded }, part, range);
    return id;
  }

  private async append(
    arriving: Arriving,
    part: UploadPart,
    range: ContentRange | null,
  ): Promise<void> {
    const { first = 0, end = Infinity } = range ?? {};
    const hash = createHash('sha256');
    let bytes = first;
    for await (const chunk of chunksOf(part)) {
      const offset = bytes;
      if (offset + chunk.length > end) throw rangeDiffers();
      await this.database.transaction((sql) => keepChunk(sql, arriving.id, offset, chunk));
      hash.update(chunk);
      bytes += chunk.length;
    }
    // Without Content-Length, only the end of a body shows that it is short. What arrived is kept.
    if (range !== null && bytes < end) throw rangeDiffers();
    if (range !== null && bytes < range.length) return;
    if (bytes === 0) throw await this.giveUp(arriving, emptyUpload());
    const sha256 = first === 0 ? hash.digest('hex') : await this.digestOf(arriving.id);
    if (await this.isStatedOtherwise(arriving, sha256))
      throw await this.giveUp(arriving, digestDiffers(sha256));
    await this.accept(arriving, bytes, sha256);
  }

  private async isStatedOtherwise({ id }: Arriving, sha256: string): Promise<boolean> {
    const [found] = await this.database.transaction((sql) =>
      sql.find(FileImport, { where: { id }, select: { statedSha256: true } }),
    );
    return found?.statedSha256.some((stated) => stated !== sha256) ?? false;
  }

  /** Deletes what has arrived. @returns `problem`, to be thrown */
  private async giveUp({ id }: Arriving, problem: ProblemError): Promise<ProblemError> {
    const receiving = { id, status: 'receiving' } as const;
    await this.database.transaction((sql) => sql.delete(FileImport, receiving));
    return problem;
  }

  private async accept({ id, uploaded }: Arriving, bytes: number, sha256: string): Promise<void> {
    const held = await bytesHeld(this.kept(id), bytes);
    await this.database.transaction(async (sql) => {
      await lockAt(sql, id, bytes);
      await sql.update(FileImport, { id }, { status: 'waiting', sha256, totalBytes: bytes });
      await putJob(sql, uploaded, { importId: id, bytes: held });
    });
  }

  private kept(id: string): AsyncIterable<Uint8Array> {
    const tenant = currentTenant();
    return keptChunks((read) => this.database.as(tenant, read), id);
  }

  /** Returns the SHA-256 of a file sent in parts, since no single request has seen all of it. */
  private async digestOf(id: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const bytes of this.kept(id)) hash.update(bytes);
    return hash.digest('hex');
  }
}

/**
 * Returns whether `range` is the end of a file that has arrived already. Its sender did not get the
 * answer to the last part, and asks again.
 */
function hasArrived(
  found: FileImport,
  { first, length }: ContentRange,
): found is FileImport & { sha256: string } {
  return first === length && found.sha256 !== null && found.totalBytes === length;
}

/**
 * Records what a part states of the whole file: its length, which a whole upload that broke off has
 * not stated, and its digest. No file matches two different digests.
 */
async function keepStated(
  sql: EntityManager,
  id: string,
  { length }: ContentRange,
  sha256: string | null,
): Promise<void> {
  await sql.query(
    `UPDATE file_import
        SET total_bytes = $2,
            stated_sha256 = CASE WHEN $3 = ANY (stated_sha256) THEN stated_sha256
                                 ELSE array_remove(array_append(stated_sha256, $3), NULL) END
      WHERE id = $1 AND status = 'receiving'`,
    [id, length, sha256],
  );
}

/** Stores a chunk at its offset. */
async function keepChunk(
  sql: EntityManager,
  id: string,
  offset: number,
  chunk: Buffer,
): Promise<void> {
  const { organisationId } = await lockAt(sql, id, offset);
  await sql.query(
    `INSERT INTO file_import_chunk (import_id, organisation_id, seq, bytes)
     SELECT $1, $2, COALESCE(max(seq) + 1, 0), $3 FROM file_import_chunk WHERE import_id = $1`,
    [id, organisationId, chunk],
  );
  await sql.query('UPDATE file_import SET bytes = $2, received_at = now() WHERE id = $1', [
    id,
    offset + chunk.length,
  ]);
}

/**
 * Locks an upload of which `offset` bytes have arrived, so that two senders cannot both continue or
 * end it.
 * @throws ProblemError 404 or 409 if it was given up meanwhile, 416 if another number of bytes has
 * arrived
 */
async function lockAt(sql: EntityManager, id: string, offset: number): Promise<FileImport> {
  const found = await lockImport(sql, { id });
  const { bytes, totalBytes, status } = found;
  if (status !== 'receiving') throw wrongStatus(status, ['receiving']);
  if (bytes !== offset) throw rangeElsewhere(bytes, totalBytes);
  return found;
}
