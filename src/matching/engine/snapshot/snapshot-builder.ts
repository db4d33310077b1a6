import { Growing, GrowingLists } from './columns.ts';
import type { EncodedCandidate } from './encoded-candidate.ts';
import { encodeCandidate, type EngineCandidate } from '../engine-candidate.ts';
import { GrowingRecords } from './records.ts';
import { GrowingSketches } from './sketches.ts';
import { compareIds, type Snapshot, wordsOfId } from './snapshot.ts';
import { speakersIn } from './speakers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The block of candidates without an occupation, after all others. */
const NO_TRADE = 0xffffffff;

/**
 * Builds a snapshot as of a date from candidates added one by one, in any order. Candidates are
 * numbered in the order in which they are added.
 */
export class SnapshotBuilder {
  /** By row, the occupation that it stands for. */
  private readonly blocks = new Growing(Uint32Array);
  private readonly consents = new Growing(Uint32Array);
  private readonly ids = new Growing(Uint32Array);
  private readonly people = new Growing(Uint32Array);
  private count = 0;
  private readonly sketches = new GrowingSketches();
  private readonly records = new GrowingRecords();
  private readonly preference = new GrowingLists(Uint32Array);
  private readonly nationalities = new GrowingLists(Uint32Array);

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly on: string,
  ) {}

  add(person: EngineCandidate): void {
    const encoded = encodeCandidate(person, this.vocabulary, this.on);
    const id = wordsOfId(person.id);
    const blocks = encoded.trades.length === 0 ? [NO_TRADE] : new Set(encoded.trades);
    for (const block of blocks) this.addRow(block, id, encoded);
    this.count += 1;
  }

  build(): Snapshot {
    const order = this.order();
    const blocks = this.blocksOf(order);
    const sizes = blocks.map((from, at) => (blocks[at + 1] ?? from) - from);
    const ids = this.ids.gather(order, 4);
    const records = this.records.gather(order);
    return {
      size: order.length,
      ids,
      byId: ordered(order.length, (a, b) => compareIds(ids, a, ids, b)),
      people: this.people.gather(order),
      blocks,
      largestBlock: sizes.reduce((most, size) => Math.max(most, size), 0),
      sketches: this.sketches.gather(order),
      records,
      speakers: speakersIn(records, this.vocabulary.languages.size),
      preference: this.preference.gather(order),
      nationalities: this.nationalities.gather(order),
    };
  }

  private addRow(block: number, id: readonly number[], encoded: EncodedCandidate): void {
    this.blocks.push(block);
    this.consents.push(encoded.consents);
    for (const word of id) this.ids.push(word);
    this.people.push(this.count);
    this.sketches.push(encoded, block);
    this.records.push(encoded);
    this.preference.push(encoded.preference);
    this.nationalities.push(encoded.nationalities);
  }

  private order(): Uint32Array {
    const ids = this.ids.filled();
    const [blocks, consents] = [this.blocks.filled(), this.consents.filled()];
    return ordered(
      blocks.length,
      (a, b) =>
        (blocks[a] ?? 0) - (blocks[b] ?? 0) ||
        (consents[a] ?? 0) - (consents[b] ?? 0) ||
        compareIds(ids, a, ids, b),
    );
  }

  private blocksOf(order: Uint32Array): Uint32Array {
    const trades = this.vocabulary.allTrades().length;
    const starts = new Uint32Array(new SharedArrayBuffer(4 * (trades + 1)));
    for (const row of order) {
      const trade = this.blocks.at(row);
      if (trade !== NO_TRADE) starts[trade + 1] = (starts[trade + 1] ?? 0) + 1;
    }
    for (let trade = 0; trade < trades; trade += 1) {
      starts[trade + 1] = (starts[trade + 1] ?? 0) + (starts[trade] ?? 0);
    }
    return starts;
  }
}

/** Returns the rows from 0 to `count` - 1, sorted by `compare`, in memory for threads to share. */
function ordered(count: number, compare: (a: number, b: number) => number): Uint32Array {
  const rows = new Uint32Array(new SharedArrayBuffer(4 * count));
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows.sort(compare);
}
