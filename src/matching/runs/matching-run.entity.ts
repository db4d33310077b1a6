import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Versions } from '../decision-versions.entity.ts';

/** `failed`: given up because of a fault of the system; what it had decided remains valid. */
export type RunStatus = 'waiting' | 'running' | 'finished' | 'failed';

/** `match` decides on vacancies again; `allocate` proposes which candidate goes where. */
export const runKinds = ['match', 'allocate'] as const;
export type RunKind = (typeof runKinds)[number];

/** A run over vacancies that an organisation asked for, with its progress and result. */
@Entity()
export class MatchingRun {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') kind: RunKind;
  @Column('text') status: RunStatus;
  @Column('uuid', { array: true, select: false }) vacancyIds: string[];
  /** The total number of vacancies. */
  @Column({ type: 'int', insert: false, update: false }) total: number;
  /** The number of vacancies decided so far. */
  @Column('int') done: number;
  @Column('int') considered: number;
  @Column('int') proposed: number;
  @Column('int') waiting: number;
  @Column('int') heldBack: number;
  @Column('jsonb', { nullable: true }) versions: Versions | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
