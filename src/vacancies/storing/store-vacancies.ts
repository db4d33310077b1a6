import { type EntityManager, In } from 'typeorm';
import { newId } from '../../platform/database/new-id.ts';
import type { Finding } from '../../platform/formats/finding.ts';
import type { VacancyDraft } from '../formats/vacancy-draft.ts';
import { Vacancy } from '../vacancy.entity.ts';
import type { VacancyNews } from './announce-vacancies.ts';
import { mergeVacancies, newsOf } from './merge-vacancies.ts';
import { keyOf, nameOf, tombstoneLine, type VacancyKey, vacancyLine } from './vacancy-lines.ts';

export type StoreOutcome = 'created' | 'updated' | 'unchanged';

export interface StoredVacancy {
  /** Null for the tombstone of a vacancy that was never stored. */
  id: string | null;
  outcome: StoreOutcome;
}

/** What arrives together, in the order given. */
export interface ArrivingTogether {
  drafts: readonly { draft: VacancyDraft; warnings: Finding[] }[];
  /** Tombstones, which are processed after the drafts. */
  ended?: readonly VacancyKey[];
}

/** What became of each draft and of each tombstone, in their order, and what to announce. */
export interface StoredTogether {
  stored: StoredVacancy[];
  withdrawn: StoredVacancy[];
  news: VacancyNews;
}

/**
 * Creates, updates and withdraws vacancies of one organisation that belong to no import. If several
 * drafts share a key, the last one wins, and the others are reported as unchanged.
 */
export async function storeVacancies(
  sql: EntityManager,
  organisationId: string,
  { drafts, ended = [] }: ArrivingTogether,
): Promise<StoredTogether> {
  const origin = { organisationId, importId: null };
  const keys: VacancyKey[] = [];
  const lines = new Map<string, string>();
  for (const { draft, warnings } of drafts) {
    const id = newId();
    const key = keyOf(draft, id);
    keys.push(key);
    lines.set(nameOf(key), vacancyLine(id, key, draft, warnings, origin));
  }
  const merged = await mergeVacancies(sql, origin, {
    vacancies: Buffer.from([...lines.values()].join('')),
    ended: Buffer.from(ended.map(tombstoneLine).join('')),
  });
  const idOf = await findIds(sql, organisationId, [...keys, ...ended]);
  const stored = new Map<string, StoreOutcome>([
    ...merged.created.map(({ id }) => [id, 'created'] as const),
    ...merged.updated.map(({ id }) => [id, 'updated'] as const),
  ]);
  const withdrawn = new Map(merged.withdrawn.map((id) => [id, 'updated'] as const));
  return {
    stored: outcomesOf(keys.map(idOf), stored),
    withdrawn: outcomesOf(ended.map(idOf), withdrawn),
    news: newsOf(merged),
  };
}

/** Returns what became of each vacancy. If several have the same id, only the last changed it. */
function outcomesOf(
  ids: readonly (string | null)[],
  changes: ReadonlyMap<string, StoreOutcome>,
): StoredVacancy[] {
  return ids.map((id, at) => {
    const isLast = ids.lastIndexOf(id) === at;
    return { id, outcome: (isLast && changes.get(id ?? '')) || 'unchanged' };
  });
}

/** Finds the ids of stored vacancies by their keys. */
async function findIds(
  sql: EntityManager,
  organisationId: string,
  keys: readonly VacancyKey[],
): Promise<(key: VacancyKey) => string | null> {
  const where = { organisationId, sourceId: In(keys.map(({ sourceId }) => sourceId)) };
  const select = { id: true, sourceAgency: true, sourceId: true } as const;
  const rows = await sql.find(Vacancy, { select, where });
  const ids = new Map(rows.map((row) => [nameOf(row), row.id]));
  return (key) => ids.get(nameOf(key)) ?? null;
}
