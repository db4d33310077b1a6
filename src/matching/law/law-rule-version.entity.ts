import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationRole } from '../../platform/database/tenant.ts';
import type { certainties, LawKind, LawRule } from './law-rule.ts';

/** PostgreSQL's bigint arrives as text. */
const asNumber = { from: (value: string): number => Number(value), to: (value: number) => value };

/** One version of a rule, as its authority recorded it; never changed afterwards. */
@Entity()
export class LawRuleVersion implements LawRule {
  @PrimaryColumn('text') code: string;
  @PrimaryColumn('int') version: number;
  /** In the order in which all changes of law were recorded: names the whole body of rules. */
  @Column({ type: 'bigint', insert: false, transformer: asNumber }) sequence: number;
  @Column('text') kind: LawKind;
  @Column('text', { nullable: true }) state: string | null;
  @Column('text', { nullable: true }) region: string | null;
  @Column('text') citation: string;
  @Column('text') certainty: (typeof certainties)[number];
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('jsonb') parameters: LawRule['parameters'];
  /** null for what came with the software. */
  @Column('uuid', { nullable: true }) authorId: string | null;
  @Column('text') authorRole: OrganisationRole | 'system';
  /** Why it was recorded or changed. */
  @Column('text') reason: string;
  @Column('timestamptz') recordedAt: Date;
}

/** A rule as it is told: of a recorded one also which version it is, whose, and why there is one. */
export type ToldRule<K extends LawKind> = LawRule<K> & Partial<Omit<LawRuleVersion, keyof LawRule>>;
