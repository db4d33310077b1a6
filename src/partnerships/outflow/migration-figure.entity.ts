import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** One line of a country's migration profile, for an occupation, a region and a year. */
@Entity()
export class MigrationFigure {
  @PrimaryColumn('uuid') id: string;
  @Column('text') partnerCountry: string;
  /** ISCO-08 code of 1 to 4 digits, or null for all work. */
  @Column('text', { nullable: true }) isco: string | null;
  @Column('text', { nullable: true }) region: string | null;
  @Column('int') year: number;
  /** The number of people who do this work at home. */
  @Column('int', { nullable: true }) workforce: number | null;
  /** The number of posts open at home. */
  @Column('int', { nullable: true }) vacancies: number | null;
  @Column('int', { nullable: true }) emigrated: number | null;
  @Column('text') source: string;
  @Column('int') version: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
