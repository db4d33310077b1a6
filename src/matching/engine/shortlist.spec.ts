import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TODAY } from '../facts.builders.ts';
import type { Facts } from '../facts.ts';
import { consent } from '../rules/consent.rule.ts';
import { language } from '../rules/language.rule.ts';
import { shippedLaw } from '../law/law.builders.ts';
import { domesticTier } from '../rules/tiers.ts';
import { isNear } from '../scoring/near.ts';
import { score } from '../scoring/score.ts';
import { anyVacancyWithLicences, anyPerson, factsOfPerson, someEsco } from './engine.builders.ts';
import type { EngineCandidate } from './engine-candidate.ts';
import { engineQuery } from './search/engine-query.ts';
import { IndexedSnapshot } from './search/indexed-snapshot.ts';
import { OccupationReaches } from './search/occupation-reach.ts';
import { ListedPeople } from './snapshot/people.ts';
import { PromisingRows } from './search/promising-rows.ts';
import { rowsKeptOut, type Group, shortlist } from './shortlist.ts';
import { SnapshotBuilder } from './snapshot/snapshot-builder.ts';
import { compareIds, idOf, wordsOfId } from './snapshot/snapshot.ts';
import { Vocabulary } from './snapshot/vocabulary.ts';

interface Found {
  id: string;
  total: number;
}

const anyWorld = fc.record({
  vacancy: anyVacancyWithLicences,
  people: fc.uniqueArray(anyPerson, { minLength: 10, maxLength: 60, selector: ({ id }) => id }),
  group: fc.constantFrom<Group>('domestic', 'third-country'),
  limit: fc.integer({ min: 1, max: 8 }),
  countries: fc.option(fc.subarray(['MA', 'FR', 'TR'])),
});
type World = typeof anyWorld extends fc.Arbitrary<infer T> ? T : never;

function indexed(people: readonly EngineCandidate[]): IndexedSnapshot {
  const vocabulary = new Vocabulary();
  const builder = new SnapshotBuilder(vocabulary, TODAY);
  for (const person of people) builder.add(person);
  return new IndexedSnapshot(builder.build(), vocabulary, new ListedPeople(people));
}

function queryOf(
  { vacancy, countries }: Pick<World, 'vacancy' | 'countries'>,
  indexed: IndexedSnapshot,
) {
  const { vocabulary } = indexed;
  const reach = new OccupationReaches(vocabulary, someEsco).of(vacancy);
  return engineQuery(vacancy, { vocabulary, reach, esco: someEsco, on: TODAY, countries });
}

function byEngine(world: World): Found[] {
  const { people, group, limit } = world;
  const built = indexed(people);
  return shortlist(built, queryOf(world, built), group, limit).map(({ row, total }) => ({
    id: idOf(built.snapshot, row),
    total,
  }));
}

function isOfOne({ nationalities }: EngineCandidate, countries: string[] | null): boolean {
  return countries === null || nationalities.some((own) => countries.includes(own));
}

