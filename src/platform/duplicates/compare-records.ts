import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import {
  findStoredPairs,
  type KeyedRecord,
  lockComparing,
  type RecordPair,
  replaceKeys,
} from './block-keys.queries.ts';
import type { DuplicateTable } from './duplicate-pair.ts';
import { storePairs } from './store-pairs.ts';
import type { Likeness, ScoredPair } from './scored-pair.ts';
import { partsOf } from '../lists/parts-of.ts';

interface Comparable {
  id: string;
  organisationId: string;
}

/** How records of one kind are compared. */
export interface Comparison<Row extends Comparable> {
  table: DuplicateTable;
  /**
   * Reads the keys of the records that take part in the comparison. Only records that share a key
   * are compared.
   */
  keysOf: (sql: EntityManager, ids: readonly string[]) => Promise<KeyedRecord[]>;
  /** Reads the data to compare. */
  load: (sql: EntityManager, ids: readonly string[]) => Promise<Row[]>;
  /**
   * Returns the country whose authority decides, ISO 3166-1 alpha-2. A key counts only within one
   * country.
   */
  countryOf: (record: Row) => string;
  /** Returns how alike two records are. */
  likeness: (one: Row, other: Row) => Likeness;
  /** The least score at which a pair is shown to people, who decide. */
  threshold: number;
  /** Returns a hash of the data that a decision of people rests on. */
  seen: (one: Row, other: Row) => string;
}

/** The number of pairs compared before the event loop gets a turn. */
const PAIRS_PER_TURN = 250;

/**
 * Compares the records `ids` with every record that shares a key or a stored pair with them, and
 * stores the pairs that may be one. Merged pairs are stored whatever their score, so that people
 * see what their decision now rests on.
 */
export async function compareRecords<Row extends Comparable>(
  sql: EntityManager,
  comparison: Comparison<Row>,
  ids: readonly string[],
): Promise<void> {
  const { table, load, keysOf } = comparison;
  // Locked before anything is read, since another comparison may just have stored newer pairs.
  await lockComparing(sql, table);
  const found = await replaceKeys(sql, table, ids, await keysOf(sql, ids));
  const kept = await findStoredPairs(sql, table, ids);
  const partners = [...new Map([...found, ...kept].map((pair) => [keyOf(pair), pair])).values()];
  const isMerged = new Set(kept.filter(({ merged }) => merged).map(keyOf));
  const pairs: ScoredPair[] = [];
  for (const { some } of partsOf(partners, PAIRS_PER_TURN)) {
    const both = new Set(some.flatMap(({ id, otherId }) => [id, otherId]));
    const known = new Map((await load(sql, [...both])).map((record) => [record.id, record]));
    const scored = some.flatMap((pair) => {
      const threshold = isMerged.has(keyOf(pair)) ? -Infinity : comparison.threshold;
      return pairOf(pair, known, { ...comparison, threshold });
    });
    pairs.push(...scored);
    await nextTurn();
  }
  await storePairs(sql, table, ids, pairs);
}

const keyOf = ({ id, otherId }: RecordPair): string => [id, otherId].toSorted().join();

function pairOf<Row extends Comparable>(
  { id, otherId }: RecordPair,
  known: ReadonlyMap<string, Row>,
  { countryOf, likeness, threshold, seen }: Comparison<Row>,
): ScoredPair[] {
  const [one, other] = [id, otherId].toSorted().map((each) => known.get(each));
  if (!one || !other) return [];
  const alike = likeness(one, other);
  if (alike.score < threshold) return [];
  return [
    {
      oneId: one.id,
      otherId: other.id,
      ...alike,
      oneOrganisationId: one.organisationId,
      otherOrganisationId: other.organisationId,
      country: countryOf(one),
      seen: seen(one, other),
    },
  ];
}
