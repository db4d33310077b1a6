import type { PayWish } from '../../facts.ts';
import type { OccupationReach } from './occupation-reach.ts';
import type { Vocabulary } from '../snapshot/vocabulary.ts';

/**
 * The reach of one vacancy as tables by number, so that a row finds its occupations and wishes at
 * once. The tables are reused: only the entries of the previous vacancy are cleared.
 */
export class ReachTables {
  /** By trade: its closeness, 0 to 1; 0 if not near enough. */
  closeness = new Float64Array(0);
  /** By trade: 1 if its years count as experience. */
  sameWork = new Uint8Array(0);
  /** By number: a pay that candidates wish for. */
  pays: readonly PayWish[] = [];
  /** By ISCO code: 1 if it counts as a wish for this work. */
  wished = new Uint8Array(0);
  private preparedFor: OccupationReach | null = null;

  prepare(reach: OccupationReach, vocabulary: Vocabulary): this {
    if (this.preparedFor) this.set(this.preparedFor, 0);
    const trades = vocabulary.allTrades().length;
    if (this.closeness.length < trades || this.wished.length < vocabulary.codes.size) {
      this.closeness = new Float64Array(2 * trades);
      this.sameWork = new Uint8Array(2 * trades);
      this.wished = new Uint8Array(2 * vocabulary.codes.size);
    }
    this.set(reach, 1);
    this.pays = vocabulary.allPays();
    this.preparedFor = reach;
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
