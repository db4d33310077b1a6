import { type EntityManager, In } from 'typeorm';
import { dateInState } from '../../reference/countries/state-days.ts';
import { loadLaw } from '../law/law-rules.queries.ts';
import { Match } from '../match.entity.ts';
import { invitationsOwed } from '../matching.errors.ts';
import { domesticTiers } from '../rules/tiers.ts';
import { type DomesticMatch, domesticMatches, dutyOf } from './close-out.ts';

/** Finds every candidate with preference who is proposed for a vacancy, and what each is owed. */
export async function findDomestic(
  sql: EntityManager,
  { vacancyId, state }: Pick<Match, 'vacancyId' | 'state'>,
  on: string,
): Promise<{ duty: ReturnType<typeof dutyOf>; domestic: DomesticMatch[] }> {
  const law = await loadLaw(sql, state, on, { kind: 'duty-to-invite' });
  const duty = dutyOf(law['duty-to-invite']);
  const select = { id: true, tier: true, score: true, outcome: true } as const;
  const found = await sql.find(Match, {
    select: { ...select, outcomeReason: true, outcomeAt: true },
    where: { vacancyId, status: 'proposed', tier: In([...domesticTiers]) },
    order: { position: 'ASC' },
  });
  return { duty, domestic: domesticMatches(found, duty) };
}

/**
 * Checks that no candidate with preference still has to be invited. Until then, no candidate from
 * outside the Union is offered a post, accepts one or is hired. `sql` sees every tenant.
 *
 * @throws ProblemError 409 `invitations-owed`
 */
export async function assertAllInvited(
  sql: EntityManager,
  of: Pick<Match, 'vacancyId' | 'state'>,
  now: Date,
): Promise<void> {
  const { domestic } = await findDomestic(sql, of, dateInState(of.state, now));
  if (domestic.some(({ owed }) => owed === 'invitation')) throw invitationsOwed();
}
