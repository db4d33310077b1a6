import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Versions } from '../decision-versions.entity.ts';

/** `failed`: given up for a fault of ours; what it had decided stands. */
export type RunStatus = 'waiting' | 'running' | 'finished' | 'failed';

/** `match` decides anew on vacancies; `allocate` proposes who goes where. */
export const runKinds = ['match', 'allocate'] as const;
export type RunKind = (typeof runKinds)[number];

/** One run over vacancies that somebody asked for, with its progress and what came of it. */
@Entity()
export class MatchingRun {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') kind: RunKind;
  @Column('text') status: RunStatus;
  @Column('uuid', { array: true, select: false }) vacancyIds: string[];
  /** Vacancies in all. */
  @Column({ type: 'int', insert: false, update: false }) total: number;
  /** Vacancies decided so far. */
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
