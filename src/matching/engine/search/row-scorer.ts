import { pointsOf, shareOf } from '../../scoring/adding-up.ts';
import { educationReach } from '../../scoring/education.ts';
import { experienceReach } from '../../scoring/experience.ts';
import { reachOf, WHOLE_REACH } from '../../scoring/languages.ts';
import { meetsPay } from '../../scoring/wishes.ts';
import type { EngineQuery } from './engine-query.ts';
import { languageOf, ranksOf } from '../snapshot/language-word.ts';
import { partNumber } from '../snapshot/part-bits.ts';
import type { ReachTables } from './reach-tables.ts';
import { desiredCodesOf, field, HEADER, payCount, type Records } from '../snapshot/records.ts';
import type { SkillMarks } from './skill-marks.ts';
import { isInBlock, NO_DAY, type Snapshot } from '../snapshot/snapshot.ts';

const MAX_SCORE = 1000;
const { occupation, skills, languages, experience } = partNumber;
const { education, licences, wishes, availability } = partNumber;

/**
 * Scores rows for one vacancy. The score is exactly what scoring/score.ts gives the candidate: the
 * same functions, applied to records instead of facts.
 */
export class RowScorer {
  /** For the current row: the points so far, and the points that the remaining parts could add. */
  private total = 0;
  private remaining = 0;
  private readonly records: Records;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly query: EngineQuery,
    /** By consent profile, the parts of the score that may count in the state of the vacancy. */
    private readonly partsByProfile: Uint8Array,
    private readonly tables: ReachTables,
    private readonly marks: SkillMarks,
  ) {
    this.records = snapshot.records;
  }

  /**
   * Returns the score in thousandths, or -1 as soon as it is sure to lie below `bar`. The record is
   * read from front to back. Skills come last: they cost most to look up and often can no longer
   * matter. `closeness` is that of the candidate's occupation. It is ignored if no occupation is on
   * record or shared.
   */
  score(row: number, closeness: number, bar: number): number {
    const { items, start } = this.records;
    const at = start[row] ?? 0;
    const facts = items[at] ?? 0;
    const opened = this.partsByProfile[items[at + field.consents] ?? 0] ?? 0;
    const worked = items[at + field.worked] ?? 0;
    const years = at + HEADER;
    const trades = years + 2 * (worked & 0xffff);
    const spoken = trades + (worked & 0xffff);
    const wished = spoken + (worked >>> 16);
    const known = this.withoutIncomparablePay(at, wished, facts & opened & this.query.asked);
    this.total = 0;
    this.remaining = known === 0 ? 0 : MAX_SCORE;
    if (known & (1 << occupation)) this.add(known, occupation, closeness);
    if (known & (1 << experience))
      this.add(known, experience, this.experience(years, trades, spoken));
    if (known & (1 << languages)) this.add(known, languages, this.languages(spoken, wished));
    if (known & (1 << education)) this.add(known, education, this.education(facts));
    if (this.total + this.remaining < bar) return -1;
    if (known & (1 << availability)) this.add(known, availability, this.availability(at));
    return this.scoreRest(at, wished, known, bar);
  }

  /**
   * Returns the closeness of the candidate's closest occupation, 0 to 1. Returns -1 unless the row
   * stands for that occupation; of equally close ones, the first counts.
   */
  closeness(row: number): number {
    const { items, start } = this.records;
    const { closeness } = this.tables;
    const at = start[row] ?? 0;
    const count = (items[at + field.worked] ?? 0) & 0xffff;
    const from = at + HEADER + 2 * count;
    if (count === 1) return closeness[items[from] ?? 0] ?? 0;
    let best = -1;
    let first = -1;
    for (let one = from; one < from + count; one += 1) {
      const own = items[one] ?? 0;
      const value = closeness[own] ?? 0;
      if (value <= best) continue;
      best = value;
      first = own;
    }
    return isInBlock(this.snapshot, row, first) ? best : -1;
  }

  /** Returns the first ISCO code of the row's wishes that counts as this work, or -1. */
  firstWish(row: number): number {
    const { from, end } = desiredCodesOf(this.records, this.records.start[row] ?? 0);
    return this.wishIn(from, end);
  }

  /** Drops wishes from the known parts if the only wish is for a pay that cannot be compared. */
  private withoutIncomparablePay(at: number, wished: number, known: number): number {
    const { items } = this.records;
    if (payCount(items[at] ?? 0) === 0) return known;
    const others = (items[at + field.wished] ?? 0) | ((items[at + field.held] ?? 0) & 0xffff);
    return others === 0 && this.pays(wished) === null ? known & ~(1 << wishes) : known;
  }

  private scoreRest(at: number, wished: number, known: number, bar: number): number {
    const { items } = this.records;
    const wishCounts = items[at + field.wished] ?? 0;
    const heldCounts = items[at + field.held] ?? 0;
    const codes = wished + (wishCounts & 0xffff);
    const categories = codes + (wishCounts >>> 16);
    const paid = categories + (heldCounts & 0xffff);
    const owned = paid + payCount(items[at] ?? 0);
    const learnt = owned + (heldCounts >>> 16);
    if (known & (1 << wishes))
      this.add(known, wishes, this.wishes(wished, codes, categories, paid, owned));
    if (known & (1 << licences)) this.add(known, licences, this.licences(owned, learnt));
    if (this.total + this.remaining < bar) return -1;
    if (known & (1 << skills)) {
      const got = this.marks.worthOf(items, learnt, learnt + (items[at + field.skills] ?? 0));
      this.add(known, skills, got / this.query.skillsInAll);
    }
    return this.total;
  }

  private add(known: number, part: number, value: number): void {
    const share = shareOf(known, part);
    this.remaining -= share;
    this.total += pointsOf(share, value);
  }

  private experience(years: number, trades: number, end: number): number {
    const { items, floats } = this.records;
    const { sameWork } = this.tables;
    let sum = 0;
    for (let trade = trades; trade < end; trade += 1) {
      const own = floats[(years >> 1) + trade - trades] ?? Number.NaN;
      if (sameWork[items[trade] ?? 0] && !Number.isNaN(own)) sum += own;
    }
    return experienceReach(sum, this.query.experienceYears);
  }

  private languages(from: number, end: number): number {
    const asked = this.query.languages;
    let sum = 0;
    for (let one = 0; one < asked.length; one += 1) {
      const { number = -1, ranks = 0 } = asked[one] ?? {};
      sum += reachOf(this.ranksIn(from, end, number), ranks);
    }
    return sum / (WHOLE_REACH * asked.length);
  }

  private ranksIn(from: number, end: number, language: number): number {
    const { items } = this.records;
    for (let at = from; at < end; at += 1) {
      const word = items[at] ?? 0;
      if (languageOf(word) === language) return ranksOf(word);
    }
    return 0;
  }

  private education(facts: number): number {
    const { educationLevel, fieldReaches } = this.query;
    const level = educationReach((facts >>> 8) & 15, educationLevel ?? 0);
    return level * (fieldReaches[(facts >>> 12) & 255] ?? 1);
  }

  private licences(from: number, end: number): number {
    const asked = this.query.licences;
    let held = 0;
    for (const licence of asked) held += Number(this.holds(from, end, licence));
    return held / asked.length;
  }

  private wishes(
    countries: number,
    codes: number,
    categories: number,
    paid: number,
    end: number,
  ): number {
    const { country, permitCategory } = this.query;
    let stated = 0;
    let met = 0;
    if (countries < codes) {
      stated += 1;
      met += Number(this.holds(countries, codes, country));
    }
    if (codes < categories) {
      stated += 1;
      met += Number(this.wishIn(codes, categories) !== -1);
    }
    if (categories < paid) {
      stated += 1;
      met += Number(this.holds(categories, paid, permitCategory));
    }
    const pays = paid < end ? this.pays(paid) : null;
    if (pays !== null) {
      stated += 1;
      met += Number(pays);
    }
    return met / stated;
  }

  /**
   * Returns whether the vacancy pays the wish stored at that word; null if the two cannot be
   * compared.
   */
  private pays(at: number): boolean | null {
    const wish = this.tables.pays[this.records.items[at] ?? 0];
    return wish ? meetsPay(this.query.pay, wish) : null;
  }

  private wishIn(from: number, end: number): number {
    const { items } = this.records;
    const { wished } = this.tables;
    for (let at = from; at < end; at += 1) if (wished[items[at] ?? 0]) return items[at] ?? 0;
    return -1;
  }

  private availability(at: number): number {
    const { items } = this.records;
    const from = (items[at + field.availableFrom] ?? 0) | 0;
    const until = (items[at + field.availableUntil] ?? 0) | 0;
    const inTime = from === NO_DAY || from <= this.query.startsOn;
    const longEnough = until === NO_DAY || until >= this.query.endsOn;
    return (inTime ? 0.5 : 0) + (longEnough ? 0.5 : 0);
  }

  private holds(from: number, end: number, wanted: number): boolean {
    const { items } = this.records;
    for (let at = from; at < end; at += 1) if (items[at] === wanted) return true;
    return false;
  }
}
