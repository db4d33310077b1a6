import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A service whose vacancies a ministry takes in through the exchange, and how it does. */
@Entity()
export class ExchangeSource {
  @PrimaryColumn('uuid') id: string;
  /** The ministry that gets what comes in. */
  @Column('uuid') organisationId: string;
  /** ISO 3166-1 alpha-2 of that ministry. */
  @Column('text') state: string;
  @Column('text') name: string;
  /** Up to and without `/getAll`. */
  @Column('text') address: string;
  @Column('boolean') paused: boolean;
  @Column('int') intervalMinutes: number;
  /** The last moment of the source's own clock that is taken in; null before the first time. */
  @Column('bigint', {
    nullable: true,
    transformer: { to: (value: number | null) => value, from: toNumber },
  })
  cursorMillis: number | null;
  @Column('timestamptz') nextPollAt: Date;
  @Column('timestamptz', { nullable: true }) lastSuccessAt: Date | null;
  /** When it was last asked for everything. */
  @Column('timestamptz', { nullable: true }) fullAt: Date | null;
  /** In a row, without any vacancy that came in between. */
  @Column('int') failures: number;
  /** Why the last poll failed; of one that did well, what is odd about it. */
  @Column('text', { nullable: true }) lastError: string | null;
  /** Entries of the last answer that name no vacancy. */
  @Column('int') unreadable: number;
  @Column('int') version: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}

function toNumber(value: string | null): number | null {
  return value === null ? null : Number(value);
} // prettier-ignore
