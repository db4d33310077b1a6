import type { EntityManager } from 'typeorm';
import { Outbox } from '../platform/queue/outbox.ts';
import { partsOf } from '../platform/lists/parts-of.ts';

/** Ids of vacancies, by what became of them. */
export interface VacancyNews {
  /** One that somebody entered by hand and waits for. */
  published?: readonly string[];
  /** The same of one that was changed. */
  changed?: readonly string[];
  /** Open ones out of a file or an undo, new or changed: many are decided on when their turn comes. */
  arrived?: readonly string[];
  /** Those that are open no more. */
  ended?: readonly string[];
}

/** So many a job at most (`src/jobs.ts`). */
const TOLD_AT_ONCE = 500;

/**
 * Tells of vacancies that came, changed or ended, however they did, in the transaction in which they do: those that
 * match, and the comparing with others, to which one that ended is a duplicate no more.
 */
export async function announceVacancies(sql: EntityManager, news: VacancyNews): Promise<void> {
  const { published = [], changed = [], arrived = [], ended = [] } = news;
  const each = (ids: readonly string[]) => unique(ids).map((vacancyId) => ({ vacancyId }));
  await outbox.putAll(sql, 'vacancy.published', each(published));
  await outbox.putAll(sql, 'vacancy.changed', each(changed));
  await outbox.putAll(sql, 'vacancy.withdrawn', each(ended));
  await outbox.putAll(sql, 'vacancies.arrived', inParts(arrived));
  await announceUncompared(sql, [...published, ...changed, ...arrived, ...ended]);
}

/** Tells of vacancies that are to be compared with others, and that nobody else has to hear of. */
export async function announceUncompared(
  sql: EntityManager,
  ids: readonly string[],
): Promise<void> {
  await outbox.putAll(sql, 'vacancies.uncompared', inParts(ids));
}

/** It keeps nothing, so that an undo, which is no provider, tells the same way. */
const outbox = new Outbox();

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

function inParts(ids: readonly string[]): { vacancyIds: string[] }[] {
  return Array.from(partsOf(unique(ids), TOLD_AT_ONCE), ({ some }) => ({ vacancyIds: some }));
}
