import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** People counted as having left. Append-only: a further entry corrects a mistake. */
@Entity()
export class OutflowEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('text') partnerCountry: string;
  /** The state they went to, ISO 3166-1 alpha-2. */
  @Column('text') state: string;
  /** ISCO-08 code of the work, or null if unknown. */
  @Column('text', { nullable: true }) isco: string | null;
  /**
   * NACE code of the employer, such as `R86.10`. If null (unknown), the entry counts for no NACE
   * sector.
   */
  @Column('text', { nullable: true }) nace: string | null;
  /** ESCO occupation URI of the work. If null (unknown), the entry counts for no ESCO sector. */
  @Column('text', { nullable: true }) esco: string | null;
  /** The other occupations of a vacancy that names several, for the departure of a placement. */
  @Column('text', { array: true, default: [] }) furtherIsco: string[];
  @Column('text', { array: true, default: [] }) furtherEsco: string[];
  @Column('text', { nullable: true }) region: string | null;
  @Column('date') leftOn: string;
  /** Negative to cancel what was counted wrongly. */
  @Column('int') people: number;
  @Column('text') reason: string;
  /** The placement that the person leaves for, or null for people counted by the authority. */
  @Column('uuid', { nullable: true }) placementId: string | null;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
