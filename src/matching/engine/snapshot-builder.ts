import { Growing, GrowingLists, rowsByFurtherItem } from './columns.ts';
import { encodeCandidate, type EngineCandidate } from './engine-candidate.ts';
import { compareIds, type Snapshot, wordsOfId } from './snapshot.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Takes people in any order, one at a time, and makes a snapshot of them as of a date. */
export class SnapshotBuilder {
  private readonly ids = new Growing(Uint32Array);
  private readonly trades = new GrowingLists(Uint32Array);
  private readonly years = new GrowingLists(Float64Array);
  private readonly skills = new GrowingLists(Uint32Array);
  private readonly languages = new GrowingLists(Uint32Array);
  private readonly ranks = new GrowingLists(Uint8Array);
  private readonly education = new Growing(Uint8Array);
  private readonly licences = new GrowingLists(Uint32Array);
  private readonly desiredCountries = new GrowingLists(Uint32Array);
  private readonly desiredCodes = new GrowingLists(Uint32Array);
  private readonly permitCategories = new GrowingLists(Uint32Array);
  private readonly availableFrom = new Growing(Int32Array);
  private readonly availableUntil = new Growing(Int32Array);
  private readonly consents = new Growing(Uint32Array);
  private readonly preference = new GrowingLists(Uint32Array);

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly on: string,
  ) {}

  get size(): number {
    return this.education.length;
  }

  add(person: EngineCandidate): void {
    const encoded = encodeCandidate(person, this.vocabulary, this.on);
    for (const word of wordsOfId(person.id)) this.ids.push(word);
    this.trades.push(encoded.trades);
    this.years.push(encoded.years);
    this.skills.push(encoded.skills);
    this.languages.push(encoded.languages);
    this.ranks.push(encoded.ranks);
    this.education.push(encoded.education);
    this.licences.push(encoded.licences);
    this.desiredCountries.push(encoded.desiredCountries);
    this.desiredCodes.push(encoded.desiredCodes);
    this.permitCategories.push(encoded.permitCategories);
    this.availableFrom.push(encoded.availableFrom);
    this.availableUntil.push(encoded.availableUntil);
    this.consents.push(encoded.consents);
    this.preference.push(encoded.preference);
  }

  build(): Snapshot {
    const order = this.order();
    const trades = this.trades.gather(order);
    const tradeCount = this.vocabulary.allTrades().length;
    return {
      size: order.length,
      ids: this.gatherIds(order),
      trades,
      years: this.years.gather(order).items,
      blocks: this.blocksOf(order, tradeCount),
      further: rowsByFurtherItem(trades, tradeCount),
      skills: this.skills.gather(order),
      languages: this.languages.gather(order),
      ranks: this.ranks.gather(order).items,
      education: this.education.gather(order),
      licences: this.licences.gather(order),
      desiredCountries: this.desiredCountries.gather(order),
      desiredCodes: this.desiredCodes.gather(order),
      permitCategories: this.permitCategories.gather(order),
      availableFrom: this.availableFrom.gather(order),
      availableUntil: this.availableUntil.gather(order),
      consents: this.consents.gather(order),
      preference: this.preference.gather(order),
    };
  }

  /** Rows by their first occupation, those without one last, and by id within each. */
  private order(): Uint32Array {
    const ids = this.ids.filled();
    const first = Uint32Array.from({ length: this.size }, (_, row) => this.trades.firstOf(row));
    return Uint32Array.from({ length: this.size }, (_, row) => row).sort(
      (a, b) => (first[a] ?? 0) - (first[b] ?? 0) || compareIds(ids, a, ids, b),
    );
  }

  private gatherIds(order: Uint32Array): Uint32Array {
    const words = new Uint32Array(4 * order.length);
    for (let to = 0; to < words.length; to += 1) words[to] = 4 * (order[to >> 2] ?? 0) + (to & 3);
    return this.ids.gather(words);
  }

  private blocksOf(order: Uint32Array, tradeCount: number): Uint32Array {
    const blocks = new Uint32Array(new SharedArrayBuffer(4 * (tradeCount + 1)));
    for (const row of order) {
      const trade = this.trades.firstOf(row);
      if (trade !== -1) blocks[trade + 1] = (blocks[trade + 1] ?? 0) + 1;
    }
    for (let trade = 0; trade < tradeCount; trade += 1) {
      blocks[trade + 1] = (blocks[trade + 1] ?? 0) + (blocks[trade] ?? 0);
    }
    return blocks;
  }
}
