import type { EntityManager } from 'typeorm';
import { type ContractTerms, findClosedGates } from '../../matching/contracts/closed-gates.ts';
import type { Match } from '../../matching/match.entity.ts';
import { partnerOf, type Post } from './draft-offers.ts';
import { postClosed } from './offers.errors.ts';

/**
 * Returns the ids of the matches whose person may not be given the post, by the law and the facts
 * of this moment and for the first day of the offer. `sql` sees every tenant.
 */
export async function findClosedMatches(
  sql: EntityManager,
  post: Post,
  matches: readonly Match[],
): Promise<ReadonlySet<string>> {
  const contracts = matches.map((match) => ({
    ...post,
    id: match.id,
    candidateId: match.candidateId,
    partnerCountry: partnerOf(match),
  }));
  const closed = await findClosedGates(sql, contracts, { now: post.createdAt, stage: 'offer' });
  return new Set([...closed.keys()].map(({ id }) => id));
}

/**
 * Checks that nothing closes posts to people of a partner country whom the agency has yet to name.
 * `sql` sees every tenant.
 * @throws ProblemError 409 `gate-closed` with the reason
 */
export async function assertOpenTo(
  sql: EntityManager,
  post: Post,
  partnerCountry: string,
): Promise<void> {
  const contract = { ...post, candidateId: null, partnerCountry };
  await assertStillOpen(sql, contract, { now: post.createdAt, stage: 'offer' });
}

/**
 * Checks one contract; see findClosedGates.
 * @throws ProblemError 409 `gate-closed` with the reason
 */
export async function assertStillOpen(
  sql: EntityManager,
  contract: ContractTerms,
  asked: Parameters<typeof findClosedGates>[2],
): Promise<void> {
  const [because] = (await findClosedGates(sql, [contract], asked)).values();
  if (because) throw postClosed(because);
}
