import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** How many people at most may leave in a year; once reached, it acts like a pressed sector. */
@Entity()
export class OutflowCap {
  @PrimaryColumn('uuid') id: string;
  @Column('text') partnerCountry: string;
  /** ISCO-08 of 1 to 4 digits; null for all work. */
  @Column('text', { nullable: true }) isco: string | null;
  /** Of the partner country, as its agencies write it; null for the whole country. */
  @Column('text', { nullable: true }) region: string | null;
  @Column('int') year: number;
  /** Either this number of people, or the share below. */
  @Column('int', { nullable: true }) people: number | null;
  /** Thousandths of the workforce that the migration profile gives. */
  @Column({
    type: 'numeric',
    nullable: true,
    transformer: { from: toNumber, to: (value: unknown) => value },
  })
  sharePerMille: number | null;
  @Column('text', { array: true }) effects: string[];
  @Column('text') citation: string;
  @Column('int') version: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}

/** PostgreSQL's numeric arrives as text. */
function toNumber(value: string | null): number | null {
  return value === null ? null : Number(value);
}
