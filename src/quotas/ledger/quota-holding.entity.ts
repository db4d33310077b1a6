import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Stage } from './quota-entry.entity.ts';

/** A seat of an offer that a placement holds, and its stage. */
@Entity()
export class QuotaHolding {
  @PrimaryColumn('uuid') quotaId: string;

  @PrimaryColumn('uuid') placementId: string;

  @Column('text') stage: Exclude<Stage, 'offered' | 'outside'>;

  /** When it reached this stage. */
  @Column('timestamptz') since: Date;
}
