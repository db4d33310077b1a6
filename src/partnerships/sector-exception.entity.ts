import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** An agreement between governments that re-opens a pressed sector for a number of people. */
@Entity()
export class SectorException {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pressedSectorId: string;
  @Column('text') partnerCountry: string;
  /** The state that the people go to, ISO 3166-1 alpha-2. */
  @Column('text') state: string;
  /** The most people that may leave under the exception. */
  @Column('int') people: number;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('text') citation: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
