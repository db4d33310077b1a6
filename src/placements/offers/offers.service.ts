import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../../access/organisation.entity.ts';
import type { Match } from '../../matching/match.entity.ts';
import { assertAllInvited } from '../../matching/preference/invitations.queries.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { ownOrganisation } from '../../platform/database/tenant.ts';
import type { Placement } from '../placement.entity.ts';
import {
  noFloorInRound,
  noSeats,
  noSuchAgency,
  positionsFilled,
  postsRequired,
  roundClosed,
} from './offers.errors.ts';
import { offeredBefore } from '../placements.errors.ts';
import { Placements } from '../placements.service.ts';
import { CollectiveOffer } from './collective-offer.entity.ts';
import { CollectiveOffers, type CollectiveOfferView } from './collective-offers.service.ts';
import { type Draft, isPlacement, type Outcome } from './draft.ts';
import {
  draftByName,
  draftGeneric,
  type Post,
  readMatch,
  readPost,
  findNeededQuotaIds,
} from './draft-offers.ts';
import { OfferDesk } from './offer-desk.ts';
import { assertOpenTo, findClosedMatches } from './offer-gates.ts';
import type { CollectiveOfferDto, OfferDto } from './offers.dto.ts';

/** Job offers of employers: to one person, or of many posts at once. */
@Injectable()
export class Offers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: OfferDesk,
    private readonly placements: Placements,
    private readonly collectives: CollectiveOffers,
  ) {}

  /**
   * Offers a post to the person of a match.
   * @throws ProblemError 400, 409 for a person not proposed, a full national offer or no position
   * left
   */
  async offer(dto: OfferDto): Promise<Placement> {
    const draft = await this.database.transaction(async (sql) => {
      const organisationId = ownOrganisation();
      const wanted = { organisationId, waitIfFull: dto.waitIfFull ?? false };
      // Elevated, because the employer's own list shows only the people proposed now.
      const match = await this.database.elevated(sql, () => readMatch(sql, dto.matchId, wanted));
      const post = await readPost(sql, match.vacancyId, dto, this.clock.now());
      return this.database.elevated(sql, async () => {
        const closed = await findClosedMatches(sql, post, [match]);
        return draftByName(sql, post, { match, closed });
      });
    });
    const [outcome = 'no-seat'] = await this.desk.write({ drafts: [draft], atLeast: 1 });
    assertPlacement(outcome);
    return this.placements.get(draft.id);
  }

  /**
   * Offers as many of the posts as get a seat, but at least `atLeast`. Each post is answered by
   * itself.
   * @throws ProblemError as `offer`
   */
  async offerMany(dto: CollectiveOfferDto): Promise<CollectiveOfferView> {
    return this.database.transaction(async (sql) => {
      const post = await readPost(sql, dto.vacancyId, dto, this.clock.now());
      const id = newId();
      const drafts = dto.matchIds
        ? await this.byName(sql, post, id, dto.matchIds)
        : await this.generic(sql, post, id, dto);
      await this.save(sql, id, post, drafts);
      const outcomes = await this.desk.write({ drafts, atLeast: dto.atLeast ?? 1 });
      const made = outcomes.filter((outcome) => isPlacement(outcome));
      if (made.length === 0) assertPlacement(againstAll(outcomes));
      return this.collectives.get(id);
    });
  }

  private async byName(
    sql: EntityManager,
    post: Post,
    collectiveOfferId: string,
    matchIds: readonly string[],
  ): Promise<Draft[]> {
    return this.database.elevated(sql, async () => {
      const matches: Match[] = [];
      for (const matchId of matchIds) matches.push(await readMatch(sql, matchId, post));
      const closed = await findClosedMatches(sql, post, matches);
      const drafts: Draft[] = [];
      for (const match of matches) {
        drafts.push(await draftByName(sql, post, { match, closed, collectiveOfferId }));
      }
      return drafts;
    });
  }

  private async generic(
    sql: EntityManager,
    post: Post,
    id: string,
    { agencyId, posts }: CollectiveOfferDto,
  ): Promise<Draft[]> {
    if (agencyId === undefined || posts === undefined) throw postsRequired();
    return this.database.elevated(sql, async () => {
      const agency = await sql.findOneBy(Organisation, { id: agencyId, role: 'agency' });
      const partnerCountry = agency?.country;
      if (!partnerCountry) throw noSuchAgency();
      await assertOpenTo(sql, post, partnerCountry);
      await assertAllInvited(sql, post, post.createdAt);
      const quotaIds = await findNeededQuotaIds(sql, post, partnerCountry);
      const collective = { id, agencyId, partnerCountry, quotaIds };
      return Array.from({ length: posts }, () => draftGeneric(post, collective));
    });
  }

  private async save(
    sql: EntityManager,
    id: string,
    { vacancyId, organisationId, state, createdAt }: Post,
    drafts: readonly Draft[],
  ): Promise<void> {
    const [first] = drafts;
    const kind = first?.kind ?? 'generic';
    const agencyId = kind === 'generic' ? (first?.agencyId ?? null) : null;
    const partnerCountry = first?.partnerCountry ?? null;
    const posts = drafts.length;
    const common = { id, vacancyId, organisationId, state, partnerCountry };
    await this.database.elevated(sql, () =>
      sql.insert(CollectiveOffer, { ...common, agencyId, kind, posts, createdAt }),
    );
  }
}

/**
 * Returns the outcome to report if no post was offered. A floor in a round comes first, as it must
 * be corrected before anything else.
 */
function againstAll(outcomes: readonly Outcome[]): Outcome {
  const [first = 'no-seat'] = outcomes;
  return outcomes.find((outcome) => outcome === 'no-floor-in-round') ?? first;
}

function assertPlacement(outcome: Outcome): void {
  if (outcome === 'round-closed') throw roundClosed();
  if (outcome === 'no-floor-in-round') throw noFloorInRound();
  if (outcome === 'no-seat') throw noSeats();
  if (outcome === 'positions-filled') throw positionsFilled();
  if (outcome === 'offered-before') throw offeredBefore();
}
