import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Result } from './rules/rule.ts';

/** A verdict as it is kept: what each rule rests on is told by its code and the rules' version. */
export type StoredVerdict = Result & { rule: string };

/** What all rules say, in their order: the same for many people, and kept once. */
@Entity()
export class VerdictList {
  /** Of the content. */
  @PrimaryColumn('uuid') hash: string;
  @Column('jsonb') verdicts: StoredVerdict[];
}
