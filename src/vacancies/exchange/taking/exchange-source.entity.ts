import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { SourceRemark } from './asking/source-remarks.ts';

/**
 * A service from which a ministry imports vacancies through the exchange, and the state of its
 * polls.
 */
@Entity()
export class ExchangeSource {
  @PrimaryColumn('uuid') id: string;
  /** The ministry that receives the vacancies. */
  @Column('uuid') organisationId: string;
  /** The state of that ministry, ISO 3166-1 alpha-2. */
  @Column('text') state: string;
  @Column('text') name: string;
  /** The address up to but without `/getAll`. */
  @Column('text') address: string;
  @Column('boolean') paused: boolean;
  @Column('int') intervalMinutes: number;
  /**
   * The last moment, by the source's own clock, up to which its vacancies were noted, in
   * milliseconds since 1970 UTC. Null before the first poll.
   */
  @Column('bigint', {
    nullable: true,
    transformer: { to: (value: number | null) => value, from: toNumber },
  })
  cursorMillis: number | null;
  @Column('timestamptz') nextPollAt: Date;
  @Column('timestamptz', { nullable: true }) lastSuccessAt: Date | null;
  /** When everything was last requested. */
  @Column('timestamptz', { nullable: true }) fullAt: Date | null;
  /** Failed polls in a row. Storing any batch resets it. */
  @Column('int') failures: number;
  /** Why the last poll failed. If it succeeded, what is odd about its answers. */
  @Column('jsonb') remarks: SourceRemark[];
  /** The number of entries in the last answer that name no vacancy. */
  @Column('int') unreadable: number;
  @Column('int') version: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}

function toNumber(value: string | null): number | null {
  return value === null ? null : Number(value);
} // prettier-ignore
