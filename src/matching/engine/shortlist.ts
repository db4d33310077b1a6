import { pointsOf } from '../scoring/adding-up.ts';
import { partNames, weights } from '../scoring/weights.ts';
import type { EngineQuery } from './engine-query.ts';
import { type Bits, type GateBits, isSet } from './gate-bits.ts';
import { RowScorer } from './row-scorer.ts';
import type { Snapshot } from './snapshot.ts';
import { TopRows } from './top-rows.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A snapshot with what is made from it. */
export interface Indexed {
  snapshot: Snapshot;
  gates: GateBits;
  vocabulary: Vocabulary;
}

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
  const { snapshot, gates, vocabulary } = indexed;
  const sections = gates.sectionsBy(query.state);
  const scorer = new RowScorer(snapshot, query, sections, vocabulary.skills.size);
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
  { snapshot, gates }: Indexed,
  query: EngineQuery,
  group: Group,
  limit: number,
): number[] {
  const open = openGates(gates, query, group);
  const inGroup = [gates.live, gates.preferred(query.state, group === 'domestic')];
  const found: number[] = [];
  for (const { trades } of query.reach.levels) {
    const level: number[] = [];
    for (const trade of trades) {
      eachRow(snapshot, trade, inGroup, (row) => {
        if (!open.every((bits) => isSet(bits, row)) && !found.includes(row)) level.push(row);
        return level.length < limit;
      });
    }
    found.push(...new Set(level));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
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
        eachRow(this.snapshot, trade, open, (row, inOrder) => {
          if (inOrder && this.top.isBeyond(row, most)) return false;
          const closeness = this.scorer.closenessBy(row, trade);
          if (closeness >= 0) this.offer(row, closeness);
          return true;
        });
      }
    }
  }

  byWish(open: readonly Bits[], wishing: ReadonlyMap<number, readonly number[]>): void {
    for (const code of this.query.reach.wishedCodes) {
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

/**
 * Every row that has the trade and whose bits are set in all of `gates`: first those with it as the
 * first occupation, in order of their ids, then the others. Stops where `visit` says false; rows of
 * the second kind go on.
 */
function eachRow(
  { blocks, further }: Snapshot,
  trade: number,
  gates: readonly Bits[],
  visit: (row: number, inOrder: boolean) => boolean,
): void {
  if (trade + 1 >= blocks.length) return;
  eachInBlock(blocks[trade] ?? 0, blocks[trade + 1] ?? 0, gates, visit);
  const end = further.start[trade + 1] ?? 0;
  for (let at = further.start[trade] ?? 0; at < end; at += 1) {
    const row = further.items[at] ?? 0;
    if (gates.every((bits) => isSet(bits, row))) visit(row, false);
  }
}

function eachInBlock(
  from: number,
  end: number,
  gates: readonly Bits[],
  visit: (row: number, inOrder: boolean) => boolean,
): void {
  const lastWord = (end - 1) >> 5;
  for (let word = from >> 5; word <= lastWord && from < end; word += 1) {
    let bits = -1;
    if (word === from >> 5) bits &= -1 << (from & 31);
    if (word === lastWord && (end & 31) !== 0) bits &= (1 << (end & 31)) - 1;
    for (const gate of gates) bits &= gate[word] ?? 0;
    for (; bits !== 0; bits &= bits - 1) {
      const row = (word << 5) + 31 - Math.clz32(bits & -bits);
      if (!visit(row, true)) return;
    }
  }
}
