import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { findKept, type Keyed, lockComparing, type Partners, rekey } from './block-keys.queries.ts';
import type { DuplicateTable } from './duplicate-pair.ts';
import { keepPairs } from './keep-pairs.ts';
import type { Likeness, ScoredPair } from './scored-pair.ts';
import { partsOf } from '../lists/parts-of.ts';

interface Comparable {
  id: string;
  organisationId: string;
}

/** How records of one kind are compared. */
export interface Comparison<Row extends Comparable> {
  table: DuplicateTable;
  /** Of those of the ids that are compared at all; only records that have a key in common are. */
  keysOf: (sql: EntityManager, ids: readonly string[]) => Promise<Keyed[]>;
  /** What is compared. */
  load: (sql: EntityManager, ids: readonly string[]) => Promise<Row[]>;
  /** Whose authority decides, ISO 3166-1 alpha-2; a key holds only within it. */
  countryOf: (record: Row) => string;
  /** How alike two are. */
  likeness: (one: Row, other: Row) => Likeness;
  /** From here on a pair is shown to people, who decide. */
  threshold: number;
  /** A hash of what a decision of people rests on. */
  seen: (one: Row, other: Row) => string;
}

/** So many pairs are compared before others have their turn. */
const AT_ONCE = 250;

/**
 * Compares records with all that have a key in common with them or are in a pair with them, and keeps the pairs that may
 * be one; those that were merged whatever has become of them, so that people see what their decision rests on now.
 */
export async function compareRecords<Row extends Comparable>(
  sql: EntityManager,
  comparison: Comparison<Row>,
  ids: readonly string[],
): Promise<void> {
  const { table, load, keysOf } = comparison;
  // Before anything is read of them: what another has just compared may be newer.
  await lockComparing(sql, table);
  const found = await rekey(sql, table, ids, await keysOf(sql, ids));
  const kept = await findKept(sql, table, ids);
  const partners = [...new Map([...found, ...kept].map((pair) => [keyOf(pair), pair])).values()];
  const isMerged = new Set(kept.filter(({ merged }) => merged).map(keyOf));
  const pairs: ScoredPair[] = [];
  for (const { some } of partsOf(partners, AT_ONCE)) {
    const both = new Set(some.flatMap(({ id, otherId }) => [id, otherId]));
    const known = new Map((await load(sql, [...both])).map((record) => [record.id, record]));
    const scored = some.flatMap((pair) => {
      const threshold = isMerged.has(keyOf(pair)) ? -Infinity : comparison.threshold;
      return pairOf(pair, known, { ...comparison, threshold });
    });
    pairs.push(...scored);
    await nextTurn();
  }
  await keepPairs(sql, table, ids, pairs);
}

const keyOf = ({ id, otherId }: Partners): string => [id, otherId].toSorted().join();

function pairOf<Row extends Comparable>(
  { id, otherId }: Partners,
  known: ReadonlyMap<string, Row>,
  { countryOf, likeness, threshold, seen }: Comparison<Row>,
): ScoredPair[] {
  const [one, other] = [id, otherId].toSorted().map((each) => known.get(each));
  if (!one || !other) return [];
  const alike = likeness(one, other);
  if (alike.score < threshold) return [];
  return [
    {
      ...{ oneId: one.id, otherId: other.id, ...alike },
      ...{ oneOrganisationId: one.organisationId, otherOrganisationId: other.organisationId },
      ...{ country: countryOf(one), seen: seen(one, other) },
    },
  ];
}
