import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tier } from '../rules/tiers.ts';
import type { ApplicationOutcome } from './explain-assignment.ts';
import type { CapRegime } from './acceptance/market.ts';

/**
 * A proposal of which candidate goes to which vacancy. Its id is that of the run. It reserves
 * nothing.
 */
@Entity()
export class Assignment {
  @PrimaryColumn('uuid') id: string;
  /** The organisation that asked for it. */
  @Column('uuid') organisationId: string;
  /** The version of the mechanism. */
  @Column('text') mechanism: string;
  /** 32 hexadecimal digits, public from `seedPublishedAt` on, before the draw. */
  @Column('text') seed: string;
  @Column('timestamptz') seedPublishedAt: Date;
  @Column('timestamptz', { nullable: true }) drawnAt: Date | null;
  /** When the assignment was given up because of a fault of the system; it is then never drawn. */
  @Column('timestamptz', { nullable: true }) givenUpAt: Date | null;
  /**
   * The SHA-256 of everything the assignment was made from, so that a repetition can prove it used
   * the same.
   */
  @Column('text', { nullable: true }) inputHash: string | null;
}

/** The result for one national offer. */
export interface OfferFigures {
  quotaId: string;
  /** Seats left at the time of the draw. */
  seats: number;
  proposed: number;
  regime: CapRegime;
}

/** The figures of an assignment. */
@Entity()
export class AssignmentFigures {
  @PrimaryColumn('uuid') assignmentId: string;
  @Column('uuid') organisationId: string;
  @Column('int') positions: number;
  @Column('int') people: number;
  @Column('int') applications: number;
  @Column('int') placed: number;
  /** How many of the placed candidates got their best wish. */
  @Column('int') bestWish: number;
  @Column('jsonb') outcomes: Partial<Record<ApplicationOutcome, number>>;
  @Column('jsonb') offers: OfferFigures[];
}

/** The result of an assignment for one candidate and one vacancy. */
@Entity()
export class AssignmentPlace {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') vacancyId: string;
  @Column('uuid') candidateId: string;
  /** The organisation of the vacancy. */
  @Column('uuid') organisationId: string;
  @Column('uuid') agencyId: string;
  @Column('text') state: string;
  @Column('text') outcome: ApplicationOutcome;
  /** The national offer that had no seat; null if no offer decided. */
  @Column('uuid', { nullable: true }) quotaId: string | null;
  /** The position in the order of the vacancy, from 1. */
  @Column('int') position: number;
  /** The position in the order of the candidate's wishes, from 1. */
  @Column('int') wish: number;
  @Column('text') tier: Tier;
  /** Whether the candidate has precedence in tier 3 for having come and returned before. */
  @Column('boolean') returned: boolean;
  @Column('int') score: number;
  /** The candidate's position in the lottery, from 1. */
  @Column('int') draw: number;
}
