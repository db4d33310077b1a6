import { pointsOf } from '../scoring/adding-up.ts';
import { partNames, weights } from '../scoring/weights.ts';
import type { EngineQuery } from './engine-query.ts';
import { type Bits, type GateBits, isSet } from './gate-bits.ts';
import type { Indexed } from './indexed.ts';
import { RowScorer } from './row-scorer.ts';
import { compareIds, type Snapshot } from './snapshot.ts';
import { TopRows } from './top-rows.ts';

export type Group = 'domestic' | 'third-country';

/**
 * The best `limit` people who pass the gates and are near enough: exactly those that scoring everybody
 * would give, in its order. Gates first, as bits; then occupations from the closest outwards, each
 * level with a bound on what anybody in it can score. A level, and the rest of a block, is passed over
 * once its bound cannot enter any more: the idea of MaxScore (Turtle and Flood, Query evaluation,
 * Information Processing & Management 31(6), 1995), with occupations for terms.
 */
export function shortlist(
  indexed: Indexed,
  query: EngineQuery,
  group: Group,
  limit: number,
): { row: number; total: number }[] {
  const { snapshot, gates } = indexed;
  const scorer = scorerOf(indexed, query);
  const open = openGates(gates, query, group);
  const search = new Search(snapshot, query, scorer, new TopRows(limit, snapshot.ids));
  if (query.reach.asksOccupation) {
    search.byOccupation([...open, gates.working(query.state)]);
    search.byWish(open, gates.wishing(query.state));
  }
  return search.top.sorted();
}

/** The people near enough by occupation who do not pass the gates, the closest first, then by id. */
export function bystanders(
  indexed: Indexed,
  query: EngineQuery,
  group: Group,
  limit: number,
): number[] {
  const { snapshot, gates } = indexed;
  const scorer = scorerOf(indexed, query);
  const open = openGates(gates, query, group);
  const inGroup = [gates.live, gates.preferred(query.state, group === 'domestic')];
  const found: number[] = [];
  for (const { trades } of query.reach.levels) {
    const level: number[] = [];
    for (const trade of trades) {
      let taken = 0;
      eachRow(snapshot, trade, inGroup, (row) => {
        const isOutside = open.some((bits) => !isSet(bits, row));
        if (isOutside && scorer.closenessBy(row, trade) >= 0) taken = level.push(row);
        return taken < limit;
      });
    }
    found.push(...level.toSorted((a, b) => compareIds(snapshot.ids, a, snapshot.ids, b)));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

function scorerOf(indexed: Indexed, query: EngineQuery): RowScorer {
  return new RowScorer(indexed, query, indexed.tables.lay(query.reach, indexed.vocabulary));
}

function openGates(gates: GateBits, query: EngineQuery, group: Group): Bits[] {
  const required = query.languages.slice(0, query.requiredLanguages);
  return [
    gates.live,
    gates.preferred(query.state, group === 'domestic'),
    gates.consenting(query.state),
    ...(required.length > 0 ? [gates.sharingLanguages(query.state)] : []),
    ...required.map(({ number, rank }) => gates.speaking(number, rank)),
  ];
}

class Search {
  constructor(
    private readonly snapshot: Snapshot,
    private readonly query: EngineQuery,
    private readonly scorer: RowScorer,
    readonly top: TopRows,
  ) {}

  byOccupation(open: readonly Bits[]): void {
    for (const { value, trades } of this.query.reach.levels) {
      const most = mostFor(this.query, value);
      if (most < this.top.bar) return;
      for (const trade of trades) {
        eachRow(this.snapshot, trade, open, (row) => {
          if (this.top.isBeyond(row, most)) return false;
          const closeness = this.scorer.closenessBy(row, trade);
          if (closeness >= 0) this.offer(row, closeness);
          return true;
        });
      }
    }
  }

  byWish(open: readonly Bits[], wishing: ReadonlyMap<number, readonly number[]>): void {
    for (const code of this.query.reach.wished) {
      for (const row of wishing.get(code) ?? []) {
        const isOpen = open.every((bits) => isSet(bits, row));
        if (isOpen && this.scorer.firstWish(row) === code) this.offer(row, -1);
      }
    }
  }

  private offer(row: number, closeness: number): void {
    const { bar } = this.top;
    const total = this.scorer.score(row, closeness, bar);
    if (total >= bar) this.top.offer(row, total);
  }
}

const restWeight = (query: EngineQuery): number =>
  weights.experience +
  weights.wishes +
  weights.availability +
  (query.skills.length > 0 ? weights.skills : 0) +
  (query.languages.length > 0 ? weights.languages : 0) +
  (query.educationLevel === null ? 0 : weights.education) +
  (query.licences.length > 0 ? weights.licences : 0);

/** The most that anybody with an occupation this close can score, rounding included. */
function mostFor(query: EngineQuery, closeness: number): number {
  // The occupation weighs least, and can cost least, when everything else is known too.
  const share = (1000 * weights.occupation) / (weights.occupation + restWeight(query));
  const least = Math.max(0, Math.floor(share) - partNames.length);
  return Math.min(1000, 1000 - least + pointsOf(least, closeness) + 1);
}

/** Every row of a trade whose bits are set in all of `gates`, by id, until `visit` says false. */
function eachRow(
  { blocks }: Snapshot,
  trade: number,
  gates: readonly Bits[],
  visit: (row: number) => boolean,
): void {
  const from = blocks[trade] ?? 0;
  const end = blocks[trade + 1] ?? from; // a trade that came after the snapshot has no rows in it
  const lastWord = (end - 1) >> 5;
  for (let word = from >> 5; word <= lastWord && from < end; word += 1) {
    let bits = -1;
    if (word === from >> 5) bits &= -1 << (from & 31);
    if (word === lastWord && (end & 31) !== 0) bits &= (1 << (end & 31)) - 1;
    for (const gate of gates) bits &= gate[word] ?? 0;
    for (; bits !== 0; bits &= bits - 1) {
      const row = (word << 5) + 31 - Math.clz32(bits & -bits);
      if (!visit(row)) return;
    }
  }
}
