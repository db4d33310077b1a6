import type { EntityManager } from 'typeorm';
import { type Partners, rekey } from './block-keys.queries.ts';
import type { DuplicateTable } from './duplicate-pair.ts';
import { keepPairs } from './keep-pairs.ts';
import type { Likeness, ScoredPair } from './scored-pair.ts';

interface Comparable {
  id: string;
  organisationId: string;
}

/** How records of one kind are compared. */
export interface Comparison<Row extends Comparable> {
  table: DuplicateTable;
  /** Those of the ids that are compared at all. */
  load: (sql: EntityManager, ids: readonly string[]) => Promise<Row[]>;
  /** Hashes: only records that have one in common are compared. */
  keysOf: (record: Row) => string[];
  /** Whose authority decides, ISO 3166-1 alpha-2; a key holds only within it. */
  countryOf: (record: Row) => string;
  /** How alike two are; null for two that are never one. */
  likeness: (one: Row, other: Row) => Likeness | null;
  /** From here on a pair is shown to people, who decide. */
  threshold: number;
  /** A hash of what a decision of people rests on. */
  seen: (one: Row, other: Row) => string;
}

/** Compares records with all that have a key in common with them, and keeps the pairs that may be one. */
export async function compareRecords<Row extends Comparable>(
  sql: EntityManager,
  comparison: Comparison<Row>,
  ids: readonly string[],
): Promise<void> {
  const { table, load, keysOf } = comparison;
  const records = await load(sql, ids);
  const keyed = records.map((record) => ({ id: record.id, keys: keysOf(record) }));
  const partners = await rekey(sql, table, ids, keyed);
  const known = new Map(records.map((record) => [record.id, record]));
  const unknown = partners.flatMap(({ otherId }) => (known.has(otherId) ? [] : [otherId]));
  const others = unknown.length === 0 ? [] : await load(sql, [...new Set(unknown)]);
  for (const record of others) known.set(record.id, record);
  const pairs = partners.flatMap((pair) => pairOf(pair, known, comparison));
  await keepPairs(sql, table, ids, pairs);
}

function pairOf<Row extends Comparable>(
  { id, otherId }: Partners,
  known: ReadonlyMap<string, Row>,
  { countryOf, likeness, threshold, seen }: Comparison<Row>,
): ScoredPair[] {
  const [one, other] = [id, otherId].toSorted().map((each) => known.get(each));
  const alike = one && other ? likeness(one, other) : null;
  if (!one || !other || alike === null || alike.score < threshold) return [];
  return [
    {
      ...{ oneId: one.id, otherId: other.id, ...alike },
      ...{ oneOrganisationId: one.organisationId, otherOrganisationId: other.organisationId },
      ...{ country: countryOf(one), seen: seen(one, other) },
    },
  ];
}
