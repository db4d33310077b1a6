import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { RecordKind } from './steps.dto.ts';

/** A record made along the way: a condition, an undertaking, a lesson or a recognition. */
@Entity()
export class PlacementRecord {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') placementId: string;
  @Column('text') kind: RecordKind;
  @Column('date') happenedOn: string;
  /** Hours attended, or null if hours do not apply. */
  @Column('int', { nullable: true }) hours: number | null;
  /** Null once the person is erased. */
  @Column('text', { nullable: true }) evidence: string | null;
  @Column('uuid') organisationId: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
