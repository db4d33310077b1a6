import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** One line of a country's migration profile: an occupation, a region, a year. */
@Entity()
export class MigrationFigure {
  @PrimaryColumn('uuid') id: string;
  @Column('text') partnerCountry: string;
  /** ISCO-08 of 1 to 4 digits; null for all work. */
  @Column('text', { nullable: true }) isco: string | null;
  @Column('text', { nullable: true }) region: string | null;
  @Column('int') year: number;
  /** People who work in it at home. */
  @Column('int', { nullable: true }) workforce: number | null;
  /** Posts open at home. */
  @Column('int', { nullable: true }) vacancies: number | null;
  @Column('int', { nullable: true }) emigrated: number | null;
  @Column('text') source: string;
  @Column('int') version: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
