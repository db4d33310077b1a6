import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was last decided on a vacancy, in numbers, and when it has to be looked at again. */
@Entity()
export class VacancyMatching {
  @PrimaryColumn('uuid') vacancyId: string;
  @Column('uuid') organisationId: string;
  @Column('text') state: string;
  @Column('date', { nullable: true }) decidedOn: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  /** The first date on which the calendar alone may change a decision. */
  @Column('date', { nullable: true }) reviewOn: string | null;
  @Column('timestamptz', { nullable: true }) outdatedSince: Date | null;
  @Column('int') considered: number;
  @Column('int') proposed: number;
  @Column('int') waiting: number;
  @Column('int') heldBack: number;
  /** How many decisions are stored: those proposed and the best of the others. */
  @Column('int') kept: number;
  /** How many people each reason holds back or lets wait. */
  @Column('jsonb') reasons: Record<string, number>;
}
