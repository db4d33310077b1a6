import type { PayWish } from '../../facts.ts';
import type { OccupationReach } from './occupation-reach.ts';
import type { Vocabulary } from '../snapshot/vocabulary.ts';

/**
 * One vacancy's reach laid out by number, so that a row looks its occupations and wishes up at once.
 * Kept from one vacancy to the next: only what the last one set is wiped.
 */
export class ReachTables {
  /** By trade: how close; 0 where not near enough. */
  closeness = new Float64Array(0);
  /** By trade: 1 where years count. */
  sameWork = new Uint8Array(0);
  /** By its number: a pay that people wish for. */
  pays: readonly PayWish[] = [];
  /** By ISCO code: 1 where a wish for it is one for this work. */
  wished = new Uint8Array(0);
  private laid: OccupationReach | null = null;

  lay(reach: OccupationReach, vocabulary: Vocabulary): this {
    if (this.laid) this.set(this.laid, 0);
    const trades = vocabulary.allTrades().length;
    if (this.closeness.length < trades || this.wished.length < vocabulary.codes.size) {
      this.closeness = new Float64Array(2 * trades);
      this.sameWork = new Uint8Array(2 * trades);
      this.wished = new Uint8Array(2 * vocabulary.codes.size);
    }
    this.set(reach, 1);
    this.pays = vocabulary.allPays();
    this.laid = reach;
    return this;
  }

  private set({ levels, sameWork, wished }: OccupationReach, on: 0 | 1): void {
    for (const { value, trades } of levels) {
      for (const trade of trades) this.closeness[trade] = on * value;
    }
    for (const trade of sameWork) this.sameWork[trade] = on;
    for (const code of wished) this.wished[code] = on;
  }
}
