import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** From match to return, and the five ways in which it ends before. */
export const placementStatuses = [
  'waiting',
  'offered',
  'accepted',
  'authorised',
  'preparing',
  'visa',
  'entered',
  'working',
  'ended',
  'returned',
  'refused',
  'denied',
  'withdrawn',
  'expired',
  'abandoned',
] as const;
export type PlacementStatus = (typeof placementStatuses)[number];

/** Generic: the agency names the person when it accepts. */
export type OfferKind = 'by-name' | 'generic';

/** A post offered to a person, or to an agency for one of its people; runs to return. */
@Entity()
export class Placement {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: OfferKind;
  @Column('text') status: PlacementStatus;
  /** The day on which it came to this status. */
  @Column('date') statusOn: string;
  @Column('uuid') vacancyId: string;
  @Column('uuid', { nullable: true }) matchId: string | null;
  /** null: nobody is named yet, or the person was erased. */
  @Column('uuid', { nullable: true }) candidateId: string | null;
  /** The employer's. */
  @Column('uuid') organisationId: string;
  @Column('uuid') agencyId: string;
  @Column('uuid', { nullable: true }) collectiveOfferId: string | null;
  /** One stay of one person: contracts chained in it share the seat that was used at the entry. */
  @Column('uuid') campaignId: string;
  @Column('text') state: string;
  /** Whose reserved seats it takes; null for people who need none. */
  @Column('text', { nullable: true }) partnerCountry: string | null;
  @Column('text') permitCategory: string;
  /** The national offers that cover it, of which it takes a seat each. */
  @Column('uuid', { array: true }) quotaIds: string[];
  /** First and last day of the contract; the last is moved when it ends earlier. */
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('date') answerByOn: string;
  /** The person left an employer who broke the terms: never held against them. */
  @Column('boolean') employerBreach: boolean;
  /** The verified day of return. */
  @Column('date', { nullable: true }) returnedOn: string | null;
  /** Its place in the waiting list, where an allocation round gave one; others wait behind. */
  @Column('int', { nullable: true }) queueRank: number | null;
  @Column('int') version: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
