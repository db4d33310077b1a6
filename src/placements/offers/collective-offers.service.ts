import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../../platform/database/database.ts';
import { newestFirst, type Page, pageOf, type PageQuery } from '../../platform/http/paging.ts';
import { Placement, type PlacementStatus } from '../placement.entity.ts';
import { placementNotFound } from '../placements.errors.ts';
import { collectiveOfferNotFound } from './offers.errors.ts';
import { PlacementSteps } from '../steps/placement-steps.service.ts';
import { CollectiveOffer } from './collective-offer.entity.ts';
import type { AnswersDto } from './answers.dto.ts';

/** A collective offer with the number of its placements in each status. */
export interface CollectiveOfferView extends CollectiveOffer {
  placements: Partial<Record<PlacementStatus, number>>;
}

/** Offers of many posts, and the answers to them. */
@Injectable()
export class CollectiveOffers {
  constructor(
    private readonly database: Database,
    private readonly steps: PlacementSteps,
  ) {}

  /** Returns a collective offer. @throws ProblemError 404 */
  async get(id: string): Promise<CollectiveOfferView> {
    return this.database.transaction(async (sql) => {
      const [found] = await viewsOf(sql, await sql.findBy(CollectiveOffer, { id }));
      if (!found) throw collectiveOfferNotFound();
      return found;
    });
  }

  /** Lists collective offers, newest first, because those still have posts without an answer. */
  async list(query: PageQuery): Promise<Page<CollectiveOfferView>> {
    return this.database.transaction(async (sql) => {
      const page = pageOf(await sql.find(CollectiveOffer, newestFirst(query)), query);
      return { ...page, items: await viewsOf(sql, page.items) };
    });
  }

  /**
   * Accepts some posts and refuses others in one request, either all of it or nothing. @throws
   * ProblemError 404, 409
   */
  async answer(
    id: string,
    { accepted = [], refused = [] }: AnswersDto,
  ): Promise<CollectiveOfferView> {
    return this.database.transaction(async (sql) => {
      if (!(await sql.existsBy(CollectiveOffer, { id }))) throw collectiveOfferNotFound();
      await assertItsPosts(sql, id, [...accepted, ...refused]);
      for (const { placementId, matchId } of accepted) {
        await this.steps.takeCurrent(placementId, { step: 'accept', matchId });
      }
      for (const { placementId, reason } of refused) {
        await this.steps.takeCurrent(placementId, { step: 'refuse', reason });
      }
      return this.get(id);
    });
  }
}

async function viewsOf(
  sql: EntityManager,
  offers: readonly CollectiveOffer[],
): Promise<CollectiveOfferView[]> {
  const rows = await sql.query<{ id: string; status: PlacementStatus; count: number }[]>(
    `SELECT collective_offer_id AS id, status, count(*)::int AS count FROM placement
      WHERE collective_offer_id = ANY ($1) GROUP BY collective_offer_id, status ORDER BY status`,
    [offers.map(({ id }) => id)],
  );
  return offers.map((offer) => {
    const its = rows.filter(({ id }) => id === offer.id);
    return { ...offer, placements: Object.fromEntries(its.map((row) => [row.status, row.count])) };
  });
}

/** Checks that every answer is about a post of this offer. @throws ProblemError 404 */
async function assertItsPosts(
  sql: EntityManager,
  collectiveOfferId: string,
  answers: readonly { placementId: string }[],
): Promise<void> {
  const ids = [...new Set(answers.map(({ placementId }) => placementId.toLowerCase()))];
  const its = await sql.countBy(Placement, { id: In(ids), collectiveOfferId });
  if (its < ids.length) throw placementNotFound();
}
