import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../platform/clock/calendar-days.ts';
import { anyPerson } from '../engine/engine.builders.ts';
import { candidateFactsOf } from '../facts/candidate-facts.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import { anEsco, anyWorld, aStateFact, TODAY, type World } from '../facts.builders.ts';
import { anyAdvertising, anyTest, aRule } from '../law/law.builders.ts';
import { lawOf } from '../law/law-rule.ts';
import { type Decision, matchVacancy } from '../match-vacancy.ts';
import { reviewDate } from './review-date.ts';

const esco = anEsco({ relationBetween: (a, b) => (a === b ? 'same' : 'sibling') });

/** People whose scores are the same on all days, so that only gates depend on dates. */
const anyKnown: fc.Arbitrary<KnownPerson> = anyPerson.map(({ consents, ...person }) => ({
  candidate: {
    ...person,
    occupations: person.occupations.map(({ lastWorkedOn: _, ...work }) => work),
    availableFromOn: null,
    availableUntilOn: null,
  },
  consents,
}));

interface Circumstances {
  world: World;
  people: KnownPerson[];
}

const anyOf: fc.Arbitrary<Circumstances> = fc
  .record({ world: anyWorld, people: fc.array(anyKnown, { minLength: 1, maxLength: 4 }) })
  .map(({ world, people }) => ({ people, world: { ...world, settled: new Set<string>() } }));

const outsider = {
  nationalities: ['MA'],
  birthOn: '1990-02-28',
  residencePermits: [],
  rights: [],
  euFamilyMember: false,
};

/** People whom only the labour-market test may keep out, in some cases a test that lapses. */
const anyTested: fc.Arbitrary<Circumstances> = fc
  .tuple(anyOf, anyTest, anyAdvertising)
  .map(([{ world, people }, parameters, advertising]) => {
    const tested = aRule('labour-market-test', { ...parameters, days: parameters.days % 30 });
    const law = lawOf([tested], world.vacancy.state, TODAY);
    const vacancy = { ...world.vacancy, open: true, requiredLanguages: [], advertising };
    return {
      world: { ...world, vacancy, state: { ...aStateFact(), law } },
      people: people.map(({ candidate, consents }) => ({
        candidate: { ...candidate, ...outsider },
        consents,
      })),
    };
  });

const anyCircumstances = fc.oneof(anyOf, anyTested);

function decideOn({ world, people }: Circumstances, on: string): Decision[] {
  const { vacancy } = world;
  const candidates = people.map((person) => candidateFactsOf(person, vacancy.state, on));
  return matchVacancy({ ...world, candidates, state: { ...world.state, on }, esco });
}

const standing = (decisions: readonly Decision[]): string[] =>
  decisions
    .map(({ candidateId, status, waitUntilOn, tier }) =>
      [candidateId, tier.tier, status, waitUntilOn].join(' '),
    )
    .toSorted();

it('keeps every decision the same until the day it must be looked at again', () => {
  const seen = { reviewed: 0, turned: 0 };
  const check = (circumstances: Circumstances): void => {
    const { world, people } = circumstances;
    const decisions = decideOn(circumstances, TODAY);
    const review = reviewDate(world.vacancy, people, decisions, world.state);
    const stored = standing(decisions);
    for (let day = 1; day <= 200; day += 1) {
      const on = addDays(TODAY, day);
      if (on === review) break;
      expect({ on, review, standing: standing(decideOn(circumstances, on)) }).toEqual({
        on,
        review,
        standing: stored,
      });
    }
    if (review === null) return;
    seen.reviewed += 1;
    if (standing(decideOn(circumstances, review)).join() !== stored.join()) seen.turned += 1;
  };
  fc.assert(fc.property(anyCircumstances, check), { numRuns: 150, seed: 2007 });
  expect(seen.turned).toBeGreaterThan(seen.reviewed / 10);
}, 120_000);
