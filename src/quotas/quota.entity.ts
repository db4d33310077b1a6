import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export const quotaScopes = ['any', 'isco', 'nace'] as const;
export type QuotaScope = (typeof quotaScopes)[number];

/** The counters that only the ledger changes. */
type Counted = 'taken' | 'reserved' | 'confirmed' | 'used' | 'outside' | 'ceiling';

/** The terms of an offer that a ministry decides. */
export type QuotaTerms = Omit<Quota, Counted | 'createdAt'>;

/** A national offer: seats that a state reserves for nationals of a partner country. */
@Entity()
export class Quota {
  @PrimaryColumn('uuid') id: string;

  @Column('text') state: string;

  @Column('text') partnerCountry: string;

  @Column('uuid', { nullable: true }) partnershipId: string | null;

  @Column('text') scopeScheme: QuotaScope;

  /** ISCO group or NACE code, or null for any work. */
  @Column('text', { nullable: true }) scopeCode: string | null;

  /** NUTS code of any level, or null for the whole state. */
  @Column('text', { nullable: true }) region: string | null;

  @Column('text', { nullable: true }) permitCategory: string | null;

  @Column('date') startsOn: string;

  @Column('date') endsOn: string;

  @Column('int') seats: number;

  /**
   * The sum of `reserved`, `confirmed`, `used` and `outside`; only the ledger changes them. The
   * monitor sees each of the five rounded down to full tens.
   */
  @Column('int') taken: number;

  /** Seats held by job offers. */
  @Column('int') reserved: number;

  /** Seats of people who are authorised. */
  @Column('int') confirmed: number;

  /** Seats of people who have entered. */
  @Column('int') used: number;

  /** Seats that the ministry recorded for people unknown to Passerelle. */
  @Column('int') outside: number;

  /** The most that `taken` may reach. @hidden */
  @Column('int', { select: false }) ceiling: number;

  /** The offer that gets the seats still free on `fallsBackOn`, or null if they stay here. */
  @Column('uuid', { nullable: true }) fallsBackTo: string | null;

  @Column('date', { nullable: true }) fallsBackOn: string | null;

  @Column('text') citation: string;

  /**
   * The version of the terms. Seats being taken do not raise it; otherwise a busy offer could never
   * be changed.
   */
  @Column('int') version: number;

  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
