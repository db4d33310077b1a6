import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentPurpose, ConsentSection } from './formats/candidate-draft.ts';

/**
 * What a candidate consented to: a purpose, sections of their data, and countries. It holds for 12
 * months.
 */
@Entity()
export class Consent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') candidateId: string;
  @Column('uuid') organisationId: string;
  @Column('text') purpose: ConsentPurpose;
  @Column('text', { array: true }) sections: ConsentSection[];
  @Column('text', { array: true }) countries: string[];
  @Column('date') givenOn: string;
  /** The first day on which the consent no longer holds. */
  @Column('date') expiresOn: string;
  @Column('text', { nullable: true }) evidence: string | null;
  /**
   * The SHA-256 of the scan of a paper consent, in hexadecimal; `witness` saw the signature. Both
   * null for a consent that is not on paper.
   */
  @Column('text', { nullable: true }) scanSha256: string | null;
  @Column('text', { nullable: true }) witness: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
