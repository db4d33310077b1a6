import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { SimulationReport } from './draft-effects.ts';
import type { Draft } from './draft.ts';

/** `failed`: given up because of a fault of the system. */
export type SimulationStatus = 'waiting' | 'running' | 'finished' | 'cancelled' | 'failed';

/** A draft of rules that is tried on the current data. Only the draft and the report are kept. */
@Entity()
export class Simulation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') status: SimulationStatus;
  @Column('jsonb') draft: Draft;
  /** The total number of vacancies; null until they are counted. */
  @Column('int', { nullable: true }) total: number | null;
  /** The number of vacancies decided so far. */
  @Column('int') done: number;
  /** The number of the last change of law that the draft was laid over. */
  @Column('int', { nullable: true }) law: number | null;
  @Column('jsonb', { nullable: true }) report: SimulationReport | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
