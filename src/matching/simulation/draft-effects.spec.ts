import { describe, expect, it } from '@jest/globals';
import { aCandidateFact, anEsco, aStateFact, aVacancyFact } from '../facts.builders.ts';
import type { StateFacts } from '../facts.ts';
import { type Decision, matchVacancy } from '../match-vacancy.ts';
import { DraftEffects, type SimulationReport } from './draft-effects.ts';
import type { Draft, Drafter } from './draft.ts';

const ministry: Drafter = { role: 'ministry', country: 'FR' };
const monitor: Drafter = { role: 'monitor', country: null };
const morocco: Drafter = { role: 'partner-authority', country: 'MA' };

const people = (from: number, count: number, known = {}) =>
  Array.from({ length: count }, (_, index) =>
    aCandidateFact({ id: `person-${from + index}`, ...known }),
  );
const empty = { on: null, rules: [], seats: [], named: [], lifted: [] };

/**
 * Returns the report for vacancies with their candidates, decided on as things are and with the
 * state changed to `draft`.
 */
function reportFor(
  drafter: Drafter,
  vacancies: readonly { isco: string; candidates: ReturnType<typeof people> }[],
  draft: Partial<StateFacts>,
): SimulationReport {
  const difference = new DraftEffects(drafter);
  for (const { isco, candidates } of vacancies) {
    const vacancy = aVacancyFact({ isco: [isco] });
    const decide = (state: StateFacts): Decision[] =>
      matchVacancy({ vacancy, candidates, state, settled: new Set(), esco: anEsco() });
    const state = aStateFact();
    difference.add({ vacancy, before: decide(state), after: decide({ ...state, ...draft }) });
  }
  const asked: Draft = { ...empty, drafter };
  return difference.report(asked);
}

const withoutAgreement = { partnerships: [] };

describe('the difference that a draft makes', () => {
  it('counts a candidate in two vacancies once, and their decisions twice', () => {
    const candidates = people(0, 3);
    const both = ['7411', '7412'].map((isco) => ({ isco, candidates }));
    const { total, rows } = reportFor(ministry, both, withoutAgreement);
    expect(total).toEqual({
      vacancies: 2,
      opened: 0,
      closed: 2,
      peopleMoved: 3,
      moves: [{ from: 'proposed', to: 'held-back', decisions: 6, people: 3 }],
    });
    expect(rows.map(({ isco, closed }) => [isco, closed])).toEqual([
      ['7411', 1],
      ['7412', 1],
    ]);
  });

  it('is empty if nothing changes: no row, and everybody stays', () => {
    const { total, rows } = reportFor(ministry, [{ isco: '7411', candidates: people(0, 2) }], {});
    expect(rows).toEqual([]);
    expect(total).toMatchObject({ opened: 0, closed: 0, peopleMoved: 0 });
    expect(total.moves).toEqual([{ from: 'proposed', to: 'proposed', decisions: 2, people: 2 }]);
  });

  it('withholds fewer than ten people from a drafter who may not see any, in rows and totals', () => {
    const vacancies = [
      { isco: '7411', candidates: people(0, 24) },
      { isco: '7412', candidates: people(15, 18) },
      { isco: '7413', candidates: people(50, 9) },
    ];
    const { total, rows } = reportFor(monitor, vacancies, withoutAgreement);
    expect(rows.map(({ moves }) => moves[0]?.people)).toEqual([20, 10, null]);
    // Of 33 people in the first two rows, nine are in the second alone.
    expect(total.moves).toMatchObject([{ decisions: 40, people: 30 }]);
    expect(total.peopleMoved).toBe(30);
  });

  it('tells a partner authority only of its own nationals from outside the Union', () => {
    const candidates = [
      ...people(0, 12),
      ...people(20, 15, { nationalities: ['TN'] }),
      ...people(40, 11, { residencePermits: ['FR'], languages: [] }),
    ];
    const { total } = reportFor(morocco, [{ isco: '7411', candidates }], withoutAgreement);
    expect(total.moves.map(({ decisions }) => decisions)).toEqual([10]);
  });

  it('hides the one person more whom another draft would move', () => {
    const moved = (count: number) =>
      reportFor(monitor, [{ isco: '7411', candidates: people(0, count) }], withoutAgreement);
    expect(moved(13)).toEqual(moved(12));
  });
});
