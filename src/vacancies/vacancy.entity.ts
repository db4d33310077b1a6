import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { Finding } from '../platform/formats/finding.ts';
import type {
  Advertisement,
  AskedExperience,
  AskedLanguage,
  AskedSkill,
  Pay,
  PermitCategory,
  Place,
  VacancyDraft,
  VacancyStatus,
  VacancyText,
} from './formats/vacancy-draft.ts';

/** A vacancy of an organisation; its fields are those of the draft that it was read from. */
@Entity()
export class Vacancy implements VacancyDraft {
  @PrimaryColumn('uuid') id: string;
  /** The owner: an employer, or a ministry that delivers for its state. */
  @Column('uuid') organisationId: string;
  /** The country of the first place of work, ISO 3166-1 alpha-2. */
  @Column('text') state: string;
  @Column('text') sourceAgency: string;
  @Column('text') sourceId: string;
  @Column('text', { nullable: true }) sourceScheme: string | null;
  @Column('text') status: VacancyStatus;
  @Column('text') title: string;
  @Column('text') language: string;
  @Column('text') description: string;
  @Column('jsonb') translations: Record<string, VacancyText>;
  @Column('text', { nullable: true }) employerName: string | null;
  @Column('text', { nullable: true }) employerLegalId: string | null;
  @Column('text', { nullable: true }) nace: string | null;
  @Column('int') positions: number;
  @Column('text', { array: true }) isco: string[];
  @Column('text', { array: true }) esco: string[];
  @Column('text', { nullable: true }) offering: string | null;
  @Column('text', { nullable: true }) schedule: string | null;
  @Column('text') permitCategory: PermitCategory;
  @Column('jsonb') languages: AskedLanguage[];
  @Column('text', { array: true }) workingLanguages: string[];
  @Column('jsonb') skills: AskedSkill[];
  @Column('jsonb') experience: AskedExperience[];
  @Column('int', { nullable: true }) educationLevel: number | null;
  @Column('text', { nullable: true }) educationField: string | null;
  @Column('text', { array: true }) licences: string[];
  @Column('jsonb') locations: Place[];
  @Column('jsonb', { nullable: true }) pay: Pay | null;
  @Column('date', { nullable: true }) startsOn: string | null;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('boolean') immediateStart: boolean;
  @Column('date', { nullable: true }) applyUntilOn: string | null;
  @Column('date', { nullable: true }) validFromOn: string | null;
  @Column('date', { nullable: true }) validUntilOn: string | null;
  @Column('jsonb') advertising: Advertisement[];
  /**
   * Advertising that was recorded by hand. The database keeps it in `advertising`, whatever is
   * delivered. @hidden
   */
  @Column('jsonb', { select: false }) recordedAdvertising?: Advertisement[];
  @Column('text', { nullable: true }) howToApply: string | null;
  /** SHA-256 of the draft, so that the same vacancy sent again changes nothing. @hidden */
  @Column('text', { select: false }) contentHash: string;
  @Column('jsonb') warnings: Finding[];
  /** The last import that changed it; null if it was changed by hand since. */
  @Column('uuid', { nullable: true, select: false }) importId?: string | null;
  /**
   * The duplicate that is matched instead of this vacancy, because a ministry found them to be the
   * same.
   */
  @Column('uuid', { nullable: true }) mergedIntoId?: string | null;
  @Column('int') version: number;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt: Date;
  @UpdateDateColumn({ type: 'timestamptz' }) updatedAt: Date;
}
