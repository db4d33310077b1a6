import { expect } from '@jest/globals';
import type { World } from '../../../src/matching/facts.builders.ts';
import type { Decision } from '../../../src/matching/match-vacancy.ts';
import { oracleFor } from './matching-oracle.ts';

/**
 * Expects the decision on each candidate to be the oracle's. Returns the statuses that the oracle
 * expects.
 */
export function expectAgreement(
  world: World,
  decisions: readonly Decision[],
): Decision['status'][] {
  const { tierOf, outcomeOf } = oracleFor(world, [...decisions]);
  return world.candidates.map((person) => {
    const decision = decisions.find(({ candidateId }) => candidateId === person.id);
    expect(decision).toMatchObject(outcomeOf(person));
    expect(Number(decision?.tier.tier.replace('t', '.5'))).toBe(tierOf(person));
    return outcomeOf(person).status;
  });
}
