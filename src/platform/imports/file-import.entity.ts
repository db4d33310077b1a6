import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { ImportFailure, SentRecord } from './running/import-batch.ts';

/**
 * `checked`: tried without writing anything, and waiting for a word; `finished`: as far as it can be
 * read, with what was rejected named; `failed`: not, or not to its end, and `failure` says why.
 */
export type ImportStatus =
  'receiving' | 'waiting' | 'running' | 'checked' | 'finished' | 'failed' | 'cancelled' | 'undone';

const asNumber = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** One uploaded file on its way in; `read` is always the sum of the four outcomes. */
@Entity()
export class FileImport {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  /** What it holds: `candidates` or `vacancies`. */
  @Column('text') subject: string;
  @Column('text') status: ImportStatus;
  /** One rejected row keeps everything out. */
  @Column('boolean') allOrNothing: boolean;
  /** Nothing is written: the counts say what would be. */
  @Column('boolean') dryRun: boolean;
  /** Received so far. */
  @Column('bigint', { transformer: asNumber }) bytes: number;
  /** Of the whole file, where it comes in parts. */
  @Column('bigint', { transformer: asNumber, nullable: true }) totalBytes: number | null;
  /** Hexadecimal: the receipt of what arrived. */
  @Column('text', { nullable: true }) sha256: string | null;
  /** What it is to be by `Repr-Digest` of any of its parts. @hidden */
  @Column('text', { array: true, select: false }) statedSha256: string[];
  @Column('bigint', { transformer: asNumber }) bytesRead: number;
  @Column('int') read: number;
  @Column('int') created: number;
  @Column('int') updated: number;
  @Column('int') unchanged: number;
  @Column('int') rejected: number;
  /** Rows that are no record at all, such as totals and signatures: not read, and told one by one. */
  @Column('int') passedOver: number;
  /** csv (also a table of a web page), xlsx (also a workbook of LibreOffice), xml or json; of an archive, the first. */
  @Column('text', { nullable: true }) format: string | null;
  /** What each header of a sheet was taken for. */
  @Column('jsonb') columns: object[];
  /**
   * What its reading rests on besides the file, as it was when that began (`Importer.basisOf`); kept as long as the file.
   * @hidden
   */
  @Column('jsonb', { nullable: true, select: false }) basis: object | null;
  /** Why the file as a whole could not be read (further). */
  @Column('jsonb', { nullable: true }) failure: ImportFailure | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  /** When it was begun to be read as it is read now: all or nothing is read twice, once it was tried to its end. */
  @Column('timestamptz', { nullable: true }) passStartedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) cancelAskedAt: Date | null;
}

/** One thing wrong with one row. */
@Entity()
export class FileImportError {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') importId: string;
  @Column('uuid') organisationId: string;
  /** Its file, in an archive of several. */
  @Column('text', { nullable: true }) file: string | null;
  /** Of that file: csv, xlsx, xml or json, as `format` of the import has it. */
  @Column('text', { nullable: true }) format: string | null;
  @Column('int') row: number;
  /** Column of the template, element or JSON pointer. */
  @Column('text') columnName: string;
  /** The same as the sender named it; null where they did not. */
  @Column('text', { nullable: true }) header: string | null;
  @Column('text') severity: string;
  @Column('text') code: string;
  @Column('text', { nullable: true }) value: string | null;
  /** In English; other languages are put in its place where it is shown. */
  @Column('text') message: string;
  /** What may have been meant. */
  @Column('text', { nullable: true }) suggestion: string | null;
  /** The row as it came, as `source` of `SentRecord`, where it was rejected. @hidden */
  @Column('jsonb', { nullable: true, select: false }) record: SentRecord['source'];
}
