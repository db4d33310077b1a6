import { Column, PrimaryColumn } from 'typeorm';

/** What a partner country and others agreed or decided, and change only by a next version. */
export interface Dated {
  id: string;
  version: number;
  /** ISO 3166-1 alpha-2. */
  partnerCountry: string;
}

/** That something said so in one of its versions; never changed afterwards. */
export abstract class Recorded {
  @PrimaryColumn('uuid') id: string;
  @PrimaryColumn('int') version: number;
  @Column('text') partnerCountry: string;
  @Column('timestamptz') recordedAt: Date;
}

/** With what it said, as JSON keeps it: a moment is text. */
export interface RecordedVersion<Content extends Dated> extends Recorded {
  content: Content;
}

/**
 * Something as it is, or as it was recorded at an earlier moment.
 * @internal
 */
export type Known<Row extends { createdAt: Date }> = Omit<Row, 'createdAt'> & {
  /** Absent where an earlier moment was asked for. */
  createdAt?: Date;
};
