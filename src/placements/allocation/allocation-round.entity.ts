import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Criterion } from './drawing/criteria.ts';
import type { AllocationMode, DrawInputs, DrawOutcome } from './drawing/draw.ts';

/** `drawn`: of all its batches; `failed`: the draw was given up for a fault of ours, and can be asked for again. */
export type RoundStatus = 'announced' | 'drawn' | 'withdrawn' | 'failed';

/** Until a round is drawn or withdrawn, the free seats of its offer are for it alone. */
export const pendingStatuses = ['announced', 'failed'] as const satisfies RoundStatus[];

/**
 * A window in which employers apply for the free seats of a national offer, and the rule by which
 * these are allocated when it has closed. What was announced is never changed.
 */
@Entity()
export class AllocationRound {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') quotaId: string;
  /** The ministry's. */
  @Column('uuid') organisationId: string;
  @Column('text') state: string;
  @Column('text') partnerCountry: string;
  @Column('text') mode: AllocationMode;
  /** First and last day on which applications are taken. */
  @Column('date') opensOn: string;
  @Column('date') closesOn: string;
  @Column('jsonb') criteria: readonly Criterion[];
  /** In how many even parts the period and the seats are taken; 1 but for `batches`. */
  @Column('int') batches: number;
  /** Where a value can be read, after applications closed, that the seed is made with. */
  @Column('text', { nullable: true }) publicSource: string | null;
  @Column('text') citation: string;
  /** SHA-256 of the seed, published before the first application. */
  @Column('text') seedHash: string;
  /** The seed itself, published with the last draw. */
  @Column('text', { nullable: true }) openedSeed: string | null;
  @Column('text', { nullable: true }) publicValue: string | null;
  @Column('text') status: RoundStatus;
  /** How many batches are drawn. */
  @Column('int') draws: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}

/** One draw, with all that it was decided from. Never changed. */
@Entity()
export class AllocationDraw {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') roundId: string;
  @Column('text') state: string;
  /** From 1. */
  @Column('int') batch: number;
  @Column('jsonb') inputs: DrawInputs;
  /** SHA-256 of the inputs as canonical JSON. */
  @Column('text') inputHash: string;
  @Column('timestamptz') drawnAt: Date;
}

/** What a draw decided on one application. Never changed. */
@Entity()
export class AllocationResult {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') drawId: string;
  @Column('uuid') roundId: string;
  @Column('uuid') placementId: string;
  /** The employer's. */
  @Column('uuid') organisationId: string;
  @Column('text') state: string;
  @Column('int') rank: number;
  @Column('text') outcome: DrawOutcome;
  @Column('uuid', { nullable: true }) quotaId: string | null;
  @Column('int', { nullable: true }) points: number | null;
}
