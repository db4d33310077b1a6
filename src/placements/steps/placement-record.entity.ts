import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { RecordKind } from './steps.dto.ts';

/** What is on record on the way: a condition, an undertaking, a lesson, a recognition. */
@Entity()
export class PlacementRecord {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') placementId: string;
  @Column('text') kind: RecordKind;
  @Column('date') happenedOn: string;
  /** Attended; null for what takes none. */
  @Column('int', { nullable: true }) hours: number | null;
  @Column('text') evidence: string;
  @Column('uuid') organisationId: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
