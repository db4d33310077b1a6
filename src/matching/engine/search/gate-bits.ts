import { LRUCache } from 'lru-cache';
import { sectionBit, sectionsFor } from '../snapshot/consent-profile.ts';
import { rankOf } from '../snapshot/language-word.ts';
import { partsOpenedBy } from '../snapshot/part-bits.ts';
import { desiredCodesOf, field, hasReturned, tradeCount } from '../snapshot/records.ts';
import { EVERYWHERE, isFirstRow, RESIDENT, rowsOf, type Snapshot } from '../snapshot/snapshot.ts';
import { speakerOf } from '../snapshot/speakers.ts';
import type { Vocabulary } from '../snapshot/vocabulary.ts';

/** One bit per row, 32 rows per word. */
export type Bits = Uint32Array;

/**
 * How many gates are cached, at one bit a row: 125 KB for each among a million rows. Gates of countries
 * and languages come again and again, those of a list of trained candidates only with its vacancies.
 */
const MAX_CACHED_GATES = 1_000;

/**
 * How many combinations of gates are cached. Similar vacancies follow each other and use the same
 * ones.
 */
const MAX_CACHED_COMBINATIONS = 64;

export function isSet(bits: Bits, row: number): boolean {
  return ((bits[row >> 5] ?? 0) & (1 << (row & 31))) !== 0;
}

/**
 * The gates of a snapshot as bits, each made when first used. Combining gates then takes one AND
 * for 32 rows. Rows of candidates who changed since are removed one by one.
 */
