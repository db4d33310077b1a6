import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Stage } from './quota-entry.entity.ts';

/** Which placement is on a seat of which offer, and how far it is. */
@Entity()
export class QuotaHolding {
  @PrimaryColumn('uuid') quotaId: string;

  @PrimaryColumn('uuid') placementId: string;

  @Column('text') stage: Exclude<Stage, 'offered' | 'outside'>;

  /** Since when it is at this stage. */
  @Column('timestamptz') since: Date;
}
