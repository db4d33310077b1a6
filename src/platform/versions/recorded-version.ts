import { Column, PrimaryColumn } from 'typeorm';

/** A row that concerns a partner country, and that changes only by a new version. */
export interface Dated {
  id: string;
  version: number;
  /** ISO 3166-1 alpha-2. */
  partnerCountry: string;
}

/** The record of one version; it is never changed. */
export abstract class Recorded {
  @PrimaryColumn('uuid') id: string;
  @PrimaryColumn('int') version: number;
  @Column('text') partnerCountry: string;
  @Column('timestamptz') recordedAt: Date;
}

/** The record of one version with its content. The content is JSON, so a moment in it is text. */
export interface RecordedVersion<Content extends Dated> extends Recorded {
  content: Content;
}

/**
 * A row as it is now, or as it was recorded at an earlier moment.
 * @internal
 */
export type Known<Row extends { createdAt: Date }> = Omit<Row, 'createdAt'> & {
  /** Absent if an earlier moment was asked for. */
  createdAt?: Date;
};
