import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.ts';
import { Candidate } from '../../candidate.entity.ts';
import { Consent } from '../../consent.entity.ts';
import { type BulkIndexing, CandidateSearch } from '../candidate-search.ts';
import type { MergeResult } from '../../merge-candidates.ts';
import { type CandidateDocument, consentCountries, documentOf } from './candidate-document.ts';
import { groupsOf } from '../../../platform/lists/groups-of.ts';

/** Keeps the search index in step with the database. */
@Injectable()
export class CandidateIndex {
  constructor(
    private readonly search: CandidateSearch,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings the index up to date with what `sql` sees of these candidates: new, changed or erased.
   */
  async refresh(sql: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const people = await sql.find(Candidate, { where: { id: In([...ids]) } });
    const known = new Set(people.map(({ id }) => id));
    await this.search.index(await this.documentsOf(sql, people));
    await this.search.remove(ids.filter((id) => !known.has(id)));
  }

  /** The day (`yyyy-mm-dd`) by which consents are live in the documents. */
  get today(): string {
    return this.clock.today();
  }

  /**
   * The bulk interface for documents written while a file is read, or null if the index has none.
   */
  get inBulk(): BulkIndexing | null {
    return this.search.inBulk;
  }

  /**
   * Brings the index up to date with a batch of an import. New candidates are taken from `lines`,
   * written as the file was read; known ones are read from the database.
   */
  async take(
    sql: EntityManager,
    { created, updated, isAllNew }: Pick<MergeResult, 'created' | 'updated' | 'isAllNew'>,
    lines: Uint8Array,
  ): Promise<void> {
    const { inBulk } = this.search;
    if (inBulk === null) return this.refresh(sql, [...created, ...updated]);
    if (created.length > 0) await inBulk.add(lines, isAllNew ? null : created);
    await this.refresh(sql, updated);
  }

  /** Returns the documents of candidates as of today. */
  async documentsOf(
    sql: EntityManager,
    people: readonly Candidate[],
  ): Promise<CandidateDocument[]> {
    const where = { candidateId: In(people.map(({ id }) => id)), purpose: 'matching' as const };
    const given = groupsOf(await sql.find(Consent, { where }), ({ candidateId }) => candidateId);
    // The agency still finds a merged record, but only one record of a person is proposed.
    for (const id of await findMerged(sql, people)) given.delete(id);
    const { today } = this;
    return people.map((person) =>
      documentOf(person, person, consentCountries(given.get(person.id) ?? [], today)),
    );
  }
}

async function findMerged(sql: EntityManager, people: readonly Candidate[]): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    'SELECT id FROM candidate WHERE id = ANY ($1) AND merged_into_id IS NOT NULL',
    [people.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}
