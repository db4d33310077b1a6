import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tier } from '../rules/tiers.ts';
import type { ApplicationOutcome } from './explain-assignment.ts';
import type { CapRegime } from './acceptance/market.ts';

/** A proposal of who goes where; its id is that of the run. It reserves nothing. */
@Entity()
export class Assignment {
  @PrimaryColumn('uuid') id: string;
  /** Who asked for it. */
  @Column('uuid') organisationId: string;
  /** The version of the mechanism. */
  @Column('text') mechanism: string;
  /** 32 hexadecimal digits, public from `seedPublishedAt` on, before the draw. */
  @Column('text') seed: string;
  @Column('timestamptz') seedPublishedAt: Date;
  @Column('timestamptz', { nullable: true }) drawnAt: Date | null;
  /** When it was given up for a fault of ours, so that it is never drawn. */
  @Column('timestamptz', { nullable: true }) givenUpAt: Date | null;
  /** SHA-256 of everything that was assigned from, so that a repetition can show it had the same. */
  @Column('text', { nullable: true }) inputHash: string | null;
}

/** What became of a national offer. */
export interface OfferFigures {
  quotaId: string;
  /** Left at the time of the draw. */
  seats: number;
  proposed: number;
  regime: CapRegime;
}

/** An assignment in numbers. */
@Entity()
export class AssignmentFigures {
  @PrimaryColumn('uuid') assignmentId: string;
  @Column('uuid') organisationId: string;
  @Column('int') positions: number;
  @Column('int') people: number;
  @Column('int') applications: number;
  @Column('int') placed: number;
  /** Of those placed: who have what they would like best. */
  @Column('int') bestWish: number;
  @Column('jsonb') outcomes: Partial<Record<ApplicationOutcome, number>>;
  @Column('jsonb') offers: OfferFigures[];
}

/** What an assignment says of one person and one vacancy. */
@Entity()
export class AssignmentPlace {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') vacancyId: string;
  @Column('uuid') candidateId: string;
  /** The vacancy's. */
  @Column('uuid') organisationId: string;
  @Column('uuid') agencyId: string;
  @Column('text') state: string;
  @Column('text') outcome: ApplicationOutcome;
  /** The national offer that had no seat, where one decided. */
  @Column('uuid', { nullable: true }) quotaId: string | null;
  /** From 1, in the order in which the vacancy takes people. */
  @Column('int') position: number;
  /** From 1, in the order of the person's wishes. */
  @Column('int') wish: number;
  @Column('text') tier: Tier;
  /** Whether they are ahead in tier 3, because they came and returned before. */
  @Column('boolean') returned: boolean;
  @Column('int') score: number;
  /** From 1: when the person was drawn. */
  @Column('int') draw: number;
}
