import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Match } from '../../matching/match.entity.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { type Draft, isPlacement, type Outcome } from '../offers/draft.ts';
import { draftByName, type Post, readMatch, readPost } from '../offers/draft-offers.ts';
import { OfferDesk } from '../offers/offer-desk.ts';
import { findClosedMatches } from '../offers/offer-gates.ts';
import { Placement } from '../placement.entity.ts';
import { noTeam } from '../offers/offers.errors.ts';
import { findCallObstacle } from './call-obstacle.queries.ts';
import type { CallUpDto } from './call-ups.dto.ts';

/** What the call did for one member of last season's team. */
interface CalledUp {
  candidateId: string;
  /** The new placement, or null if there is none. */
  placementId: string | null;
  /** What became of the offer, or the code of the problem that prevents it. */
  outcome: string;
}

/**
 * The result of calling last season's team, person by person in the order of their old placements.
 */
export interface CallUp {
  offered: number;
  items: CalledUp[];
}

/**
 * Calls last season's workers by name, a whole team in one request, if they kept the terms and went
 * home.
 */
@Injectable()
export class CallUps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: OfferDesk,
  ) {}

  /**
   * Offers a post to each member of the team.
   * @throws ProblemError 400, 409 for a vacancy that is not the caller's, or that had no team
   */
  async call(dto: CallUpDto): Promise<CallUp> {
    return this.database.transaction(async (sql) => {
      const post = await readPost(sql, dto.vacancyId, dto, this.clock.now());
      const team = await this.teamOf(sql, dto);
      const drafts = new Map<string, Draft | string>();
      await this.database.elevated(sql, async () => {
        for (const member of team) {
          const candidateId = member.candidateId ?? '';
          drafts.set(candidateId, await this.draft(sql, post, member));
        }
      });
      const ready = [...drafts.values()].filter((draft) => typeof draft !== 'string');
      const outcomes = await this.desk.write({ drafts: ready, atLeast: 1 });
      return summaryOf(drafts, new Map(ready.map((draft, index) => [draft, outcomes[index]])));
    });
  }

  /**
   * Finds the placements that stayed on the vacancy until its work ended. Reads as the employer.
   */
  private async teamOf(sql: EntityManager, dto: CallUpDto): Promise<Placement[]> {
    const team = await sql
      .createQueryBuilder(Placement, 'p')
      .where('p.vacancyId = :vacancyId', { vacancyId: dto.lastVacancyId })
      .andWhere(`p.status IN ('ended', 'returned', 'abandoned') AND p.candidateId IS NOT NULL`)
      .orderBy('p.id')
      .getMany();
    // The database writes ids in lower case, whatever the caller sends.
    const asked = dto.candidateIds?.map((id) => id.toLowerCase());
    const called = team.filter(({ candidateId }) => asked?.includes(candidateId ?? '') ?? true);
    if (called.length > 0) return called;
    throw noTeam();
  }

  /** Returns the draft of an offer, or the code of the problem that prevents it. */
  private async draft(
    sql: EntityManager,
    post: Post,
    { candidateId }: Placement,
  ): Promise<Draft | string> {
    const against = await findCallObstacle(sql, candidateId ?? '', post.state);
    if (against !== null) return against;
    const { vacancyId } = post;
    const known = { vacancyId, candidateId: candidateId ?? '' };
    const found = await sql.findOne(Match, { select: { id: true }, where: known });
    if (!found) return 'not-proposed';
    return readMatch(sql, found.id, post)
      .then(async (match) => {
        const closed = await findClosedMatches(sql, post, [match]);
        return draftByName(sql, post, { match, closed });
      })
      .catch((error: unknown) => {
        if (error instanceof ProblemError) return error.code;
        throw error;
      });
  }
}

function summaryOf(
  drafts: ReadonlyMap<string, Draft | string>,
  outcomes: ReadonlyMap<Draft, Outcome | undefined>,
): CallUp {
  const items = [...drafts].map(([candidateId, draft]): CalledUp => {
    if (typeof draft === 'string') return { candidateId, placementId: null, outcome: draft };
    const outcome = outcomes.get(draft) ?? 'no-seat';
    return { candidateId, placementId: isPlacement(outcome) ? draft.id : null, outcome };
  });
  return { offered: items.filter(({ outcome }) => outcome === 'offered').length, items };
}
