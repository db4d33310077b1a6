import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export type ImportStatus = 'receiving' | 'waiting' | 'running' | 'finished' | 'failed';

const asNumber = { to: (value: number) => value, from: Number };

/** One uploaded file on its way in; `read` is always the sum of the four outcomes. */
@Entity()
export class CandidateImport {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') status: ImportStatus;
  @Column('bigint', { transformer: asNumber }) bytes: number;
  /** Hexadecimal: the receipt of what arrived. */
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('bigint', { transformer: asNumber }) bytesRead: number;
  @Column('int') read: number;
  @Column('int') created: number;
  @Column('int') updated: number;
  @Column('int') unchanged: number;
  @Column('int') rejected: number;
  /** Headers that were not understood. */
  @Column('text', { array: true }) ignoredColumns: string[];
  /** Why the file as a whole could not be read (further). */
  @Column('jsonb', { nullable: true }) failure: { code: string; message: string } | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** One thing wrong with one row. */
@Entity()
export class CandidateImportError {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') importId: string;
  @Column('uuid') organisationId: string;
  @Column('int') row: number;
  @Column('text') columnName: string;
  @Column('text') severity: string;
  @Column('text') code: string;
  @Column('text', { nullable: true }) value: string | null;
  @Column('text') message: string;
  /** The row as it came, where it was rejected. */
  @Column('jsonb', { nullable: true, select: false }) record: Record<string, string> | null;
}
