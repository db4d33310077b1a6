import { pointsOf, shareOf } from '../scoring/adding-up.ts';
import { educationReach } from '../scoring/education.ts';
import { experienceReach } from '../scoring/experience.ts';
import { reachOf } from '../scoring/languages.ts';
import { type PartName, partNames } from '../scoring/weights.ts';
import type { Lists } from './columns.ts';
import { sectionBit } from './consent-profile.ts';
import type { EngineQuery } from './engine-query.ts';
import { SkillMarks } from './skill-marks.ts';
import type { Indexed } from './indexed.ts';
import type { ReachTables } from './reach-tables.ts';
import { NO_DAY, type Snapshot } from './snapshot.ts';

const part = Object.fromEntries(partNames.map((name, at) => [name, at])) as Record<
  PartName,
  number
>;
const shares = {
  work: sectionBit('work-experience'),
  skills: sectionBit('skills'),
  languages: sectionBit('languages'),
  education: sectionBit('education'),
  licences: sectionBit('driving-licence'),
  wishes: sectionBit('wishes'),
};

/** Nobody reaches less. */
const UNREACHED = -1;

/**
 * The score of a row for one vacancy, to the thousandth what scoring/score.ts gives for the person:
 * the same values by the same functions, read from columns instead of facts.
 */
export class RowScorer {
  private readonly marks: SkillMarks;
  private readonly snapshot: Snapshot;
  private readonly sections: Uint16Array;
  /** What each part says of the row under way; only those in `known` count. */
  private readonly values = new Float64Array(partNames.length);
  private known = 0;

  constructor(
    { snapshot, gates, vocabulary }: Indexed,
    private readonly query: EngineQuery,
    private readonly tables: ReachTables,
  ) {
    this.snapshot = snapshot;
    this.sections = gates.sectionsBy(query.state);
    this.marks = new SkillMarks(query.skills, vocabulary.skills.size, snapshot.skills);
  }

  /**
   * In thousandths; -1 as soon as it is sure to lie below `bar`.
   * `closeness`: of the person's occupation, -1 where none is on record.
   */
  score(row: number, closeness: number, bar: number): number {
    const shared = this.sections[this.snapshot.consents[row] ?? 0] ?? 0;
    this.known = 0;
    if (closeness >= 0) this.say(part.occupation, closeness);
    if (shared & shares.work) this.experience(row);
    if (shared & shares.languages) this.languages(row);
    if (shared & shares.education) this.education(row);
    if (shared & shares.licences) this.licences(row);
    if (shared & shares.wishes) this.wishes(row);
    const { start } = this.snapshot.skills;
    const hasSkills = (start[row + 1] ?? 0) > (start[row] ?? 0);
    if (!(shared & shares.skills) || !hasSkills || this.query.skillsInAll === 0) {
      return this.total();
    }
    // Skills are the dearest to look up: not where even all of them would be too little.
    this.say(part.skills, 1);
    if (this.total() < bar) return UNREACHED;
    this.say(part.skills, this.marks.gotBy(row) / this.query.skillsInAll);
    return this.total();
  }

  /** The closest of the row's occupations, if it is the first such of them at `trade`; else -1. */
  closenessBy(row: number, trade: number): number {
    const { start, items } = this.snapshot.trades;
    const { closeness } = this.tables;
    const end = start[row + 1] ?? 0;
    let best = -1;
    let first = -1;
    for (let at = start[row] ?? 0; at < end; at += 1) {
      const own = items[at] ?? 0;
      const value = closeness[own] ?? 0;
      if (value > best) {
        best = value;
        first = own;
      }
    }
    return first === trade ? best : -1;
  }

  private say(at: number, value: number): void {
    this.values[at] = value;
    this.known |= 1 << at;
  }

  private total(): number {
    let total = 0;
    for (let at = 0; at < this.values.length; at += 1) {
      if (this.known & (1 << at)) total += pointsOf(shareOf(this.known, at), this.values[at] ?? 0);
    }
    return total;
  }

  private experience(row: number): void {
    if (!this.query.reach.asksOccupation) return;
    const { sameWork } = this.tables;
    const { trades, years } = this.snapshot;
    const end = trades.start[row + 1] ?? 0;
    let sum = 0;
    let told = false;
    for (let at = trades.start[row] ?? 0; at < end; at += 1) {
      const own = years[at] ?? Number.NaN;
      if (Number.isNaN(own)) continue;
      told = true;
      if (sameWork[trades.items[at] ?? 0]) sum += own;
    }
    if (told) this.say(part.experience, experienceReach(sum, this.query.experienceYears));
  }

  private languages(row: number): void {
    const { languages, ranks } = this.snapshot;
    const asked = this.query.languages;
    const from = languages.start[row] ?? 0;
    const end = languages.start[row + 1] ?? 0;
    if (asked.length === 0 || from === end) return;
    let sum = 0;
    for (const { number, rank } of asked) {
      let own = 0;
      for (let at = from; at < end; at += 1) {
        if (languages.items[at] !== number) continue;
        own = ranks[at] ?? 0;
        break;
      }
      sum += reachOf(own, rank);
    }
    this.say(part.languages, sum / asked.length);
  }

  private education(row: number): void {
    const own = this.snapshot.education[row] ?? 0;
    const { educationLevel } = this.query;
    if (own === 0 || educationLevel === null) return;
    this.say(part.education, educationReach(own, educationLevel));
  }

  private licences(row: number): void {
    const { licences } = this.query;
    if (licences.length === 0 || isEmpty(this.snapshot.licences, row)) return;
    let held = 0;
    for (const licence of licences) held += Number(holds(this.snapshot.licences, row, licence));
    this.say(part.licences, held / licences.length);
  }

  private wishes(row: number): void {
    const { desiredCountries, desiredCodes, permitCategories } = this.snapshot;
    const { country, permitCategory } = this.query;
    const countries = Number(!isEmpty(desiredCountries, row));
    const codes = Number(!isEmpty(desiredCodes, row));
    const categories = Number(!isEmpty(permitCategories, row));
    const stated = countries + codes + categories;
    if (stated > 0) {
      const met =
        Number(holds(desiredCountries, row, country)) +
        Number(this.firstWish(row) !== -1) +
        Number(holds(permitCategories, row, permitCategory));
      this.say(part.wishes, met / stated);
    }
    this.availability(row);
  }

  /** The first of the row's wishes that is for the work of the vacancy, as its code; else -1. */
  firstWish(row: number): number {
    const { start, items } = this.snapshot.desiredCodes;
    const { wished } = this.tables;
    const end = start[row + 1] ?? 0;
    for (let at = start[row] ?? 0; at < end; at += 1) {
      const code = items[at] ?? 0;
      if (wished[code]) return code;
    }
    return -1;
  }

  private availability(row: number): void {
    const from = this.snapshot.availableFrom[row] ?? NO_DAY;
    const until = this.snapshot.availableUntil[row] ?? NO_DAY;
    if (from === NO_DAY && until === NO_DAY) return;
    const inTime = from === NO_DAY || from <= this.query.startsOn;
    const longEnough = until === NO_DAY || until >= this.query.endsOn;
    this.say(part.availability, (inTime ? 0.5 : 0) + (longEnough ? 0.5 : 0));
  }
}

function isEmpty({ start }: Lists, row: number): boolean {
  return start[row] === start[row + 1];
}

function holds({ start, items }: Lists, row: number, wanted: number): boolean {
  const end = start[row + 1] ?? 0;
  for (let at = start[row] ?? 0; at < end; at += 1) if (items[at] === wanted) return true;
  return false;
}
