import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Ground } from './wish.ts';

export const appealStatuses = ['open', 'accepted', 'dismissed'] as const;

/** An employer's appeal against the refusal of a phrase, and the ministry's decision. */
@Entity()
export class WordingAppeal {
  @PrimaryColumn('uuid') id: string;
  /** The employer, or the ministry that publishes vacancies itself. */
  @Column('uuid') organisationId: string;
  /** The state whose ministry decides, ISO 3166-1 alpha-2. */
  @Column('text') state: string;
  @Column('text') phrase: string;
  @Column('text') ground: Ground;
  /** Why the wish is lawful here, such as a genuine occupational requirement. */
  @Column('text') reason: string;
  @Column('text') status: (typeof appealStatuses)[number];
  @Column('text', { nullable: true }) decision: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('int') version: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
}
