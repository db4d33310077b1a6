import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { SimulationReport } from './difference.ts';
import type { Draft } from './draft.ts';

/** `failed`: given up for a fault of ours. */
export type SimulationStatus = 'waiting' | 'running' | 'finished' | 'cancelled' | 'failed';

/** A draft of rules that is tried on the current data; nothing is kept of it but the report. */
@Entity()
export class Simulation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') status: SimulationStatus;
  @Column('jsonb') draft: Draft;
  /** Vacancies in all; null until they are counted. */
  @Column('int', { nullable: true }) total: number | null;
  /** Vacancies decided so far. */
  @Column('int') done: number;
  /** The number of the last change of law that the draft was laid over. */
  @Column('int', { nullable: true }) law: number | null;
  @Column('jsonb', { nullable: true }) report: SimulationReport | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
