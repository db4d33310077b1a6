import { GateBits } from './gate-bits.ts';
import { ReachTables } from './reach-tables.ts';
import type { Snapshot } from './snapshot.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A snapshot with what is made from it. */
export class Indexed {
  readonly gates: GateBits;
  /** Of the vacancy that is looked at now. */
  readonly tables = new ReachTables();

  constructor(
    readonly snapshot: Snapshot,
    readonly vocabulary: Vocabulary,
  ) {
    this.gates = new GateBits(snapshot, vocabulary);
  }
}
