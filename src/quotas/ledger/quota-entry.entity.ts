import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export type QuotaAct =
  | 'open' | 'raise' | 'lower' | 'move' // on the seats offered
  | 'take' | 'release' // `take`: outside Passerelle
  | 'reserve' | 'confirm' | 'use' | 'expire'; // prettier-ignore

/** Where a seat can be. A seat that is in none of the last four stages is free. */
export type Stage = 'offered' | 'reserved' | 'confirmed' | 'used' | 'outside';

/**
 * One entry of the ledger; it is never changed. It moves seats from one stage to another. A null
 * stage means the free seats; for `offered`, it means that seats are added or removed.
 */
@Entity()
export class QuotaEntry {
  @PrimaryColumn('uuid') id: string;

  @Column('uuid') quotaId: string;

  @Column('text') act: QuotaAct;

  @Column('int') seats: number;

  @Column('text', { nullable: true }) fromStage: Stage | null;

  @Column('text', { nullable: true }) toStage: Stage | null;

  /** The placement that it is for, or null if it concerns the offer as a whole. */
  @Column('uuid', { nullable: true }) placementId: string | null;

  @Column('text') reason: string;

  /** The organisation that made it, or null for the application itself. */
  @Column('uuid', { nullable: true }) organisationId: string | null;

  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
