import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A vacancy in a partner country, for candidates who return; see ADR 14. */
@Entity()
export class HomeVacancy {
  @PrimaryColumn('uuid') id: string;
  /** The agency or the partner authority that owns it. */
  @Column('uuid') organisationId: string;
  /** The partner country, ISO 3166-1 alpha-2. */
  @Column('text') country: string;
  /** The owner's reference; sending it again updates the vacancy. */
  @Column('text') reference: string;
  @Column('date') publishedOn: string;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column('int') positions: number;
  @Column('text', { nullable: true }) place: string | null;
  /** The local office. */
  @Column('text', { nullable: true }) agency: string | null;
  @Column('text', { nullable: true }) sector: string | null;
  /** The contract type as listed: CI, CDD or CDI. */
  @Column('text', { nullable: true }) contract: string | null;
  @Column('text', { nullable: true }) education: string | null;
  /** The experience as listed, such as `(6 mois - 1 an)`. */
  @Column('text', { nullable: true }) experience: string | null;
  /** The minimum of `experience` in years, or null if it was not understood. */
  @Column('real', { nullable: true }) experienceYears: number | null;
  @Column('date', { nullable: true }) startsOn: string | null;
  @Column('text', { array: true }) isco: string[];
  /** ESCO occupation URIs. */
  @Column('text', { array: true }) esco: string[];
  /** ESCO URIs or words. */
  @Column('text', { array: true }) skills: string[];
  @Column('text') status: 'open' | 'closed';
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
