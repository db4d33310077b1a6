import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { ImportFailure, SentRecord } from './running/import-batch.ts';

/**
 * The state of an import. `checked`: tried without writing anything, and waiting for the sender's
 * decision. `finished`: read as far as possible, with the rejected rows reported. `failed`: not
 * read, or not to the end; `failure` says why.
 */
export type ImportStatus =
  'receiving' | 'waiting' | 'running' | 'checked' | 'finished' | 'failed' | 'cancelled' | 'undone';

const asNumber = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** An uploaded file and its progress. `read` is always the sum of the four outcomes. */
@Entity()
export class FileImport {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  /** What the file holds: `candidates` or `vacancies`. */
  @Column('text') subject: string;
  @Column('text') status: ImportStatus;
  /** Whether a single rejected row keeps the whole file out. */
  @Column('boolean') allOrNothing: boolean;
  /** Whether nothing is written. The counts then say what would be. */
  @Column('boolean') dryRun: boolean;
  /** The number of bytes received so far. */
  @Column('bigint', { transformer: asNumber }) bytes: number;
  /**
   * The length of the whole file in bytes. Null until it has arrived, if it is not sent in parts.
   */
  @Column('bigint', { transformer: asNumber, nullable: true }) totalBytes: number | null;
  /** The SHA-256 of what arrived, in hexadecimal: the receipt. */
  @Column('text', { nullable: true }) sha256: string | null;
  /** Each SHA-256 that a `Repr-Digest` of any part states for the whole file. @hidden */
  @Column('text', { array: true, select: false }) statedSha256: string[];
  @Column('bigint', { transformer: asNumber }) bytesRead: number;
  @Column('int') read: number;
  @Column('int') created: number;
  @Column('int') updated: number;
  @Column('int') unchanged: number;
  @Column('int') rejected: number;
  /**
   * The number of rows that are no record at all, such as totals and signatures: not read, and
   * reported one by one.
   */
  @Column('int') passedOver: number;
  /**
   * csv (also a table of a web page), xlsx (also a workbook of LibreOffice), xml or json. For an
   * archive, the format of its first file.
   */
  @Column('text', { nullable: true }) format: string | null;
  /** What each header of a sheet was taken for; empty once the import can no longer be undone. */
  @Column('jsonb') columns: object[];
  /**
   * What the reading depends on besides the file, as it was at the start (`Importer.basisOf`). Kept
   * as long as the file.
   * @hidden
   */
  @Column('jsonb', { nullable: true, select: false }) basis: object | null;
  /** Why the file as a whole could not be read, or not to its end. */
  @Column('jsonb', { nullable: true }) failure: ImportFailure | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  /**
   * When the current reading began. An all-or-nothing import is read twice: once as a trial to its
   * end, and once to write it.
   */
  @Column('timestamptz', { nullable: true }) passStartedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) cancelAskedAt: Date | null;
}

/** One fault of one row. */
@Entity()
export class FileImportError {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') importId: string;
  @Column('uuid') organisationId: string;
  /** The name of its file in an archive of several. */
  @Column('text', { nullable: true }) file: string | null;
  /** The format of that file: csv, xlsx, xml or json, as for `format` of the import. */
  @Column('text', { nullable: true }) format: string | null;
  @Column('int') row: number;
  /** The column of the template, the element or the JSON pointer. */
  @Column('text') columnName: string;
  /** The same column as the sender named it, or null if the sender did not. */
  @Column('text', { nullable: true }) header: string | null;
  @Column('text') severity: string;
  @Column('text') code: string;
  @Column('text', { nullable: true }) value: string | null;
  /** The message in English. It is translated when it is shown. */
  @Column('text') message: string;
  /** What the sender may have meant. */
  @Column('text', { nullable: true }) suggestion: string | null;
  /**
   * The row as it came, as `source` of `SentRecord`, with the first fault for which it was rejected.
   * @hidden
   */
  @Column('jsonb', { nullable: true, select: false }) record: SentRecord['source'];
}
