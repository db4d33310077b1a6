import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export const quotaScopes = ['any', 'isco', 'nace'] as const;
export type QuotaScope = (typeof quotaScopes)[number];

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

  /** Changed by the ledger alone. */
  @Column('int') taken: number;

  /** The most that `taken` may reach. */
  @Column('int', { select: false }) ceiling: number;

  @Column('text') citation: string;

  @Column('int') version: number;

  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
