import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  anEsco,
  anyWorld,
  aStateFact,
  aVacancyFact,
  TODAY,
  type World,
} from '../../../src/matching/facts.builders.ts';
import { Circumstances, type KnowledgeCutoff } from '../../../src/matching/facts/circumstances.ts';
import { lawSequence } from '../../../src/matching/law/law-rules.queries.ts';
import { matchVacancy } from '../../../src/matching/match-vacancy.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import {
  anyChange,
  AuthoritiesAtWork,
  changeKinds,
  statesAtWork,
} from '../../support/worlds/authorities-at-work.ts';
import { figure } from '../../support/suite/figure.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

/** The number of changes, of every kind in turn; decisions are made after each. */
const CHANGES = 100;
const BETWEEN = figure({ suite: 2, soak: 10 });
/** The number of changes after the last recorded decision. */
const AFTERWARDS = 20;
const ALL = CHANGES * BETWEEN;

interface Asked {
  world: World;
  askedAt: Date | null;
}

interface Round {
  asOf: Date;
  asked: Asked[];
  /** The facts of the state and the decisions, each as JSON. */
  told: string[];
}

const nationalities = ['MA', 'SN', 'TR'];
const electricians = statesAtWork.map((state): Asked => {
  const world = { candidates: [], state: aStateFact(), settled: new Set<string>() };
  return { world: { ...world, vacancy: aVacancyFact({ state }) }, askedAt: null };
});

describe('a decision under agreements, sectors, caps, figures, offers and rules that change', () => {
  let test: TestApp;
  const rounds: Round[] = [];
  /** How many facts about electricians each kind of change altered. */
  const mattered = new Map<string, number>();

  const decide = (asked: readonly Asked[], known: KnowledgeCutoff | null): Promise<string[]> =>
    test.database.as(SYSTEM, async (sql) => {
      const at = known ?? { sequence: await lawSequence(sql) };
      const circumstances = new Circumstances(sql, at);
      const told: string[] = [];
      for (const { world, askedAt } of asked) {
        const { on } = world.state;
        const state = await circumstances.stateFactsFor(world.vacancy, nationalities, {
          on,
          askedAt,
        });
        told.push(JSON.stringify([state, matchVacancy({ ...world, state, esco: anEsco() })]));
      }
      return told;
    });

  beforeAll(async () => {
    test = await startApp({ on: TODAY, role: 'api' });
    const authorities = new AuthoritiesAtWork(test);
    const worlds = fc.sample(anyWorld, { numRuns: ALL, seed: 2007 }).map(inStatesAtWork);
    // A cap can be a share of the workforce only where the workforce is known.
    const terms = { isco: '7411', year: 2025, workforce: 4_000, source: 'Census' };
    for (const partner of ['MA', 'SN']) {
      await authorities.make({ kind: 'figure', terms: { partner, terms } });
    }
    for (let number = 0; number < CHANGES + AFTERWARDS; number += 1) {
      const kind = changeKinds[number % changeKinds.length] ?? 'law';
      const before = test.clock.now();
      test.clock.moveTo(new Date(before.getTime() + 60_000));
      const asOf = test.clock.now();
      for (const change of fc.sample(anyChange(kind), { numRuns: 1, seed: number })) {
        await authorities.make(change);
      }
      const asked = worlds
        .splice(0, BETWEEN)
        .map((world, index) => ({ world, askedAt: index % 2 === 0 ? null : asOf }));
      rounds.push({ asOf, asked, told: await decide(asked, null) });
      const changed = differing(
        await decide(electricians, null),
        await decide(electricians, { asOf: before }),
      );
      mattered.set(kind, changed + (mattered.get(kind) ?? 0));
    }
  }, 600_000);

  afterAll(() => test.stop());

  it(`comes out as it did, with all its facts, ${ALL} of ${ALL}`, async () => {
    const told = rounds.flatMap((round) => round.told);
    const again: string[] = [];
    for (const { asOf, asked } of rounds) again.push(...(await decide(asked, { asOf })));
    expect(told).toHaveLength(ALL);
    expect(differing(told, again)).toBe(0);
  });

  it('differs often from a decision by what is known today', async () => {
    const told = rounds.flatMap((round) => round.told);
    const asked = rounds.flatMap((round) => round.asked);
    expect(differing(told, await decide(asked, null))).toBeGreaterThan(ALL / 2);
  });

  it.each(changeKinds)('depends on what a change of %s changes', (kind) => {
    expect(mattered.get(kind)).toBeGreaterThan(0);
  });
});

function inStatesAtWork(world: World, index: number): World {
  const state = statesAtWork[index % statesAtWork.length] ?? world.vacancy.state;
  return { ...world, vacancy: { ...world.vacancy, state } };
}

function differing(told: readonly string[], other: readonly string[]): number {
  return told.filter((one, index) => one !== other[index]).length;
}
