import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.ts';
import { Candidate } from '../../candidate.entity.ts';
import { Consent } from '../../consent.entity.ts';
import { type BulkIndexing, CandidateSearch } from '../candidate-search.ts';
import { type CandidateDocument, consentCountries, documentOf } from './candidate-document.ts';
import { groupsOf } from '../../../platform/lists/groups-of.ts';

/** Keeps the search index in step with the database. */
@Injectable()
export class CandidateIndex {
  constructor(
    private readonly search: CandidateSearch,
    private readonly clock: Clock,
  ) {}

  /** Brings the index up to what `sql` sees of these people: new, changed or erased. */
  async refresh(sql: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const people = await sql.find(Candidate, { where: { id: In([...ids]) } });
    const known = new Set(people.map(({ id }) => id));
    await this.search.index(await this.documentsOf(sql, people));
    await this.search.remove(ids.filter((id) => !known.has(id)));
  }

  /** By which consents are live or not in the documents, `yyyy-mm-dd`. */
  get today(): string {
    return this.clock.today();
  }

  /** What a reader of files may write documents for; null where it is not to. */
  get inBulk(): BulkIndexing | null {
    return this.search.inBulk;
  }

  /**
   * Brings the index up to a batch of an import: who is new is taken from the `lines` that were
   * written as the file was read, who was known before from the database.
   */
  async take(
    sql: EntityManager,
    { created, updated }: { created: readonly string[]; updated: readonly string[] },
    { lines, count }: { lines: Uint8Array; count: number },
  ): Promise<void> {
    const { inBulk } = this.search;
    if (inBulk === null) return this.refresh(sql, [...created, ...updated]);
    const only = created.length === count ? null : created;
    if (created.length > 0) await inBulk.add(lines, only);
    await this.refresh(sql, updated);
  }

  /** What the index holds of each, as of today. */
  async documentsOf(
    sql: EntityManager,
    people: readonly Candidate[],
  ): Promise<CandidateDocument[]> {
    const where = { candidateId: In(people.map(({ id }) => id)), purpose: 'matching' as const };
    const given = groupsOf(await sql.find(Consent, { where }), ({ candidateId }) => candidateId);
    // Their agency finds them still, but of two records of one person only one is proposed.
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
