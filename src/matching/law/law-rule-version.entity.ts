import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationRole } from '../../platform/database/tenant.ts';
import type { certainties, LawKind, LawRule } from './law-rule.ts';

/** Converts PostgreSQL's bigint, which arrives as text. */
const asNumber = { from: (value: string): number => Number(value), to: (value: number) => value };

/** One version of a rule, as its authority recorded it. It is never changed afterwards. */
@Entity()
export class LawRuleVersion implements LawRule {
  @PrimaryColumn('text') code: string;
  @PrimaryColumn('int') version: number;
  /** The position among all changes of law. It names the whole set of rules at that time. */
  @Column({ type: 'bigint', insert: false, transformer: asNumber }) sequence: number;
  @Column('text') kind: LawKind;
  @Column('text', { nullable: true }) state: string | null;
  @Column('text', { nullable: true }) region: string | null;
  @Column('text') citation: string;
  @Column('text') certainty: (typeof certainties)[number];
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('jsonb') parameters: LawRule['parameters'];
  /** Null for rules that came with the software. */
  @Column('uuid', { nullable: true }) authorId: string | null;
  @Column('text') authorRole: OrganisationRole | 'system';
  /** Why the version was recorded. */
  @Column('text') reason: string;
  @Column('timestamptz') recordedAt: Date;
}

/** A rule as it is returned. A recorded one also has its version, author and reason. */
export type ToldRule<K extends LawKind> = LawRule<K> & Partial<Omit<LawRuleVersion, keyof LawRule>>;
