import type { EntityManager } from 'typeorm';
import { Match } from '../../matching/match.entity.ts';
import { quotaLeft } from '../../matching/rules/quota-left.rule.ts';
import { partnerOf } from '../offers/draft-offers.ts';
import type { Placement } from '../placement.entity.ts';
import { notOfferable, notReady, notUsable } from '../placements.errors.ts';
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
  if (kind === 'by-name' && candidateId === null) {
    throw notReady('person-erased', 'The person is no longer with the agency.');
  }
  if (kind === 'by-name') return {};
  if (matchId === undefined) {
    throw notUsable('/matchId', 'person-required', 'Name the person who fills the post.');
  }
  const match = await readFitting(sql, matchId, vacancyId);
  if (partnerOf(match) !== partnerCountry) {
    const detail = `The seat is for people of ${partnerCountry ?? 'no partner country'}.`;
    throw notReady('other-seat', detail);
  }
  return { matchId, candidateId: match.candidateId };
}

/** The post has its seat: that no other is left holds back nobody who is to fill it. */
async function readFitting(sql: EntityManager, id: string, vacancyId: string): Promise<Match> {
  const match = await sql.findOneBy(Match, { id, vacancyId });
  const verdicts = match?.verdictList.verdicts ?? [];
  const against = verdicts.filter(({ verdict }) => verdict !== 'pass');
  if (match && against.every(({ rule }) => rule === quotaLeft.code)) return match;
  const detail = 'A post is filled by people whom a match finds fit for the vacancy.';
  throw notOfferable('not-proposed', detail);
}
