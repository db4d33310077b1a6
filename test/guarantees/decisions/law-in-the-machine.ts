import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anEsco, anyWorld, type World } from '../../../src/matching/facts.builders.ts';
import { matchVacancy } from '../../../src/matching/match-vacancy.ts';
import { expectAgreement } from '../../support/oracles/agree-with-the-oracle.ts';
import { oracleFor } from '../../support/oracles/matching-oracle.ts';
import { figure } from '../../support/suite/figure.ts';

const WORLDS = figure({ suite: 500, soak: 10_000 });

/** G26 and G27, checked with a reading of the law that shares no code with the rules. */
describe(`matching in ${WORLDS} worlds of people, rules, pressed sectors and caps`, () => {
  const decide = (world: World) =>
    matchVacancy({
      ...world,
      esco: anEsco({ relationBetween: (a, b) => (a === b ? 'same' : 'sibling') }),
    });

  it('proposes, makes wait and holds back exactly the people that the law says', () => {
    const seen = { proposed: 0, waiting: 0, 'held-back': 0 };
    const check = (world: World): void => {
      for (const status of expectAgreement(world, decide(world))) seen[status] += 1;
    };
    fc.assert(fc.property(anyWorld, check), { numRuns: WORLDS });
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(WORLDS / 100);
  });

  it('puts no lower tier before a higher one for the same position', () => {
    const check = (world: World): void => {
      const decisions = decide(world);
      const { tierOf } = oracleFor(world, decisions);
      const proposed = decisions.filter(({ status }) => status === 'proposed');
      const order = proposed.map(({ candidateId }) => {
        const person = world.candidates.find(({ id }) => id === candidateId);
        return person ? tierOf(person) : Infinity;
      });
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    };
    fc.assert(fc.property(anyWorld, check), { numRuns: WORLDS });
  });
});
