import type { EntityManager } from 'typeorm';
import { Match } from '../../matching/match.entity.ts';
import { findStay } from '../circular/current-stay.queries.ts';
import { partnerOf } from '../offers/draft-offers.ts';
import { obstacleOf } from '../offers/obstacle.ts';
import type { Placement } from '../placement.entity.ts';
import { notFit, otherSeat, personErased, personRequired } from './steps.errors.ts';
import type { StepDto } from './steps.dto.ts';

/**
 * Who fills the post, where the offer was generic: one of the agency's people whom a match proposes
 * for the vacancy, under the seats that the post has. Read as the agency.
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
 * What becomes of a generic post once it is known for whom: of a person who is there it goes on with their stay,
 * and needs no seat where the entry used one. `sql` sees every tenant.
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

/** The post has its seat: that no other is left holds back nobody who is to fill it. */
async function readFitting(sql: EntityManager, id: string, vacancyId: string): Promise<Match> {
  const match = await sql.findOneBy(Match, { id, vacancyId });
  if (match && obstacleOf(match) !== 'gate') return match;
  throw notFit();
}
