import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { PlacementStatus } from '../placement.entity.ts';
import type { EventStep, Party } from './placement-steps.ts';

/**
 * One step of a placement: what happened, when, by whom, on what evidence and why. It is never
 * changed, except that the reason and the evidence go when the person is erased.
 */
@Entity()
export class PlacementEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') placementId: string;
  @Column('text') step: EventStep;
  @Column('text', { nullable: true }) fromStatus: PlacementStatus | null;
  @Column('text') toStatus: PlacementStatus;
  @Column('date') happenedOn: string;
  /** Null for the application itself. */
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text') role: Party | 'system';
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) evidence: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
