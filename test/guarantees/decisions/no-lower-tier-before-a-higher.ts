import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anAssignmentInput } from '../../../src/matching/assignment/assignment.builders.ts';
import { assign } from '../../../src/matching/assignment/acceptance/deferred-acceptance.ts';
import { type AssignmentInput, drawMarket } from '../../../src/matching/assignment/draw-market.ts';
import {
  faultsOf,
  lowerTiersFirst,
  type ProposedWorld,
} from '../../support/oracles/assignment-oracle.ts';

function propose(call: AssignmentInput): ProposedWorld {
  const { market, people, quotas, applications } = drawMarket(call);
  const { place, regimes } = assign(market);
  const places = people.flatMap((person, number): [string, string][] => {
    const held = applications[place[number] ?? -1];
    return held ? [[person, held.vacancyId]] : [];
  });
  const kept = quotas.map((id, cap): [string, string] => [id, regimes[cap] ?? '']);
  return { ...call, places: Object.fromEntries(places), regimes: Object.fromEntries(kept) };
}

describe('a stable assignment', () => {
  it('has no pair that would rather have each other, and breaks no cap, in 1,000 random worlds', () => {
    fc.assert(
      fc.property(anAssignmentInput({ nested: true, oneCountry: false }), (call) => {
        expect(faultsOf(propose(call))).toEqual([]);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(anAssignmentInput({ nested: false, oneCountry: false }), (call) => {
        expect(faultsOf(propose(call))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('puts no lower tier before a higher one for the same position, in 1,000 random worlds', () => {
    fc.assert(
      fc.property(anAssignmentInput({ nested: false, oneCountry: false }), (call) => {
        expect(lowerTiersFirst(propose(call))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has a fault as soon as any one placement is taken away', () => {
    fc.assert(
      fc.property(
        anAssignmentInput({ nested: false, oneCountry: false }),
        fc.nat(),
        (call, which) => {
          const world = propose(call);
          const placed = Object.keys(world.places);
          fc.pre(placed.length > 0);
          const { [placed[which % placed.length] ?? '']: _, ...places } = world.places;
          expect(faultsOf({ ...world, places })).not.toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
