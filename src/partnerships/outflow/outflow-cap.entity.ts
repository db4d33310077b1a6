import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** The most people who may leave in a year. Once it is reached, it acts like a pressed sector. */
@Entity()
export class OutflowCap {
  @PrimaryColumn('uuid') id: string;
  @Column('text') partnerCountry: string;
  /** ISCO-08 code of 1 to 4 digits, or null for all work. */
  @Column('text', { nullable: true }) isco: string | null;
  /** A region of the partner country, as its agencies write it; null for the whole country. */
  @Column('text', { nullable: true }) region: string | null;
  @Column('int') year: number;
  /** The number of people; null if the cap is `sharePerMille`. */
  @Column('int', { nullable: true }) people: number | null;
  /** Thousandths of the workforce in the migration profile; null if the cap is a number. */
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

/** Converts PostgreSQL's `numeric`, which arrives as text. */
function toNumber(value: string | null): number | null {
  return value === null ? null : Number(value);
}