export class GateBits {
  private readonly gates = new LRUCache<string, Bits>({ max: MAX_CACHED_GATES });
  private readonly numbers = new WeakMap<Bits, number>();
  private numbered = 0;
  /** The rows that pass a combination of gates, by the numbers of the gates. */
  private readonly combinations = new LRUCache<string, Bits>({ max: MAX_CACHED_COMBINATIONS });
  private readonly sections = new Map<string, Uint16Array>();
  private readonly parts = new Map<string, Uint8Array>();
  private readonly wishes = new Map<string, ReadonlyMap<number, readonly number[]>>();
  /** The rows whose candidates have not changed since the snapshot. */
  readonly live: Bits;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly vocabulary: Vocabulary,
  ) {
    this.live = this.fill(() => true);
  }

  /** Removes a row, because it no longer describes its candidate. */
  remove(row: number): void {
    this.live[row >> 5] = (this.live[row >> 5] ?? 0) & ~(1 << (row & 31));
  }

  /** Returns, by consent profile, the sections shared with a state as bits; 0 without a consent. */
  private sectionsByProfile(state: string): Uint16Array {
    const known = this.sections.get(state);
    if (known) return known;
    const profiles = this.vocabulary.consents.list();
    const made = Uint16Array.from(profiles, (profile) => sectionsFor(profile, state));
    this.sections.set(state, made);
    return made;
  }

  /** Returns, by consent profile, the parts of the score that may count in a state (partBits). */
  partsByProfile(state: string): Uint8Array {
    const known = this.parts.get(state);
    if (known) return known;
    const made = Uint8Array.from(this.sectionsByProfile(state), partsOpenedBy);
    this.parts.set(state, made);
    return made;
  }

  consenting(state: string): Bits {
    return this.consentingWhere(`consenting ${state}`, state, () => true);
  }

  /** Returns the rows of candidates who have an occupation on record and share it. */
  sharingOccupations(state: string): Bits {
    const bit = sectionBit('work-experience');
    const { records } = this.snapshot;
    return this.consentingWhere(`working ${state}`, state, (sections, row) => {
      return (sections & bit) !== 0 && tradeCount(records, records.start[row] ?? 0) > 0;
    });
  }

  /**
   * Returns, by ISCO code, the first rows of candidates who share a wish for it. Only candidates
   * with no occupation on record, or none that they share, count: an occupation says more than a
   * wish.
   */
  wishingByCode(state: string): ReadonlyMap<number, readonly number[]> {
    const known = this.wishes.get(state);
    if (known) return known;
    const made = new Map<number, number[]>();
    const [consenting, working] = [this.consenting(state), this.sharingOccupations(state)];
    const sections = this.sectionsByProfile(state);
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
    return this.consentingWhere(`languages ${state}`, state, (sections) => (sections & bit) !== 0);
  }

  /** Returns the speakers of a language, by its number, at that CEFR rank or above. */
  speaking(language: number, rank: number): Bits {
    const { start, items } = this.snapshot.speakers;
    return this.cachedGate(`speaking ${language} ${rank}`, () => {
      const bits = this.emptyBits();
      for (let at = start[language] ?? 0; at < (start[language + 1] ?? 0); at += 1) {
        const word = items[at] ?? 0;
        if (rankOf(word) >= rank) set(bits, speakerOf(word));
      }
      return bits;
    });
  }

  /** Returns the candidates in tiers 0, 0t and 1 of a state, or all others if `wanted` is false. */
  withPreference(state: string, wanted: boolean): Bits {
    const { preference } = this.snapshot;
    const number = this.vocabulary.countries.find(state);
    return this.gate(`preferred ${state} ${String(wanted)}`, (row) => {
      const end = preference.start[row + 1] ?? 0;
      for (let at = preference.start[row] ?? 0; at < end; at += 1) {
        const where = preference.items[at] ?? 0;
        if (where === EVERYWHERE || (where & ~RESIDENT) === number) return wanted;
      }
      return !wanted;
    });
  }

  /** Returns the candidates in tier 0 or 0t of a state, without tier 1. */
  citizens(state: string): Bits {
    const { start, items } = this.snapshot.preference;
    const number = this.vocabulary.countries.find(state);
    return this.gate(`citizens ${state}`, (row) => {
      const where = items.subarray(start[row] ?? 0, start[row + 1] ?? 0);
      return where.includes(EVERYWHERE) || where.includes(number);
    });
  }

  /** Returns the candidates who went home after a stay, as its issuer verified. */
  returned(): Bits {
    const { records } = this.snapshot;
    const factsOf = (row: number): number =>
      records.items[(records.start[row] ?? 0) + field.facts] ?? 0;
    return this.gate('returned', (row) => hasReturned(factsOf(row)));
  }

  /** Returns the rows of the candidates with these ids. */
  listed(ids: readonly string[]): Bits {
    let rows: ReadonlySet<number> | null = null;
    return this.gate(`listed ${ids.join(' ')}`, (row) => {
      rows ??= new Set(ids.flatMap((id) => rowsOf(this.snapshot, id)));
      return rows.has(row);
    });
  }

  /** Returns the rows that are not in `bits`, which must come from this object. */
  without(bits: Bits): Bits {
    return this.gate(`not ${this.numberOf(bits)}`, (row) => !isSet(bits, row));
  }

  /** Returns the nationals of any of these countries. */
  nationals(countries: readonly string[]): Bits {
    const { start, items } = this.snapshot.nationalities;
    const numbers = new Set(countries.map((country) => this.vocabulary.countries.find(country)));
    return this.gate(`nationals ${countries.join(' ')}`, (row) => {
      const end = start[row + 1] ?? 0;
      for (let at = start[row] ?? 0; at < end; at += 1) {
        if (numbers.has(items[at] ?? 0)) return true;
      }
      return false;
    });
  }

  private consentingWhere(
    key: string,
    state: string,
    holds: (sections: number, row: number) => boolean,
  ): Bits {
    const sections = this.sectionsByProfile(state);
    const { records } = this.snapshot;
    return this.gate(key, (row) => {
      const at = records.start[row] ?? 0;
      const opened = sections[records.items[at + field.consents] ?? 0] ?? 0;
      return opened !== 0 && holds(opened, row);
    });
  }

  /**
   * Returns the rows that pass all of `gates`, which must come from this object. Never pass `live`:
   * it changes, and the result is cached.
   */
  passingAll(gates: readonly Bits[]): Bits {
    const key = gates.map((bits) => this.numberOf(bits)).join(' ');
    const known = this.combinations.get(key);
    if (known) return known;
    const passing = intersectionOf(gates);
    this.combinations.set(key, passing);
    return passing;
  }

  private numberOf(bits: Bits): number {
    const number = this.numbers.get(bits);
    if (number === undefined) throw new Error('These bits come from another snapshot.');
    return number;
  }

  private gate(key: string, holds: (row: number) => boolean): Bits {
    return this.cachedGate(key, () => this.fill(holds));
  }

  private cachedGate(key: string, make: () => Bits): Bits {
    const known = this.gates.get(key);
    if (known) return known;
    const made = make();
    this.gates.set(key, made);
    this.numbers.set(made, this.numbered);
    this.numbered += 1;
    return made;
  }

  private fill(holds: (row: number) => boolean): Bits {
    const bits = this.emptyBits();
    for (let row = 0; row < this.snapshot.size; row += 1) {
      if (holds(row)) set(bits, row);
    }
    return bits;
  }

  private emptyBits(): Bits {
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
