import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPerson } from '../../../src/matching/engine/engine.builders.ts';
import {
  encodeCandidate,
  type EngineCandidate,
} from '../../../src/matching/engine/engine-candidate.ts';
import { Vocabulary } from '../../../src/matching/engine/snapshot/vocabulary.ts';
import { candidateFactsOf } from '../../../src/matching/facts/candidate-facts.ts';
import { anEsco, anyWorld, TODAY, type World } from '../../../src/matching/facts.builders.ts';
import { type Decision, matchVacancy } from '../../../src/matching/match-vacancy.ts';
import { figure } from '../../support/suite/figure.ts';

const PAIRS = figure({ suite: 1_000, soak: 10_000 });

/** Facts that must not count, whether the product stores them or not. */
const anyForbidden = fc.record({
  givenName: fc.constantFrom('Amina', 'Youssef', 'Mary', 'Moshe', 'أمينة'),
  familyName: fc.constantFrom('El Fassi', 'Dupont', 'Cohen', 'Nguyen', 'العلوي'),
  sex: fc.constantFrom('female', 'male', 'x'),
  religion: fc.constantFrom('Islam', 'Christianity', 'Judaism', null),
  familyStatus: fc.constantFrom('single', 'married', 'widowed'),
  children: fc.nat(6),
  // All are of age: minors wait until they are, by the law on young people at work.
  birthOn: fc.constantFrom('1961-03-02', '1975-12-31', '1988-02-29', '2000-07-15', '2007-01-01'),
});

/** The decision without the person: neither their id nor the facts it was made from. */
type Outcome = Omit<Decision, 'candidateId' | 'facts'>;

function decide({ vacancy, state, settled }: World, person: EngineCandidate): Outcome[] {
  const { consents, ...candidate } = person;
  const known = candidateFactsOf({ candidate, consents }, vacancy.state, state.on);
  const esco = anEsco({ relationBetween: (a, b) => (a === b ? 'same' : 'sibling') });
  return matchVacancy({ vacancy, state, settled, candidates: [known], esco }).map(
    ({ candidateId: _, facts: __, ...outcome }) => outcome,
  );
}

/** G28; equal treatment: Directives 2000/43/EC, 2000/78/EC and 2006/54/EC. */
describe(`for ${PAIRS} pairs of people who differ in sex, age, family status, religion and name`, () => {
  it('gives both the same verdicts, the same score and the same words in the engine', () => {
    const seen = { proposed: 0, waiting: 0, 'held-back': 0 };
    let different = 0;
    const check = (world: World, person: EngineCandidate, other: EngineCandidate): void => {
      const [one, twin] = [decide(world, person), decide(world, other)];
      expect(twin).toEqual(one);
      const [words, twinWords] = [person, other].map((each) =>
        encodeCandidate(each, new Vocabulary(), TODAY),
      );
      expect(twinWords).toEqual(words);
      for (const { status } of one) seen[status] += 1;
      if (person.birthOn !== other.birthOn) different += 1;
    };
    const pair = fc.tuple(anyPerson, anyForbidden, anyForbidden).map(
      ([person, one, other]) =>
        [
          { ...person, ...one },
          { ...person, ...other },
        ] as const,
    );
    fc.assert(
      fc.property(anyWorld, pair, (world, [person, other]) => {
        check(world, person, other);
      }),
      { numRuns: PAIRS },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
    expect(different).toBeGreaterThan(PAIRS / 2);
  });

  it('does tell two people apart by a fact that may count', () => {
    let told = 0;
    const check = (world: World, person: EngineCandidate): void => {
      const abler = { ...person, educationLevel: 8 };
      const lesser = { ...person, educationLevel: 1 };
      const [one, other] = [decide(world, abler), decide(world, lesser)];
      told += Number(one[0]?.score.total !== other[0]?.score.total);
    };
    fc.assert(fc.property(anyWorld, anyPerson, check), { numRuns: 300 });
    expect(told).toBeGreaterThan(0);
  });
});
