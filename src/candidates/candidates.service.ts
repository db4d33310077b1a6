import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { recordErasure } from '../platform/database/erasures.queries.ts';
import { newId } from '../platform/database/new-id.ts';
import { getOne } from '../platform/database/rows.ts';
import { ownOrganisation } from '../platform/database/tenant.ts';
import { Stored } from '../platform/http/created.ts';
import { versionMismatch } from '../platform/http/http.errors.ts';
import { IdentitySecret } from '../platform/identity/identity-secret.service.ts';
import { putJob } from '../platform/queue/outbox.ts';
import { Titles } from '../reference/titles/titles.service.ts';
import { consentLines, personLine } from './person-lines.ts';
import { mergeCandidates, type MergeResult } from './merge-candidates.ts';
import { Candidate } from './candidate.entity.ts';
import type { CandidateDto } from './candidates.dto.ts';
import {
  candidateNotFound,
  consentLeavesOut,
  consentNotFound,
  consentWithdrawn,
  datesUnlikely,
} from './candidates.errors.ts';
import { consentEnd } from './consent-term.ts';
import { Consent } from './consent.entity.ts';
import { eraseCandidate } from './erase-candidate.queries.ts';
import type { ConsentDto } from './consents.dto.ts';
import { holdPerson, isWithdrawnSince } from './consents.queries.ts';
import { markDocuments } from './duplicates/mark-documents.ts';
import { type CandidateDraft, emptyDraft, type ReadCandidate } from './formats/candidate-draft.ts';
import { consentDraftOf, draftOf } from './formats/candidate-json.ts';
import { withLikelyDates } from './formats/dates/likely-dates.ts';
import { occupationsByTitle } from './formats/occupations-by-title.ts';
import { LearntWords, ofAnyLanguage } from './imports/words/learnt-words.ts';

/** A candidate with their consents. */
export interface CandidateView extends Candidate {
  consents: Consent[];
  /**
   * Whether another record was found to be the same person, by the agency itself or by an
   * authority. It does not say whose record that is.
   */
  hasDuplicate: boolean;
}

interface ReadPerson {
  draft: CandidateDraft;
  findings: ReadCandidate['findings'];
}

