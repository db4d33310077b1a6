import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChainedEntry } from './evidence-chain.ts';

/** What a decision rested on, as it was on the day; never changed afterwards. */
@Entity()
export class EvidencePack {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') vacancyId: string;
  /** Of one decision; null for the whole vacancy. */
  @Column('uuid', { nullable: true }) matchId: string | null;
  @Column('uuid') organisationId: string;
  @Column('text') state: string;
  /** `passerelle-evidence/1`. */
  @Column('text') format: string;
  @Column('jsonb') entries: ChainedEntry[];
  /** The hash of the last entry: whoever knows it knows the whole pack. */
  @Column('text') head: string;
  @Column('timestamptz') madeAt: Date;
}
