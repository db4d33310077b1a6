import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { OccupationGraph } from '../../reference/occupation-graph.ts';
import { anyVacancyWithLicences, anyPerson, each } from '../engine/engine.builders.ts';
import { EngineState } from '../engine/engine-state.ts';
import { aStateFact, TODAY } from '../facts.builders.ts';
import { matchVacancy } from '../match-vacancy.ts';
import { decide, decideOnAll, settledOf, trainedOf } from './decide.ts';
import { type VacancyDecisions, MAX_PROPOSED_STORED } from './decided-batch.ts';
import type { Question } from './question.ts';

const countries = ['MA', 'TR'];
const state = aStateFact();
const favoured = { associated: [], trained: [] };
const versions = { rules: '1', weights: '1', law: 1, reference: 'none', snapshot: 'one' };

const people = fc.sample(anyPerson, { numRuns: 400, seed: 3 });
const trained = people
  .filter((_, at) => at % 9 === 0)
  .map(({ id }) => ({ candidateId: id, untilOn: '2027-01-01' }));

const anyQuestion: fc.Arbitrary<Question> = anyVacancyWithLicences.map((vacancy) => ({
  state,
  eligibleCountries: countries,
  trained,
  organisationId: '',
  dealtWith: [],
  foundByTitle: null,
  vacancy: { ...vacancy, open: true },
  askedAt: new Date('2026-06-15T08:00:00Z'),
}));

describe('the people on whom a vacancy is decided', () => {
  let engine: EngineState;

  beforeAll(async () => {
    const basis = { on: TODAY, reference: 'none', esco: OccupationGraph.empty, seen: '7' };
    engine = await EngineState.from(each(people), basis);
  });

  const proposedIn = (decisions: VacancyDecisions['decisions']): string[] =>
    decisions.filter(({ status }) => status === 'proposed').map(({ candidateId }) => candidateId);

  /** Returns the people proposed if everybody whom the engine's gates let pass is considered. */
  function proposedAmongAll({ vacancy, dealtWith }: Question): string[] {
    const { ready } = engine.propose(vacancy, { limit: 1_000, countries, favoured });
    const candidates = ready.map((one) => engine.facts.for(one, vacancy.state, state.on));
    const known = { settled: settledOf({ dealtWith }), trained: trainedOf({ trained }) };
    return proposedIn(matchVacancy({ vacancy, candidates, state, ...known, esco: engine.esco }));
  }

  it('are those who can be proposed, and no more are considered than that takes', () => {
    const seen = { whole: 0, cut: 0 };
    const check = (question: Question): void => {
      const looks = jest.spyOn(engine, 'propose');
      const proposed = proposedIn(decide(engine, question).decisions);
      const [first] = looks.mock.results;
      const cut = first?.type === 'return' ? first.value.truncatedGroups : [];
      if (cut.length === 0) expect(looks).toHaveBeenCalledTimes(1);
      seen[cut.length === 0 ? 'whole' : 'cut'] += 1;
      looks.mockRestore();
      expect(proposed.slice(0, MAX_PROPOSED_STORED)).toEqual(
        proposedAmongAll(question).slice(0, MAX_PROPOSED_STORED),
      );
    };
    fc.assert(fc.property(anyQuestion, check), { numRuns: 200 });
    expect(Math.min(seen.whole, seen.cut)).toBeGreaterThan(0);
  });

  it('do not count those already dealt with, in whose place others are kept', () => {
    let replaced = 0;
    const check = (first: Question): void => {
      const dealtWith = proposedAmongAll(first)
        .slice(0, MAX_PROPOSED_STORED)
        .map((candidateId) => ({ candidateId, outcome: 'not-hired' }));
      const question = { ...first, dealtWith };
      const before = dealtWith.map(({ candidateId }) => candidateId);
      const next = proposedAmongAll(question).filter((id) => !before.includes(id));
      const { matches } = decideOnAll(engine, { vacancies: [question], versions });
      const stored = Buffer.from(matches.own).toString();
      const isStored = (id: string): boolean => stored.includes(id);
      expect(before.filter(isStored)).toEqual(before);
      expect(next.slice(0, MAX_PROPOSED_STORED).filter(isStored)).toEqual(
        next.slice(0, MAX_PROPOSED_STORED),
      );
      if (before.length === MAX_PROPOSED_STORED) replaced += next.length;
    };
    fc.assert(fc.property(anyQuestion, check), { numRuns: 20 });
    expect(replaced).toBeGreaterThan(0);
  });
});
