import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { Finding } from '../platform/formats/finding.ts';
import type {
  CandidateDraft,
  DesiredPay,
  OwnLanguage,
  OwnSkill,
  PersonalRight,
  PreviousStay,
  WorkedOccupation,
} from './formats/candidate-draft.ts';

/** A candidate of an agency, with the fields of the draft. Consents are stored separately. */
@Entity()
export class Candidate implements Omit<CandidateDraft, 'consents'> {
  @PrimaryColumn('uuid') id: string;
  /** The id of the agency. */
  @Column('uuid') organisationId: string;
  @Column('text') reference: string;
  @Column('text', { nullable: true }) givenName: string | null;
  @Column('text', { nullable: true }) familyName: string | null;
  @Column('date', { nullable: true }) birthOn: string | null;
  /** Hashes of document numbers, each with the kind of the document; never the numbers. */
  @Column('text', { array: true }) documents: string[];
  @Column('text', { array: true }) nationalities: string[];
  @Column('text', { nullable: true }) residenceCountry: string | null;
  @Column('text', { nullable: true }) residenceRegion: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { array: true }) residencePermits: string[];
  @Column('boolean') euFamilyMember: boolean;
  @Column('jsonb') rights: PersonalRight[];
  @Column('jsonb') occupations: WorkedOccupation[];
  @Column('jsonb') skills: OwnSkill[];
  @Column('jsonb') languages: OwnLanguage[];
  @Column('int', { nullable: true }) educationLevel: number | null;
  @Column('text', { nullable: true }) educationField: string | null;
  @Column('text', { array: true }) qualifications: string[];
  @Column('text', { array: true }) licences: string[];
  @Column('text', { array: true }) desiredCountries: string[];
  @Column('text', { array: true }) desiredOccupations: string[];
  @Column('text', { array: true }) permitCategories: string[];
  @Column('jsonb', { nullable: true }) desiredPay: DesiredPay | null;
  @Column('date', { nullable: true }) availableFromOn: string | null;
  @Column('date', { nullable: true }) availableUntilOn: string | null;
  @Column('jsonb') previousStays: PreviousStay[];
  @Column('text', { nullable: true }) trainingProgramme: string | null;
  @Column('jsonb') warnings: Finding[];
  /** The import that last changed the candidate, or null if the last change was made by hand. */
  @Column('uuid', { nullable: true }) importId: string | null;
  /** The import that created the candidate. @hidden */
  @Column('uuid', { nullable: true, select: false }) createdImportId: string | null;
  /** @hidden */
  @Column('text', { select: false }) contentHash: string;
  @Column('int') version: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt: Date;
}
