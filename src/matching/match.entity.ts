import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
} from 'typeorm';
import { DecisionVersions } from './decision-versions.entity.ts';
import type { MatchStatus, Precedence } from './match-vacancy.ts';
import { compactContributions } from './matches/compact-contributions.ts';
import type { Tier } from './rules/tiers.ts';
import type { Contribution } from './scoring/score.ts';
import { VerdictList } from './verdict-list.entity.ts';

export const matchOutcomes = ['invited', 'hired', 'declined', 'not-hired'] as const;
/** What the employer did with a proposed candidate. */
export type MatchOutcome = (typeof matchOutcomes)[number];

/** The decision on one candidate for one vacancy; at most one for each pair. */
@Entity()
export class Match {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') vacancyId: string;
  @Column('uuid') candidateId: string;
  /** The employer, or the ministry that delivered the vacancy. */
  @Column('uuid') organisationId: string;
  @Column('uuid') agencyId: string;
  /** The state of the vacancy, ISO 3166-1 alpha-2. */
  @Column('text') state: string;
  @Column('text') status: MatchStatus;
  @Column('date', { nullable: true }) waitUntilOn: string | null;
  /** The position in the list of the vacancy, from 1: proposed candidates first, tier by tier. */
  @Column('int') position: number;
  @Column('text') tier: Tier;
  @Column('text') tierBecause: string;
  @Column('text') tierCitation: string;
  /** Why the candidate comes before others of the same tier; null if they do not. */
  @Column('text', { nullable: true }) precedence: Precedence | null;
  /** Thousandths, 0 to 1000. */
  @Column('int') score: number;
  @Column('real') completeness: number;
  @Column('json', { transformer: compactContributions }) contributions: Contribution[];
  @ManyToOne(() => VerdictList, { eager: true })
  @JoinColumn({ name: 'verdicts_hash' })
  verdictList: Relation<VerdictList>;
  @ManyToOne(() => DecisionVersions, { eager: true })
  @JoinColumn({ name: 'versions_hash' })
  madeWith: Relation<DecisionVersions>;
  /** The state of the engine that the shortlist came from; see EngineState.name. */
  @Column('text') snapshot: string;
  @Column('date') decidedOn: string;
  /** Hashes of the facts behind the decision; see DecisionInputs. */
  @Column('uuid', { select: false, nullable: true }) vacancyInput: string | null;
  @Column('uuid', { select: false, nullable: true }) candidateInput: string | null;
  @Column('uuid', { select: false, nullable: true }) stateInput: string | null;
  @Column('text', { nullable: true }) outcome: MatchOutcome | null;
  @Column('text', { nullable: true }) outcomeReason: string | null;
  @Column('timestamptz', { nullable: true }) outcomeAt: Date | null;
  @Column('int') version: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt: Date;
}
