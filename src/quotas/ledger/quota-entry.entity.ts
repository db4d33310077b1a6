import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export type QuotaAct =
  | 'open' | 'raise' | 'lower' | 'move' // of what is offered
  | 'take' | 'release' // `take`: outside of Passerelle
  | 'reserve' | 'confirm' | 'use' | 'expire'; // prettier-ignore

/** Where a seat may be; one that is in none of the last four is free. */
export type Stage = 'offered' | 'reserved' | 'confirmed' | 'used' | 'outside';

/**
 * One line of the ledger; it is never changed. It moves seats from one stage to another, either of
 * which may be null: from or to the free seats, or, for `offered`, from or to nothing.
 */
@Entity()
export class QuotaEntry {
  @PrimaryColumn('uuid') id: string;

  @Column('uuid') quotaId: string;

  @Column('text') act: QuotaAct;

  @Column('int') seats: number;

  @Column('text', { nullable: true }) fromStage: Stage | null;

  @Column('text', { nullable: true }) toStage: Stage | null;

  /** For which placement; null for what concerns the offer as a whole. */
  @Column('uuid', { nullable: true }) placementId: string | null;

  @Column('text') reason: string;

  /** Who; null for the application itself. */
  @Column('uuid', { nullable: true }) organisationId: string | null;

  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
