import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A course in the home country for an occupation in a state, with those who finished it. */
@Entity()
export class TrainedList {
  @PrimaryColumn('uuid') id: string;
  /** The agency. */
  @Column('uuid') organisationId: string;
  @Column('text') partnerCountry: string;
  @Column('text') state: string;
  @Column('text') name: string;
  /** The ISCO group that it trains for, 1 to 4 digits. */
  @Column('text') isco: string;
  @Column('int') hours: number;
  @Column('date') trainedOn: string;
  /** The last day on which it gives precedence. */
  @Column('date') validUntilOn: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
