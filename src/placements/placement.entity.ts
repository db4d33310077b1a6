import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { OfferedWork } from '../matching/contracts/closed-gates.ts';
import type { PermitCategory } from '../vacancies/formats/vacancy-draft.ts';

/** The statuses from waiting to return, followed by the five in which a placement ends early. */
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

/**
 * Whether the offer names the person. In a `generic` offer the agency names the person when it
 * accepts.
 */
export type OfferKind = 'by-name' | 'generic';

/** A post offered to a person, or to an agency for one of its people. It lasts until the return. */
@Entity()
export class Placement {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: OfferKind;
  @Column('text') status: PlacementStatus;
  /** The day on which it reached this status. */
  @Column('date') statusOn: string;
  @Column('uuid') vacancyId: string;
  @Column('uuid', { nullable: true }) matchId: string | null;
  /** Null if no person is named yet, or if the person was erased. */
  @Column('uuid', { nullable: true }) candidateId: string | null;
  /** The employer. */
  @Column('uuid') organisationId: string;
  @Column('uuid') agencyId: string;
  @Column('uuid', { nullable: true }) collectiveOfferId: string | null;
  /** One stay of one person. Contracts chained in it share the seat that was used at the entry. */
  @Column('uuid') campaignId: string;
  @Column('text') state: string;
  /** The country whose reserved seats it takes, or null for people who need none. */
  @Column('text', { nullable: true }) partnerCountry: string | null;
  @Column('text') permitCategory: PermitCategory;
  /** The work as it was offered. A vacancy that changes afterwards changes no contract. */
  @Column('jsonb') work: OfferedWork;
  /** The national offers that cover it; it takes one seat of each. */
  @Column('uuid', { array: true }) quotaIds: string[];
  /**
   * The first and the last day of the contract. If it ends early, the last day changes to that day.
   */
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('date') answerByOn: string;
  /**
   * Whether the person left an employer who broke the terms, which never counts against the person.
   */
  @Column('boolean') employerBreach: boolean;
  /** The verified day of return. */
  @Column('date', { nullable: true }) returnedOn: string | null;
  /**
   * Its place in the waiting list if an allocation round gave one. Placements without one wait
   * behind.
   */
  @Column('int', { nullable: true }) queueRank: number | null;
  @Column('int') version: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
