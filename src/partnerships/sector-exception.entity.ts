import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A government-to-government agreement that re-opens a pressed sector for so many people. */
@Entity()
export class SectorException {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pressedSectorId: string;
  @Column('text') partnerCountry: string;
  /** ISO 3166-1 alpha-2, where the people go. */
  @Column('text') state: string;
  /** The cap of the exception. */
  @Column('int') people: number;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('text') citation: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
