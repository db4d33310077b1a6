import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export type QuotaAct = 'open' | 'raise' | 'lower' | 'take' | 'release';

/** One line of the ledger; it is never changed. */
@Entity()
export class QuotaEntry {
  @PrimaryColumn('uuid') id: string;

  @Column('uuid') quotaId: string;

  @Column('text') act: QuotaAct;

  @Column('int') seats: number;

  @Column('text') reason: string;

  /** Who; null for the application itself. */
  @Column('uuid', { nullable: true }) organisationId: string | null;

  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
