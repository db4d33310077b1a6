import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChainedEntry } from './evidence-chain.ts';
import type { SealedWords } from './sealed-words.ts';

/** What a decision was based on, as it was on the day. It is never changed afterwards. */
@Entity()
export class EvidencePack {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') vacancyId: string;
  /** The decision that the pack is about; null for the whole vacancy. */
  @Column('uuid', { nullable: true }) matchId: string | null;
  @Column('uuid') organisationId: string;
  @Column('text') state: string;
  /** `passerelle-evidence/1`. */
  @Column('text') format: string;
  @Column('jsonb') entries: ChainedEntry[];
  /** The hash of the last entry, which fixes the content of the whole pack. */
  @Column('text') head: string;
  @Column('timestamptz') madeAt: Date;
}

/** A pack in a list, without its entries, which may be many. */
export type EvidencePackHead = Omit<EvidencePack, 'entries'>;

/** A pack with those words of the employer that have not been erased with their candidate. */
export interface EvidencePackView extends EvidencePack {
  words: SealedWords[];
}
