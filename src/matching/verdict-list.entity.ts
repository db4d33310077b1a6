import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Result } from './rules/rule.ts';

/** A stored verdict. What its rule rests on follows from the rule's code and the rules' version. */
export type StoredVerdict = Result & { rule: string };

/** The verdicts of all rules, in their order. Many candidates share one row. */
@Entity()
export class VerdictList {
  /** The hash of `verdicts`. */
  @PrimaryColumn('uuid') hash: string;
  @Column('jsonb') verdicts: StoredVerdict[];
}
