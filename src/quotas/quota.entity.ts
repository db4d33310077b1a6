import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export const quotaScopes = ['any', 'isco', 'nace'] as const;
export type QuotaScope = (typeof quotaScopes)[number];

/** What the ledger alone counts and changes. */
type Counted = 'taken' | 'reserved' | 'confirmed' | 'used' | 'outside' | 'ceiling';

/** What a ministry decides of an offer. */
export type QuotaTerms = Omit<Quota, Counted | 'createdAt'>;

/** A national offer: seats that a state reserves for nationals of a partner country. */
@Entity()
export class Quota {
  @PrimaryColumn('uuid') id: string;

  @Column('text') state: string;

  @Column('text') partnerCountry: string;

  @Column('uuid', { nullable: true }) partnershipId: string | null;

  @Column('text') scopeScheme: QuotaScope;

  /** ISCO group or NACE code; null for any work. */
  @Column('text', { nullable: true }) scopeCode: string | null;

  /** NUTS code of any level; null for the whole state. */
  @Column('text', { nullable: true }) region: string | null;

  @Column('text', { nullable: true }) permitCategory: string | null;

  @Column('date') startsOn: string;

  @Column('date') endsOn: string;

  @Column('int') seats: number;

  /**
   * The sum of the four below; like these it is changed by the ledger alone. The monitor is told of each in
   * full tens, rounded down.
   */
  @Column('int') taken: number;

  /** By an offer to somebody. */
  @Column('int') reserved: number;

  /** By a person who is authorised. */
  @Column('int') confirmed: number;

  /** By a person who has entered. */
  @Column('int') used: number;

  /** Recorded by the ministry, for nobody whom Passerelle knows. */
  @Column('int') outside: number;

  /** The most that `taken` may reach. @hidden */
  @Column('int', { select: false }) ceiling: number;

  /** Which offer gets the seats that are free on `fallsBackOn`; null: they stay. */
  @Column('uuid', { nullable: true }) fallsBackTo: string | null;

  @Column('date', { nullable: true }) fallsBackOn: string | null;

  @Column('text') citation: string;

  /** Of what the ministry decided. Seats that people take leave it, else no busy offer could be changed. */
  @Column('int') version: number;

  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
