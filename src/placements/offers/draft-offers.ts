import type { EntityManager } from 'typeorm';
import { Match } from '../../matching/match.entity.ts';
import { assertAllInvited } from '../../matching/preference/invitations.queries.ts';
import { isDomestic, SEATED_TIER } from '../../matching/rules/tiers.ts';
import { addDays } from '../../platform/clock/calendar-days.ts';
import { findPartnershipsInForce } from '../../partnerships/partnerships.queries.ts';
import { utcDate } from '../../platform/clock/utc-date.ts';
import { getOne } from '../../platform/database/rows.ts';
import { findCoveringQuotas } from '../../quotas/quotas.queries.ts';
import { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { assertMayStay } from '../circular/circular-gates.ts';
import { findStay } from '../circular/current-stay.queries.ts';
import {
  answerUndue,
  endRequired,
  gateClosed,
  isSettled,
  matchSettled,
  noQuotaOffered,
  noSeats,
  notProposed,
  startPast,
  startRequired,
  vacancyMerged,
  vacancyOver,
  vacancyShut,
} from './offers.errors.ts';
import { vacancyNotYours } from '../placements.errors.ts';
import { endsBeforeItStarts } from '../../platform/http/refuse.ts';
import { type Draft, newStay } from './draft.ts';
import { obstacleOf } from './obstacle.ts';
import type { TermsDto } from './offers.dto.ts';

/** How many days a person has to answer, unless the employer says otherwise. */
export const DAYS_TO_ANSWER = 14;

/** The terms that all posts of one offer share. */
export interface Post extends Pick<
  Draft,
  | 'vacancyId' | 'organisationId' | 'state' | 'permitCategory' | 'work' | 'startsOn' | 'endsOn'
  | 'answerByOn' // prettier-ignore
> {
  waitIfFull: boolean;
  createdAt: Date;
}

/**
 * Reads the vacancy and the terms of an offer.
 * @throws ProblemError 400 for dates that do not fit, 409 for a vacancy that is closed, over,
 * merged or not the caller's
 */
export async function readPost(
  sql: EntityManager,
  vacancyId: string,
  terms: TermsDto,
  createdAt: Date,
): Promise<Post> {
  const vacancy = await getOne(sql, Vacancy, { id: vacancyId }, vacancyNotYours);
  if (vacancy.status !== 'open') throw vacancyShut(vacancy.status);
  if ((vacancy.mergedIntoId ?? null) !== null) throw vacancyMerged();
  const today = utcDate(createdAt);
  if (vacancy.endsOn !== null && vacancy.endsOn < today) throw vacancyOver(vacancy.endsOn);
  const { organisationId, state, permitCategory, isco, esco, nace, locations } = vacancy;
  const dates = datesOf(vacancy, terms, today);
  const waitIfFull = terms.waitIfFull ?? false;
  const work = { isco, esco, nace, locations };
  return {
    vacancyId,
    organisationId,
    state,
    permitCategory,
    ...dates,
    waitIfFull,
    createdAt,
    work,
  };
}

function datesOf(
  vacancy: Vacancy,
  terms: TermsDto,
  today: string,
): Pick<Post, 'startsOn' | 'endsOn' | 'answerByOn'> {
  const startsOn = terms.startsOn ?? vacancy.startsOn;
  const endsOn = terms.endsOn ?? vacancy.endsOn;
  if (startsOn === null) throw startRequired();
  if (endsOn === null) throw endRequired();
  if (startsOn < today) throw startPast();
  if (endsOn < startsOn) throw endsBeforeItStarts('/endsOn');
  const soon = [addDays(today, DAYS_TO_ANSWER), startsOn].toSorted()[0] ?? startsOn;
  const answerByOn = terms.answerByOn ?? soon;
  if (answerByOn < today || answerByOn > startsOn) throw answerUndue();
  return { startsOn, endsOn, answerByOn };
}

/** The facts that decide which national offers cover a post. */
type Covered = Pick<Post, 'state' | 'permitCategory' | 'startsOn' | 'work'>;

/**
 * Finds the national offers that cover the post on its first day for people of a partner country.
 */
export async function findCoveringQuotaIds(
  sql: EntityManager,
  { state, permitCategory, startsOn, work }: Covered,
  partnerCountry: string,
): Promise<string[]> {
  const regions = work.locations.flatMap(({ nuts }) => nuts ?? []);
  const { isco, nace } = work;
  const need = { state, isco, nace, regions, permitCategory, on: startsOn };
  const covering = await findCoveringQuotas(sql, need);
  return covering.filter((quota) => quota.partnerCountry === partnerCountry).map(({ id }) => id);
}

/**
 * Finds the national offers that the post needs; it takes one seat of each. Returns none if the
 * state has agreed on no seats with the country. `sql` sees every tenant.
 * @throws ProblemError 409 `no-quota-offered` if seats are agreed but no offer covers the post on
 * its first day
 */
export async function findNeededQuotaIds(
  sql: EntityManager,
  post: Post,
  partnerCountry: string,
): Promise<string[]> {
  const covering = await findCoveringQuotaIds(sql, post, partnerCountry);
  if (covering.length > 0) return covering;
  const on = utcDate(post.createdAt);
  const agreements = await findPartnershipsInForce(sql, post.state, on);
  const agreed = agreements.some(
    (one) => one.partnerCountry === partnerCountry && one.components.includes('quotas'),
  );
  if (agreed) throw noQuotaOffered();
  return [];
}

/** The employer, its vacancy if one is given, and whether the employer would wait for a seat. */
interface Wanted {
  organisationId: string;
  vacancyId?: string;
  waitIfFull: boolean;
}

/**
 * Reads a match of the employer to which a job offer may be made; `sql` sees every tenant. The
 * person must be proposed. An employer who would wait may also choose a person held back by nothing
 * but a full national offer.
 * @throws ProblemError 409 for any other match, for a full offer if the employer would not wait,
 * and for a match already settled
 */
export async function readMatch(
  sql: EntityManager,
  matchId: string,
  { organisationId, vacancyId, waitIfFull }: Wanted,
): Promise<Match> {
  const match = await sql.findOneBy(Match, { id: matchId, organisationId });
  const isOther = vacancyId !== undefined && match?.vacancyId !== vacancyId;
  const obstacle = match && !isOther ? obstacleOf(match) : 'gate';
  if (obstacle === 'full-quota' && !waitIfFull) throw noSeats();
  if (!match || obstacle === 'gate') throw notProposed();
  if (isSettled(match.outcome)) throw matchSettled(match.outcome);
  return match;
}

/**
 * Returns the partner country whose seats a person takes: the one that puts them in the seated
 * tier, or null.
 */
export function partnerOf({
  tier,
  tierBecause,
}: Pick<Match, 'tier' | 'tierBecause'>): string | null {
  return tier === SEATED_TIER ? tierBecause : null;
}

/** A person who is to be offered a post. */
interface Named {
  match: Match;
  /** The ids of the matches that the law closes; see findClosedMatches. */
  closed: ReadonlySet<string>;
  collectiveOfferId?: string;
}

/**
 * Drafts an offer by name. A person who is already in the state continues the same stay, and takes
 * no second seat of an offer whose seat the entry used. `sql` sees every tenant.
 * @throws ProblemError 409 if the law closes the post to the person, a candidate with preference
 * has not been invited, the stay would be too long, or no national offer covers the post
 */
export async function draftByName(
  sql: EntityManager,
  post: Post,
  { match, closed, collectiveOfferId }: Named,
): Promise<Draft> {
  if (closed.has(match.id)) throw gateClosed();
  if (!isDomestic(match)) await assertAllInvited(sql, post, post.createdAt);
  await assertMayStay(sql, { ...post, candidateId: match.candidateId });
  const partnerCountry = partnerOf(match);
  const covering =
    partnerCountry === null ? [] : await findNeededQuotaIds(sql, post, partnerCountry);
  const stay = await findStay(sql, { ...post, candidateId: match.candidateId });
  const own = newStay();
  return {
    ...post,
    id: own.id,
    kind: 'by-name',
    matchId: match.id,
    candidateId: match.candidateId,
    agencyId: match.agencyId,
    collectiveOfferId: collectiveOfferId ?? null,
    campaignId: stay?.campaignId ?? own.campaignId,
    partnerCountry,
    quotaIds: covering.filter((id) => !stay?.usedQuotaIds.includes(id)),
  };
}

/** Drafts a post that the agency fills with one of its people. */
export function draftGeneric(
  post: Post,
  collective: { id: string; agencyId: string; partnerCountry: string; quotaIds: string[] },
): Draft {
  const { agencyId, partnerCountry, quotaIds } = collective;
  const named = { kind: 'generic' as const, matchId: null, candidateId: null };
  const { id } = collective;
  return {
    ...post,
    ...newStay(),
    ...named,
    agencyId,
    partnerCountry,
    quotaIds,
    collectiveOfferId: id,
  };
}
