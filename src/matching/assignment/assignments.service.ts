import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { discloseCount } from '../../access/disclosure.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { currentTenant, ownOrganisation } from '../../platform/database/tenant.ts';
import { newestFirst, type Page, pageOf, type PageQuery } from '../../platform/http/paging.ts';
import type { Language } from '../../platform/language/language.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { loadProfiles } from '../facts/load-profiles.ts';
import { Match } from '../match.entity.ts';
import { assignmentNotFound } from '../matching.errors.ts';
import { sayings } from '../reasons/sayings.ts';
import { Assignment, AssignmentFigures, AssignmentPlace } from './assignment.entity.ts';
import type { AssignmentView, FiguresView, PlaceQuery, PlaceView } from './assignments.dto.ts';
import { ASSIGNMENT_VERSION } from './draw-market.ts';

/** Serves proposed assignments: the seed to everyone, the rest to the parties concerned. */
@Injectable()
export class Assignments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes the seed in the transaction of the run. The job draws later, so the seed is always
   * public first.
   */
  async announce(sql: EntityManager, id: string): Promise<void> {
    await sql.insert(Assignment, {
      id,
      organisationId: ownOrganisation(),
      mechanism: ASSIGNMENT_VERSION,
      seed: randomBytes(16).toString('hex'),
      seedPublishedAt: this.clock.now(),
    });
    await putJob(sql, 'allocation.started', { runId: id });
  }

  /** Returns the assignments, newest first. */
  async list(query: PageQuery): Promise<Page<AssignmentView>> {
    return this.database.transaction(async (sql) => {
      const rows = await sql.find(Assignment, newestFirst(query));
      const { items, nextCursor } = pageOf(rows, query);
      return { items: await viewsOf(sql, items), nextCursor };
    });
  }

  /** @throws ProblemError 404 if there is no such assignment */
  async get(id: string): Promise<AssignmentView> {
    return this.database.transaction(async (sql) => {
      const [view] = await viewsOf(sql, await sql.findBy(Assignment, { id }));
      if (!view) throw assignmentNotFound();
      return view;
    });
  }

  /**
   * Returns the places, vacancy by vacancy, each in its own order.
   *
   * @throws ProblemError 404 if there is no such assignment
   */
  async places(
    assignmentId: string,
    query: PlaceQuery,
    language: Language,
  ): Promise<Page<PlaceView>> {
    const { cursor, vacancyId, outcome, limit } = query;
    return this.database.transaction(async (sql) => {
      if (!(await sql.existsBy(Assignment, { id: assignmentId }))) throw assignmentNotFound();
      const found = sql
        .createQueryBuilder(AssignmentPlace, 'p')
        .where({ assignmentId, ...(vacancyId && { vacancyId }), ...(outcome && { outcome }) });
      if (cursor) {
        const after =
          '(SELECT c.vacancy_id, c.position FROM assignment_place c WHERE c.id = :cursor)';
        found.andWhere(`(p.vacancy_id, p.position) > ${after}`, { cursor });
      }
      found.orderBy('p.vacancyId').addOrderBy('p.position');
      const { items, nextCursor } = pageOf(await found.take(limit + 1).getMany(), query);
      return { items: await placesOf(sql, await this.shown(items), language), nextCursor };
    });
  }

  /** Hides from an employer the candidates who have since withdrawn their consent. */
  private async shown(places: AssignmentPlace[]): Promise<AssignmentPlace[]> {
    if (currentTenant().role !== 'employer') return places;
    const today = this.clock.today();
    const profiles = await this.database.asSystem((sql) => loadProfiles(sql, places, today));
    return places.filter((place) => profiles.has(place));
  }
}

async function viewsOf(sql: EntityManager, rows: readonly Assignment[]): Promise<AssignmentView[]> {
  const found = await sql.findBy(AssignmentFigures, {
    assignmentId: In(rows.map(({ id }) => id)),
  });
  const byId = new Map(found.map((figures) => [figures.assignmentId, figuresOf(figures)]));
  return rows.map(({ organisationId: _, ...row }) => ({
    ...row,
    figures: byId.get(row.id) ?? null,
  }));
}

function figuresOf(figures: AssignmentFigures): FiguresView {
  const { role } = currentTenant();
  const { assignmentId: _, organisationId: __, outcomes, offers, ...counts } = figures;
  if (role === 'employer') return { ...counts, outcomes };
  if (role !== 'monitor') return { ...counts, outcomes, offers };
  const shown = offers.map((offer) => ({ ...offer, proposed: discloseCount(offer.proposed) }));
  const { positions, ...people } = counts;
  return {
    positions,
    ...discloseCounts(people),
    outcomes: discloseCounts(outcomes),
    offers: shown,
  };
}

/** Returns the counts as the monitor sees them. */
function discloseCounts<K extends string>(
  counts: Partial<Record<K, number>>,
): Record<K, number | null> {
  const entries = Object.entries<number | undefined>(counts);
  return Object.fromEntries(
    entries.map(([name, count]) => [name, discloseCount(count ?? 0)]),
  ) as Record<K, number | null>;
}

async function placesOf(
  sql: EntityManager,
  places: readonly AssignmentPlace[],
  language: Language,
): Promise<PlaceView[]> {
  const { role } = currentTenant();
  const standing = await sql.find(Match, {
    select: { vacancyId: true, candidateId: true },
    where: {
      status: 'proposed',
      vacancyId: In(places.map(({ vacancyId }) => vacancyId)),
      candidateId: In(places.map(({ candidateId }) => candidateId)),
    },
  });
  const pairs = new Set(standing.map(({ vacancyId, candidateId }) => vacancyId + candidateId));
  const shown = places.map(({ organisationId: _, agencyId: __, wish, quotaId, ...place }) => ({
    ...place,
    ...(role !== 'employer' && { wish }),
    ...(role === 'ministry' && { quotaId }),
    stands: pairs.has(place.vacancyId + place.candidateId),
    why: sayings.say(`assignment-${place.outcome}`, language),
  }));
  // An employer does not see places that no longer apply; its ministry and the agency do.
  return role === 'employer' ? shown.filter(({ stands }) => stands) : shown;
}
