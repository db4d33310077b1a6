import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The numbers of the last decisions on a vacancy, and when to review it. */
@Entity()
export class VacancyMatching {
  @PrimaryColumn('uuid') vacancyId: string;
  @Column('uuid') organisationId: string;
  @Column('text') state: string;
  @Column('date', { nullable: true }) decidedOn: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  /** The first date on which the calendar alone may change a decision; null if there is none. */
  @Column('date', { nullable: true }) reviewOn: string | null;
  @Column('timestamptz', { nullable: true }) outdatedSince: Date | null;
  @Column('int') considered: number;
  @Column('int') proposed: number;
  @Column('int') waiting: number;
  @Column('int') heldBack: number;
  /** How many decisions are stored: the proposed candidates and the best of the others. */
  @Column('int') kept: number;
  /** How many candidates each reason holds back or lets wait, by code. */
  @Column('jsonb') reasons: Record<string, number>;
}
