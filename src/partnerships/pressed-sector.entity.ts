import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export const sectorSchemes = ['isco', 'nace', 'esco'] as const;
export type SectorScheme = (typeof sectorSchemes)[number];

export const sectorEffects = [
  'no-favourable-treatment',
  'no-active-matching',
  'no-direct-application',
] as const;

/** An occupation or sector in which, according to the partner country, emigration does harm. */
@Entity()
export class PressedSector {
  @PrimaryColumn('uuid') id: string;

  /** The country that decides on it, ISO 3166-1 alpha-2. */
  @Column('text') partnerCountry: string;

  @Column('text') scheme: SectorScheme;

  /** ISCO group of 1 to 4 digits, NACE section to class, or ESCO occupation URI. */
  @Column('text') code: string;

  @Column('text') reason: string;

  @Column('text', { array: true }) effects: string[];

  @Column('date') startsOn: string;

  @Column('date', { nullable: true }) endsOn: string | null;

  @Column('timestamptz', { nullable: true }) liftedAt: Date | null;

  @Column('int') version: number;

  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