/** Scores everybody, one after the other, by the rules and the score themselves. */
function byBruteForce({ vacancy, people, group, limit, countries }: World): Found[] {
  const passes = (person: EngineCandidate): boolean => {
    const candidate = factsOfPerson(person, vacancy.state, TODAY);
    const state = {
      on: TODAY,
      law: shippedLaw(vacancy.state),
      partnerships: [],
      pressedSectors: [],
      quotas: [],
      fitDomesticLeft: 0,
    };
    const facts: Facts = { vacancy, candidate, state };
    const isDomestic = domesticTier(candidate, vacancy.state) !== null;
    return (
      isDomestic === (group === 'domestic') &&
      (isDomestic || isOfOne(person, countries)) &&
      [consent, language].every(({ check }) => check(facts).verdict === 'pass') &&
      isNear(vacancy, candidate, someEsco)
    );
  };
  const totalOf = (person: EngineCandidate): number =>
    score(vacancy, factsOfPerson(person, vacancy.state, TODAY), { on: TODAY, esco: someEsco })
      .total;
  return people
    .filter(passes)
    .map((person) => ({ id: person.id, total: totalOf(person) }))
    .toSorted((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

describe('a shortlist', () => {
  it('is what scoring everybody gives, to the thousandth and in its order', () => {
    let found = 0;
    const check = (world: World): void => {
      const expected = byBruteForce(world);
      expect(byEngine(world)).toEqual(expected);
      found += expected.length;
    };
    fc.assert(fc.property(anyWorld, check), { numRuns: 1_000 });
    expect(found).toBeGreaterThan(1_500);
  });

  it('leaves out people who have changed since', () => {
    const check = (world: World, gone: number): void => {
      const { people, group } = world;
      const built = indexed(people);
      const rows = [...Array(built.snapshot.size).keys()];
      const removed = new Set(people.map(({ id }) => id).filter((_, at) => at % 3 === gone));
      const isGone = (row: number): boolean => removed.has(idOf(built.snapshot, row));
      for (const row of rows.filter(isGone)) built.gates.remove(row);
      const left = shortlist(built, queryOf(world, built), group, people.length + 1);
      const all = byEngine({ ...world, limit: people.length + 1 });
      expect(left.map(({ row }) => idOf(built.snapshot, row))).toEqual(
        all.map(({ id }) => id).filter((id) => !removed.has(id)),
      );
    };
    fc.assert(fc.property(anyWorld, fc.nat(2), check), { numRuns: 200 });
  });

  it('has bystanders, near enough but kept out by a gate, each of them once', () => {
    const check = (world: World): void => {
      const { people, group } = world;
      const built = indexed(people);
      const query = queryOf(world, built);
      const beside = rowsKeptOut(built, query, group, 100);
      const inside = shortlist(built, query, group, 100).map(({ row }) => row);
      const ids = new Set(beside.map((row) => idOf(built.snapshot, row)));
      expect(ids.size).toBe(beside.length);
      expect(beside.filter((row) => inside.includes(row))).toEqual([]);
      const first = rowsKeptOut(built, query, group, world.limit);
      expect(first).toEqual(beside.slice(0, world.limit));
    };
    fc.assert(fc.property(anyWorld, check), { numRuns: 300 });
  });
});

describe('the bound of a row', () => {
  it('is never less than the score of the row, and often excludes it', () => {
    let looked = 0;
    let told = 0;
    const check = (world: World): void => {
      const built = indexed(world.people);
      const query = queryOf(world, built);
      const { scorer, bounds } = built.reader(query);
      for (const trade of query.reach.levels.flatMap(({ trades }) => trades)) {
        const rows = built.passing.find(trade, built.gates.live);
        const most = new Map<number, number>();
        const promising = new PromisingRows();
        bounds.forTrade(trade).addPromising(rows, 0, promising);
        promising.visitBestFirst((row, bound) => Boolean(most.set(row, bound)));
        for (const row of rows.rows.subarray(0, rows.count)) {
          const closeness = scorer.closeness(row);
          if (closeness < 0) continue;
          const bound = most.get(row) ?? -1;
          expect(bound).toBeGreaterThanOrEqual(scorer.score(row, closeness, 0));
          looked += 1;
          told += Number(bound < 1000);
        }
      }
    };
    fc.assert(fc.property(anyWorld, check), { numRuns: 300 });
    expect(told / looked).toBeGreaterThan(0.5);
  });
});

describe('an id in a snapshot', () => {
  it('is read as it was written, and ordered as its text is', () => {
    const check = (one: string, other: string): void => {
      const ids = Uint32Array.from([...wordsOfId(one), ...wordsOfId(other)]);
      const order = Math.sign(compareIds(ids, 0, ids, 1));
      expect(order).toBe(one === other ? 0 : one < other ? -1 : 1);
    };
    fc.assert(fc.property(fc.uuid(), fc.uuid(), check));
    expect(() => wordsOfId('no id')).toThrow('no UUID');
  });
});
