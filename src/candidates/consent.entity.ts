import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentPurpose, ConsentSection } from './formats/candidate-draft.ts';

/** What a person allowed: for a purpose, sections of their data, and countries; for 12 months. */
@Entity()
export class Consent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') candidateId: string;
  @Column('uuid') organisationId: string;
  @Column('text') purpose: ConsentPurpose;
  @Column('text', { array: true }) sections: ConsentSection[];
  @Column('text', { array: true }) countries: string[];
  @Column('date') givenOn: string;
  /** The first day on which it holds no more. */
  @Column('date') expiresOn: string;
  @Column('text', { nullable: true }) evidence: string | null;
  /** On paper: SHA-256 of the scan, hexadecimal, with who witnessed the signature. */
  @Column('text', { nullable: true }) scanSha256: string | null;
  @Column('text', { nullable: true }) witness: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
