import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Criterion } from './drawing/criteria.ts';
import type { AllocationMode, DrawInputs, DrawOutcome } from './drawing/draw.ts';

/**
 * `drawn` means that all batches are drawn. `failed` means that the draw was given up because of a
 * fault of the system; it can be requested again.
 */
export type RoundStatus = 'announced' | 'drawn' | 'withdrawn' | 'failed';

/**
 * The statuses in which a round is pending. While it is, the free seats of its offer are for it
 * alone.
 */
export const pendingStatuses = ['announced', 'failed'] as const satisfies RoundStatus[];

/**
 * A period in which employers apply for the free seats of a national offer, and the rule that
 * allocates the seats once it has closed. What was announced is never changed.
 */
@Entity()
export class AllocationRound {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') quotaId: string;
  /** The ministry. */
  @Column('uuid') organisationId: string;
  @Column('text') state: string;
  @Column('text') partnerCountry: string;
  @Column('text') mode: AllocationMode;
  /** The first and the last day on which applications are taken. */
  @Column('date') opensOn: string;
  @Column('date') closesOn: string;
  @Column('jsonb') criteria: readonly Criterion[];
  /**
   * The number of even parts into which the period and the seats are split; 1 unless the mode is
   * `batches`.
   */
  @Column('int') batches: number;
  /**
   * Where to read, after applications have closed, the public value that goes into the seed; null
   * if none does.
   */
  @Column('text', { nullable: true }) publicSource: string | null;
  @Column('text') citation: string;
  /** SHA-256 of the seed, published before the first application. */
  @Column('text') seedHash: string;
  /** The seed itself, published with the last draw; null before. */
  @Column('text', { nullable: true }) openedSeed: string | null;
  @Column('text', { nullable: true }) publicValue: string | null;
  @Column('text') status: RoundStatus;
  /** The number of batches drawn so far. */
  @Column('int') draws: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}

/** One draw, with everything that it was decided from. It is never changed. */
@Entity()
export class AllocationDraw {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') roundId: string;
  @Column('text') state: string;
  /** The number of the batch, from 1. */
  @Column('int') batch: number;
  @Column('jsonb') inputs: DrawInputs;
  /** SHA-256 of the inputs as canonical JSON. */
  @Column('text') inputHash: string;
  @Column('timestamptz') drawnAt: Date;
}

/** What a draw decided about one application. It is never changed. */
@Entity()
export class AllocationResult {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') drawId: string;
  @Column('uuid') roundId: string;
  @Column('uuid') placementId: string;
  /** The employer. */
  @Column('uuid') organisationId: string;
  @Column('text') state: string;
  @Column('int') rank: number;
  @Column('text') outcome: DrawOutcome;
  @Column('uuid', { nullable: true }) quotaId: string | null;
  @Column('int', { nullable: true }) points: number | null;
}