/** The candidates of an agency, one at a time. Files of many candidates go through the imports. */
@Injectable()
export class Candidates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secret: IdentitySecret,
    private readonly titles: Titles,
  ) {}

  /** Enters a candidate, or updates the one with the same reference. @throws ProblemError 422 */
  async enter(dto: CandidateDto): Promise<Stored<CandidateView>> {
    const organisationId = ownOrganisation();
    const read = await this.read(dto);
    return this.database.transaction(async (sql) => {
      const { created } = await this.merge(sql, organisationId, read);
      const { reference } = dto;
      const { id } = await sql.findOneByOrFail(Candidate, { organisationId, reference });
      await this.announce(sql, id);
      return new Stored(await this.view(sql, id), created.length > 0);
    });
  }

  /**
   * Replaces the data of a candidate, except the reference.
   * @throws ProblemError 404; 412 if the candidate's version is not `version`; 422
   */
  async change(id: string, version: number, dto: CandidateDto): Promise<CandidateView> {
    const { draft, findings } = await this.read(dto);
    return this.database.transaction(async (sql) => {
      const before = await this.view(sql, id);
      const locked = await sql.query<unknown[]>(
        'SELECT 1 FROM candidate WHERE id = $1 AND version = $2 FOR UPDATE',
        [id, version],
      );
      if (locked.length === 0) throw versionMismatch();
      const { organisationId, reference } = before;
      await this.merge(sql, organisationId, { draft: { ...draft, reference }, findings });
      await this.announce(sql, id);
      return this.view(sql, id);
    });
  }

  /** Returns a candidate. @throws ProblemError 404 for one that the caller may not see */
  get(id: string): Promise<CandidateView> {
    return this.database.transaction((sql) => this.view(sql, id));
  }

  /**
   * Returns the candidate with this reference of the caller's agency. The agency's desk knows
   * candidates by it.
   * @throws ProblemError 404
   */
  getByReference(reference: string): Promise<CandidateView> {
    const organisationId = ownOrganisation();
    return this.database.transaction(async (sql) => {
      const found = await getOne(sql, Candidate, { organisationId, reference }, candidateNotFound);
      return this.view(sql, found.id);
    });
  }

  /**
   * Erases the candidate, and keeps only their id, so that a restored backup does not bring them
   * back.
   * @throws ProblemError 404
   */
  async erase(id: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      const person = await this.view(sql, id);
      await eraseCandidate(sql, person);
      const { organisationId } = person;
      await recordErasure(sql, { candidateId: id, organisationId, erasedAt: this.clock.now() });
    });
  }

  /**
   * Records a consent. If there is already one of that day and purpose, the new one replaces it,
   * provided that it takes nothing away.
   * @throws ProblemError 404 for a candidate that the caller may not see; 409 if the consent was
   * withdrawn since, or leaves out something of the known one; 422
   */
  async consent(id: string, dto: ConsentDto): Promise<Stored<CandidateView>> {
    this.refuseUnlikely({ ...emptyDraft(''), consents: [consentDraftOf(dto)] });
    return this.database.transaction(async (sql) => {
      await holdPerson(sql, id);
      const { organisationId, consents } = await this.view(sql, id);
      if (await isWithdrawnSince(sql, id, dto)) throw consentWithdrawn();
      const known = consents.find((one) => isOfThatDay(dto, one));
      if (known && isLessThan(dto, known)) throw consentLeavesOut();
      await sql.query(
        `INSERT INTO consent (id, candidate_id, organisation_id, purpose, sections, countries,
                              given_on, expires_on, evidence, scan_sha256, witness)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (candidate_id, purpose, given_on) DO UPDATE
            SET sections = EXCLUDED.sections, countries = EXCLUDED.countries,
                evidence = EXCLUDED.evidence, scan_sha256 = EXCLUDED.scan_sha256,
                witness = EXCLUDED.witness, import_id = NULL`,
        [
          newId(),
          id,
          organisationId,
          dto.purpose,
          dto.sections,
          dto.countries,
          dto.givenOn,
          consentEnd(dto.givenOn),
          dto.evidence ?? null,
          dto.scanSha256 ?? null,
          dto.witness ?? null,
        ],
      );
      await this.announce(sql, id);
      return new Stored(await this.view(sql, id), known === undefined);
    });
  }

  /**
   * Withdraws a consent. Takes effect at once in the database, and within seconds everywhere else.
   * @throws ProblemError 404
   */
  async withdrawConsent(id: string, consentId: string): Promise<CandidateView> {
    return this.database.transaction(async (sql) => {
      await holdPerson(sql, id);
      const live = { id: consentId, candidateId: id, withdrawnAt: IsNull() };
      const withdrawn = await sql.update(Consent, live, { withdrawnAt: this.clock.now() });
      if (!withdrawn.affected) throw consentNotFound();
      await this.announce(sql, id);
      return this.view(sql, id);
    });
  }

  /**
   * Reads the candidate as a file of one candidate is read: occupations and skills in words get
   * their codes.
   * @throws ProblemError 422
   */
  private async read(dto: CandidateDto): Promise<ReadPerson> {
    const draft = draftOf(dto);
    this.refuseUnlikely(draft);
    const words = new LearntWords(async ({ titles, skills }) => {
      const asked = { titles: titles.map(ofAnyLanguage), skills: skills.map(ofAnyLanguage) };
      return { ...(await this.titles.answer(asked)), stems: [] };
    });
    const by = await words.readersFor([draft]);
    return occupationsByTitle({ draft, findings: [], row: 1 }, by);
  }

  private async merge(
    sql: EntityManager,
    organisationId: string,
    { draft: read, findings }: ReadPerson,
  ): Promise<MergeResult> {
    const documents = markDocuments(read.documents, this.secret.value);
    const draft = { ...read, documents };
    const origin = { organisationId, importId: null };
    const id = newId();
    return mergeCandidates(sql, origin, {
      people: Buffer.from(personLine(id, draft, findings)),
      consents: Buffer.from(consentLines(id, draft)),
    });
  }

  private refuseUnlikely(draft: CandidateDraft): void {
    const { findings } = withLikelyDates({ draft, findings: [], row: 0 }, this.clock.today());
    const left = findings.filter(({ severity }) => severity === 'drop');
    if (left.length > 0) throw datesUnlikely(left);
  }

  private async announce(sql: EntityManager, candidateId: string): Promise<void> {
    await putJob(sql, 'candidate.changed', { candidateId });
  }

  private async view(sql: EntityManager, id: string): Promise<CandidateView> {
    const candidate = await getOne(sql, Candidate, { id }, candidateNotFound);
    const where = { candidateId: id };
    const consents = await sql.find(Consent, { where, order: { givenOn: 'ASC', id: 'ASC' } });
    const hasDuplicate = await this.database.elevated(sql, () => isDuplicate(sql, id));
    return { ...candidate, consents, hasDuplicate };
  }
}

function isOfThatDay(told: ConsentDto, { purpose, givenOn }: Consent): boolean {
  return told.purpose === purpose && told.givenOn === givenOn;
}

/** Returns whether `told` leaves out part of the known consent. */
function isLessThan(told: ConsentDto, { sections, countries }: Consent): boolean {
  const isSaid =
    sections.every((section) => told.sections.includes(section)) &&
    countries.every((country) => told.countries.includes(country));
  return !isSaid;
}

async function isDuplicate(sql: EntityManager, id: string): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    `SELECT FROM candidate_duplicate WHERE state = 'same' AND (one_id = $1 OR other_id = $1) LIMIT 1`,
    [id],
  );
  return rows.length > 0;
}
