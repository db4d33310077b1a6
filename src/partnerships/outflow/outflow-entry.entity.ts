import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** People who left, as counted; append-only, a mistake is mended by a further entry. */
@Entity()
export class OutflowEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('text') partnerCountry: string;
  /** ISO 3166-1 alpha-2, where they went. */
  @Column('text') state: string;
  /** ISCO-08 of the work; null when unknown. */
  @Column('text', { nullable: true }) isco: string | null;
  /** NACE of the employer, `Q86.10`; null when unknown, and then it counts for no sector of NACE. */
  @Column('text', { nullable: true }) nace: string | null;
  /** ESCO occupation URI of the work; null when unknown, and then it counts for no sector of ESCO. */
  @Column('text', { nullable: true }) esco: string | null;
  @Column('text', { nullable: true }) region: string | null;
  @Column('date') leftOn: string;
  /** Negative to take back what was counted wrongly. */
  @Column('int') people: number;
  @Column('text') reason: string;
  /** Of the person who leaves for it; null for what the authority counted. */
  @Column('uuid', { nullable: true }) placementId: string | null;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
