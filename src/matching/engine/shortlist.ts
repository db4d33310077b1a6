import { pointsOf } from '../scoring/adding-up.ts';
import { type PartName, partNames, weights } from '../scoring/weights.ts';
import type { EngineQuery } from './search/engine-query.ts';
import { type Bits, type GateBits, isSet } from './search/gate-bits.ts';
import type { IndexedSnapshot } from './search/indexed-snapshot.ts';
import type { RowBounds } from './search/row-bounds.ts';
import type { RowScorer } from './search/row-scorer.ts';
import { TopRows } from './search/top-rows.ts';

export type Group = 'domestic' | 'third-country';

/**
 * Returns the best `limit` rows of candidates who pass the gates and are near enough, best first.
 * The result is exactly what scoring everybody would give. `within`: further gates, for a part of
 * the group.
 *
 * Gates come first, as bits. Then occupations are searched from the closest outwards. Each level
 * has a bound on what its candidates can score, and each row has one too. A level or row is skipped
 * once its bound cannot enter the list. This is the idea of MaxScore (Turtle and Flood, Query
 * evaluation, Information Processing & Management 31(6), 1995), with occupations for terms.
 */
export function shortlist(
  indexed: IndexedSnapshot,
  query: EngineQuery,
  group: Group,
  limit: number,
  within: readonly Bits[] = [],
): { row: number; total: number }[] {
  if (!query.reach.asksOccupation) return [];
  const { snapshot, gates } = indexed;
  const top = new TopRows(limit, snapshot.ids);
  const search = new Search(indexed, query, top);
  const open = [...requiredGates(gates, query, group), ...within];
  search.byOccupation(gates.passingAll([...open, gates.sharingOccupations(query.state)]));
  search.byWish([gates.live, ...open], gates.wishingByCode(query.state));
  return top.sorted();
}

/**
 * Returns the rows of candidates near enough by occupation who do not pass the gates, closest
 * first, then by id.
 */
export function rowsKeptOut(
  indexed: IndexedSnapshot,
  query: EngineQuery,
  group: Group,
  limit: number,
): number[] {
  const { snapshot, gates } = indexed;
  const { scorer } = indexed.reader(query);
  const open = requiredGates(gates, query, group);
  const inGroup = gates.withPreference(query.state, group === 'domestic');
  const isKeptOut = (row: number): boolean =>
    open.some((bits) => !isSet(bits, row)) && scorer.closeness(row) >= 0;
  const found: number[] = [];
  for (const { trades } of query.reach.levels) {
    const first = new TopRows(limit - found.length, snapshot.ids);
    for (const trade of trades) {
      const { rows, count } = indexed.passing.find(trade, inGroup);
      offerAll(first, rows.subarray(0, count), isKeptOut);
    }
    found.push(...first.sorted().map(({ row }) => row));
    if (found.length >= limit) break;
  }
  return found;
}

/** Offers all rows for which `holds` is true, with equal scores, so that the first by id enter. */
function offerAll(top: TopRows, rows: Uint32Array, holds: (row: number) => boolean): void {
  for (const row of rows) {
    if (!top.isBeyond(row, 0) && holds(row)) top.offer(row, 0);
  }
}

/** Returns the gates that unchanged candidates of the group have to pass. */
function requiredGates(gates: GateBits, query: EngineQuery, group: Group): Bits[] {
  const required = query.languages.slice(0, query.requiredLanguages);
  return [
    gates.withPreference(query.state, group === 'domestic'),
    gates.consenting(query.state),
    ...(group === 'third-country' && query.countries ? [gates.nationals(query.countries)] : []),
    ...(required.length > 0 ? [gates.sharingLanguages(query.state)] : []),
    ...required.map(({ number, rank }) => gates.speaking(number, rank)),
  ];
}

class Search {
  private readonly scorer: RowScorer;
  private readonly bounds: RowBounds;

  constructor(
    private readonly indexed: IndexedSnapshot,
    private readonly query: EngineQuery,
    private readonly top: TopRows,
  ) {
    ({ scorer: this.scorer, bounds: this.bounds } = indexed.reader(query));
  }

  byOccupation(gate: Bits): void {
    for (const { value, trades } of this.query.reach.levels) {
      if (boundFor(this.query, value) < this.top.bar) return;
      this.level(trades, gate);
    }
  }

  /** Searches candidates without a shared occupation on record who wish for this work. */
  byWish(gates: readonly Bits[], wishing: ReadonlyMap<number, readonly number[]>): void {
    for (const code of this.query.reach.wished) {
      for (const row of wishing.get(code) ?? []) {
        const isOpen = gates.every((bits) => isSet(bits, row));
        if (isOpen && this.scorer.firstWish(row) === code) this.offer(row, 0);
      }
    }
  }

  private level(trades: readonly number[], gate: Bits): void {
    const { promising } = this.indexed;
    promising.clear();
    for (const trade of trades) this.gather(trade, gate);
    promising.visitBestFirst((row, most) => {
      if (most < this.top.bar) return false;
      if (this.top.isBeyond(row, most)) return true;
      const closeness = this.scorer.closeness(row);
      if (closeness >= 0) this.offer(row, closeness);
      return true;
    });
  }

  private gather(trade: number, gate: Bits): void {
    const { passing, promising } = this.indexed;
    const rows = passing.find(trade, gate);
    this.bounds.forTrade(trade).addPromising(rows, this.top.bar, promising);
  }

  private offer(row: number, closeness: number): void {
    const { bar } = this.top;
    const total = this.scorer.score(row, closeness, bar);
    if (total >= bar) this.top.offer(row, total);
  }
}

/** Returns the most that a candidate with an occupation this close can score, with rounding. */
function boundFor({ asked }: EngineQuery, closeness: number): number {
  // The occupation weighs least, and can cost least, when everything else is known too.
  const weigh = (sum: number, name: PartName, at: number): number =>
    sum + (asked & (1 << at) ? weights[name] : 0);
  const share = (1000 * weights.occupation) / partNames.reduce(weigh, 0);
  const least = Math.max(0, Math.floor(share) - 1);
  return Math.min(1000, 1000 - least + pointsOf(least, closeness) + 1);
}
