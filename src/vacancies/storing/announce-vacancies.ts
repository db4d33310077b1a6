import type { EntityManager } from 'typeorm';
import { putJobs } from '../../platform/queue/outbox.ts';
import { partsOf } from '../../platform/lists/parts-of.ts';

/** Ids of vacancies, by what happened to them. */
export interface VacancyNews {
  /** Vacancies entered by hand, whose author waits for the result. */
  published?: readonly string[];
  /** Vacancies changed by hand. */
  changed?: readonly string[];
  /**
   * Open vacancies from a file or an undo, new or changed. There are many, so they are decided on
   * in turn.
   */
  arrived?: readonly string[];
  /** Vacancies that are no longer open. */
  ended?: readonly string[];
}

/** The most ids in one job (`src/jobs.ts`). */
const TOLD_AT_ONCE = 500;

/**
 * Announces vacancies that arrived, changed or ended, in the transaction that stores them. Matching
 * decides on them, and the search for duplicates compares them with others. A vacancy that ended is
 * no longer a duplicate of any.
 */
export async function announceVacancies(sql: EntityManager, news: VacancyNews): Promise<void> {
  const { published = [], changed = [], arrived = [], ended = [] } = news;
  const each = (ids: readonly string[]) => unique(ids).map((vacancyId) => ({ vacancyId }));
  await putJobs(sql, 'vacancy.published', each(published));
  await putJobs(sql, 'vacancy.changed', each(changed));
  await putJobs(sql, 'vacancy.withdrawn', each(ended));
  await putJobs(sql, 'vacancies.arrived', inParts(arrived));
  await announceUncompared(sql, [...published, ...changed, ...arrived, ...ended]);
}

/** Has vacancies compared with others, without telling any other listener. */
export async function announceUncompared(
  sql: EntityManager,
  ids: readonly string[],
): Promise<void> {
  await putJobs(sql, 'vacancies.uncompared', inParts(ids));
}

/** Without state, so that an undo, which is not a provider, can announce in the same way. */
const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

function inParts(ids: readonly string[]): { vacancyIds: string[] }[] {
  return Array.from(partsOf(unique(ids), TOLD_AT_ONCE), ({ some }) => ({ vacancyIds: some }));
}
