import { sectionBit, sectionsFor } from '../snapshot/consent-profile.ts';
import { rankOf } from '../snapshot/language-word.ts';
import { partsOpenedBy } from '../snapshot/part-bits.ts';
import { desiredCodesOf, field, hasReturned, tradeCount } from '../snapshot/records.ts';
import { EVERYWHERE, isFirstRow, RESIDENT, rowsOf, type Snapshot } from '../snapshot/snapshot.ts';
import { speakerOf } from '../snapshot/speakers.ts';
import type { Vocabulary } from '../snapshot/vocabulary.ts';

/** One bit a row, 32 rows a word. */
export type Bits = Uint32Array;

/** So many sets of gates are kept together: vacancies alike, which come after each other, have the same. */
const COMBINATIONS = 64;

export function isSet(bits: Bits, row: number): boolean {
  return ((bits[row >> 5] ?? 0) & (1 << (row & 31))) !== 0;
}

/**
 * The gates of a snapshot as bits, each made at its first use: to keep those who pass several gates
 * is then one AND for 32 people. Rows of people who changed since are taken out one by one.
 */
export class GateBits {
  private readonly made = new Map<string, Bits>();
  private readonly numbers = new Map<Bits, number>();
  /** By the numbers of gates: who passes all of them; the ones last asked for last. */
  private readonly passing = new Map<string, Bits>();
  private readonly sections = new Map<string, Uint16Array>();
  private readonly parts = new Map<string, Uint8Array>();
  private readonly wishes = new Map<string, ReadonlyMap<number, readonly number[]>>();
  /** Whoever is still as the snapshot has them. */
  readonly live: Bits;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly vocabulary: Vocabulary,
  ) {
    this.live = this.fill(() => true);
  }

  /** The person of this row is no more what the row says. */
  remove(row: number): void {
    this.live[row >> 5] = (this.live[row >> 5] ?? 0) & ~(1 << (row & 31));
  }

  /** By consent profile, the sections shared with a state as bits; 0 without a consent. */
  private sectionsBy(state: string): Uint16Array {
    const known = this.sections.get(state);
    if (known) return known;
    const profiles = this.vocabulary.consents.list();
    const made = Uint16Array.from(profiles, (profile) => sectionsFor(profile, state));
    this.sections.set(state, made);
    return made;
  }

  /** By consent profile, the parts of the score that it lets count in a state. */
  partsBy(state: string): Uint8Array {
    const known = this.parts.get(state);
    if (known) return known;
    const made = Uint8Array.from(this.sectionsBy(state), partsOpenedBy);
    this.parts.set(state, made);
    return made;
  }

  consenting(state: string): Bits {
    return this.shared(`consenting ${state}`, state, () => true);
  }

  /** Shares what they worked as, and worked as something. */
  working(state: string): Bits {
    const bit = sectionBit('work-experience');
    const { records } = this.snapshot;
    return this.shared(`working ${state}`, state, (sections, row) => {
      return (sections & bit) !== 0 && tradeCount(records, records.start[row] ?? 0) > 0;
    });
  }

  /**
   * By ISCO code, those who wish for it and have no occupation on record, or none that they share: an
   * occupation, where there is one, says more than a wish.
   */
  wishing(state: string): ReadonlyMap<number, readonly number[]> {
    const known = this.wishes.get(state);
    if (known) return known;
    const made = new Map<number, number[]>();
    const [consenting, working] = [this.consenting(state), this.working(state)];
    const sections = this.sectionsBy(state);
    const { records, size } = this.snapshot;
    for (let row = 0; row < size; row += 1) {
      if (!isSet(consenting, row) || isSet(working, row)) continue;
      const at = records.start[row] ?? 0;
      const shared = sections[records.items[at + field.consents] ?? 0] ?? 0;
      if ((shared & sectionBit('wishes')) === 0 || !isFirstRow(this.snapshot, row)) continue;
      const { from, end } = desiredCodesOf(records, at);
      for (const code of new Set(records.items.subarray(from, end))) {
        const rows = made.get(code) ?? [];
        rows.push(row);
        made.set(code, rows);
      }
    }
    this.wishes.set(state, made);
    return made;
  }

  sharingLanguages(state: string): Bits {
    const bit = sectionBit('languages');
    return this.shared(`languages ${state}`, state, (sections) => (sections & bit) !== 0);
  }

  /** `language` by its number, at that CEFR rank or above. */
  speaking(language: number, rank: number): Bits {
    const { start, items } = this.snapshot.speakers;
    return this.kept(`speaking ${language} ${rank}`, () => {
      const bits = this.none();
      for (let at = start[language] ?? 0; at < (start[language + 1] ?? 0); at += 1) {
        const word = items[at] ?? 0;
        if (rankOf(word) >= rank) set(bits, speakerOf(word));
      }
      return bits;
    });
  }

  /** Tiers 0 and 1 in a state; or everybody else. */
  preferred(state: string, wanted: boolean): Bits {
    const { preference } = this.snapshot;
    const number = this.vocabulary.countries.find(state);
    return this.once(`preferred ${state} ${String(wanted)}`, (row) => {
      const end = preference.start[row + 1] ?? 0;
      for (let at = preference.start[row] ?? 0; at < end; at += 1) {
        const where = preference.items[at] ?? 0;
        if (where === EVERYWHERE || (where & ~RESIDENT) === number) return wanted;
      }
      return !wanted;
    });
  }

  /** Tier 0 in a state, and not 1. */
  citizens(state: string): Bits {
    const { start, items } = this.snapshot.preference;
    const number = this.vocabulary.countries.find(state);
    return this.once(`citizens ${state}`, (row) => {
      const where = items.subarray(start[row] ?? 0, start[row + 1] ?? 0);
      return where.includes(EVERYWHERE) || where.includes(number);
    });
  }

  /** Whoever went home after a stay, as its issuer verified. */
  returned(): Bits {
    const { records } = this.snapshot;
    const toldOf = (row: number): number =>
      records.items[(records.start[row] ?? 0) + field.told] ?? 0;
    return this.once('returned', (row) => hasReturned(toldOf(row)));
  }

  /** People by their ids. */
  listed(ids: readonly string[]): Bits {
    let rows: ReadonlySet<number> | null = null;
    return this.once(`listed ${ids.join(' ')}`, (row) => {
      rows ??= new Set(ids.flatMap((id) => rowsOf(this.snapshot, id)));
      return rows.has(row);
    });
  }

  /** Whoever is not in `bits`, which are this object's own. */
  without(bits: Bits): Bits {
    return this.once(`not ${this.numbers.get(bits) ?? ''}`, (row) => !isSet(bits, row));
  }

  /** Of one of these countries. */
  nationals(countries: readonly string[]): Bits {
    const { start, items } = this.snapshot.nationalities;
    const numbers = new Set(countries.map((country) => this.vocabulary.countries.find(country)));
    return this.once(`nationals ${countries.join(' ')}`, (row) => {
      const end = start[row + 1] ?? 0;
      for (let at = start[row] ?? 0; at < end; at += 1) {
        if (numbers.has(items[at] ?? 0)) return true;
      }
      return false;
    });
  }

  private shared(
    key: string,
    state: string,
    holds: (sections: number, row: number) => boolean,
  ): Bits {
    const sections = this.sectionsBy(state);
    const { records } = this.snapshot;
    return this.once(key, (row) => {
      const at = records.start[row] ?? 0;
      const opened = sections[records.items[at + field.consents] ?? 0] ?? 0;
      return opened !== 0 && holds(opened, row);
    });
  }

  /** Who passes all of `gates`, which are this object's own. `live` is none of them: it changes. */
  all(gates: readonly Bits[]): Bits {
    const key = gates.map((bits) => this.numbers.get(bits)).join(' ');
    const known = this.passing.get(key) ?? intersectionOf(gates);
    this.passing.delete(key);
    this.passing.set(key, known);
    const [oldest] = this.passing.keys();
    if (this.passing.size > COMBINATIONS && oldest !== undefined) this.passing.delete(oldest);
    return known;
  }

  private once(key: string, holds: (row: number) => boolean): Bits {
    return this.kept(key, () => this.fill(holds));
  }

  private kept(key: string, make: () => Bits): Bits {
    const known = this.made.get(key);
    if (known) return known;
    const made = make();
    this.made.set(key, made);
    this.numbers.set(made, this.numbers.size);
    return made;
  }

  private fill(holds: (row: number) => boolean): Bits {
    const bits = this.none();
    for (let row = 0; row < this.snapshot.size; row += 1) {
      if (holds(row)) set(bits, row);
    }
    return bits;
  }

  private none(): Bits {
    return new Uint32Array((this.snapshot.size + 31) >> 5);
  }
}

function set(bits: Bits, row: number): void {
  bits[row >> 5] = (bits[row >> 5] ?? 0) | (1 << (row & 31));
}

function intersectionOf([first, ...others]: readonly Bits[]): Bits {
  const both = Uint32Array.from(first ?? []);
  for (const bits of others) {
    for (let word = 0; word < both.length; word += 1)
      both[word] = (both[word] ?? 0) & (bits[word] ?? 0);
  }
  return both;
}
