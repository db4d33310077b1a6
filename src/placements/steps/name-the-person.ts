import type { EntityManager } from 'typeorm';
import { Match } from '../../matching/match.entity.ts';
import { findStay } from '../circular/current-stay.queries.ts';
import { partnerOf } from '../offers/draft-offers.ts';
import { obstacleOf } from '../offers/obstacle.ts';
import type { Placement } from '../placement.entity.ts';
import { notFit, otherSeat, personErased, personRequired } from './steps.errors.ts';
import type { StepDto } from './steps.dto.ts';

/**
 * Names the person who fills a generic post: one of the agency's people whom a match proposes for
 * the vacancy, eligible for the seats that the post has. Reads as the agency.
 * @returns the members to change; none for another step or an offer by name
 * @throws ProblemError 400, 409
 */
export async function nameThePerson(
  sql: EntityManager,
  { kind, vacancyId, partnerCountry, candidateId }: Placement,
  { step, matchId }: StepDto,
): Promise<Partial<Pick<Placement, 'matchId' | 'candidateId'>>> {
  if (step !== 'accept') return {};
  if (kind === 'by-name' && candidateId === null) throw personErased();
  if (kind === 'by-name') return {};
  if (matchId === undefined) throw personRequired();
  const match = await readFitting(sql, matchId, vacancyId);
  if (partnerOf(match) !== partnerCountry) throw otherSeat(partnerCountry);
  return { matchId, candidateId: match.candidateId };
}

/**
 * Joins a generic post to the stay of the person who was named. If they are already in the state,
 * the post continues that stay and needs no seat of an offer whose seat the entry used. `sql` sees
 * every tenant.
 * @returns the members to change
 */
export async function joinStay(
  sql: EntityManager,
  { candidateId, state, startsOn, quotaIds }: Placement,
): Promise<Partial<Pick<Placement, 'campaignId' | 'quotaIds'>>> {
  const stay = candidateId && (await findStay(sql, { candidateId, state, startsOn }));
  if (!stay) return {};
  const { campaignId, usedQuotaIds } = stay;
  return { campaignId, quotaIds: quotaIds.filter((id) => !usedQuotaIds.includes(id)) };
}

/** A full national offer is no obstacle, as the post already has its seat. */
async function readFitting(sql: EntityManager, id: string, vacancyId: string): Promise<Match> {
  const match = await sql.findOneBy(Match, { id, vacancyId });
  if (match && obstacleOf(match) !== 'gate') return match;
  throw notFit();
}
