import { pointsOf, shareOf } from '../../scoring/adding-up.ts';
import { educationReach } from '../../scoring/education.ts';
import { experienceReach } from '../../scoring/experience.ts';
import { partNames } from '../../scoring/weights.ts';
import type { EngineQuery } from './engine-query.ts';
import { partNumber } from '../snapshot/part-bits.ts';
import type { PassingRows } from './passing-rows.ts';
import type { PromisingRows } from './promising-rows.ts';
import type { ReachTables } from './reach-tables.ts';
import { SCALE_BITS, type SkillBounds } from './skill-bounds.ts';
import { MORE_YEARS, NO_OTHER, readFacts, type Sketches } from '../snapshot/sketches.ts';

const { occupation, skills, experience, education } = partNumber;
const HALF = 1 << (SCALE_BITS - 1);

/** The number of combinations of known parts (8 bits) and a byte of facts. */
const TABLE_SIZE = 1 << 16;

/** The bounds of the combinations that occurred. Clearing the table resets only those. */
export class BoundTable {
  private readonly values = new Uint16Array(TABLE_SIZE);
  private readonly filled: number[] = [];

  wipe(): this {
    for (const key of this.filled) this.values[key] = 0;
    this.filled.length = 0;
    return this;
  }

  /** Returns the value stored for a key, or -1 if there is none. */
  at(key: number): number {
    return (this.values[key] ?? 0) - 1;
  }

  put(key: number, value: number): number {
    this.values[key] = value + 1;
    this.filled.push(key);
    return value;
  }
}

/**
 * The most that a row can score for one vacancy, judged by its sketch alone. Few combinations of
 * facts occur. Each one's bound without skills is therefore worked out once for all equally close
 * trades. A row then costs one table lookup, and its skill signature is read only if it can decide.
 *
 * A wish for pay that turns out not to compare is taken as known and met. That never lowers the
 * bound: one more known part makes no other share larger.
 */
export class RowBounds {
  private closeness = 0;
  private isSameWork = false;
  private table: BoundTable;
  private readonly sketches: Sketches;
  private readonly query: EngineQuery;
  private readonly asked: number;
  /** By consent profile, the parts of the score that may count in the state of the vacancy. */
  private readonly partsByProfile: Uint8Array;

  constructor(
    asked: { sketches: Sketches; query: EngineQuery; partsByProfile: Uint8Array },
    private readonly reach: ReachTables,
    private readonly skills: SkillBounds,
    /** The empty tables for trades whose years count, and for all others. */
    private readonly tables: { same: BoundTable; other: BoundTable },
  ) {
    ({ sketches: this.sketches, query: this.query, partsByProfile: this.partsByProfile } = asked);
    this.asked = this.query.asked;
    this.table = tables.other;
  }

  /** Prepares for the rows of a trade. */
  forTrade(trade: number): this {
    const closeness = this.reach.closeness[trade] ?? 0;
    if (closeness !== this.closeness) {
      this.tables.same.wipe();
      this.tables.other.wipe();
    }
    this.closeness = closeness;
    this.isSameWork = this.reach.sameWork[trade] === 1;
    this.table = this.isSameWork ? this.tables.same : this.tables.other;
    return this;
  }

  /**
   * Adds the rows of the trade that may reach `bar`, with the most that each can score, in
   * thousandths. Skips rows whose candidate is represented by another row. This is the innermost
   * loop of all. It reads columns directly, and what it calls must be small enough to be inlined.
   */
  addPromising({ rows, count }: PassingRows, bar: number, promising: PromisingRows): void {
    const { facts, others, consents, signatures } = this.sketches;
    const { table, partsByProfile, asked } = this;
    const { closeness, sameWork } = this.reach;
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] ?? 0;
      const other = others[row] ?? 0;
      let rowFacts = facts[row] ?? 0;
      if (other !== NO_OTHER) {
        if ((closeness[other] ?? 0) > this.closeness) continue;
        if (sameWork[other]) rowFacts |= MORE_YEARS;
      }
      const known = (rowFacts >>> 8) & (partsByProfile[consents[row] ?? 0] ?? 0) & asked;
      const key = (known << 8) | (rowFacts & 0xff);
      const found = table.at(key);
      const base = found === -1 ? table.put(key, this.withoutSkills(known, rowFacts)) : found;
      const share = shareOf(known, skills);
      if (base + share < bar) continue;
      const part = this.skills.boundOf(signatures[2 * row] ?? 0, signatures[2 * row + 1] ?? 0);
      const most = base + ((share * part + HALF) >> SCALE_BITS);
      if (most >= bar) promising.add(row, most);
    }
  }

  /**
   * Returns the most that all parts except skills give. Ignores the field of education, which can
   * only lower the score.
   */
  private withoutSkills(known: number, facts: number): number {
    const { education: level, years, hasMore } = readFacts(facts);
    const counted = hasMore ? Number.POSITIVE_INFINITY : this.isSameWork ? years : 0;
    let most = 0;
    for (let part = 0; part < partNames.length; part += 1) {
      if (part === skills) continue;
      let value = 1;
      if (part === occupation) value = this.closeness;
      if (part === education) value = educationReach(level, this.query.educationLevel ?? 0);
      if (part === experience) value = experienceReach(counted, this.query.experienceYears);
      most += pointsOf(shareOf(known, part), value);
    }
    return most;
  }
}
