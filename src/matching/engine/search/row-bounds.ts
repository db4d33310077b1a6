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

/** One for each set of known parts (8 bits) and byte of facts. */
const COMBINATIONS = 1 << 16;

/** What the combinations that occurred give, kept so that the next vacancy only wipes those. */
export class BoundTable {
  private readonly values = new Uint16Array(COMBINATIONS);
  private readonly filled: number[] = [];

  wipe(): this {
    for (const key of this.filled) this.values[key] = 0;
    this.filled.length = 0;
    return this;
  }

  /** What was put there; -1 for nothing. */
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
 * The most that a row can score for one vacancy, by its sketch alone. Few combinations of facts occur:
 * what each gives besides skills is worked out once for all trades that are as close, so that a row
 * costs a look into a table, and the signature of its skills only where they decide. Wishes that turn out not to count (a pay that does not compare) are
 * taken for known and met, which never lowers a score: a part more makes no share of another larger.
 */
export class RowBounds {
  private closeness = 0;
  private isSameWork = false;
  private table: BoundTable;
  private readonly sketches: Sketches;
  private readonly query: EngineQuery;
  private readonly asked: number;
  /** By consent profile, the parts that it lets count in the state of the vacancy. */
  private readonly opened: Uint8Array;

  constructor(
    asked: { sketches: Sketches; query: EngineQuery; opened: Uint8Array },
    private readonly reach: ReachTables,
    private readonly skills: SkillBounds,
    /** For trades in which years count, and for others; wiped. */
    private readonly tables: { same: BoundTable; other: BoundTable },
  ) {
    ({ sketches: this.sketches, query: this.query, opened: this.opened } = asked);
    this.asked = this.query.asked;
    this.table = tables.other;
  }

  /** For the rows of a trade. */
  within(trade: number): this {
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
   * Of rows of the trade, those that may reach `bar`, with the most that each can score, in thousandths;
   * without those where another row stands for the person. One loop over columns: this is the innermost
   * of all, and what it calls has to be small enough to become part of it.
   */
  addPromising({ rows, count }: PassingRows, bar: number, promising: PromisingRows): void {
    const { facts, others, consents, signatures } = this.sketches;
    const { table, opened, asked } = this;
    const { closeness, sameWork } = this.reach;
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] ?? 0;
      const other = others[row] ?? 0;
      let told = facts[row] ?? 0;
      if (other !== NO_OTHER) {
        if ((closeness[other] ?? 0) > this.closeness) continue;
        if (sameWork[other]) told |= MORE_YEARS;
      }
      const known = (told >>> 8) & (opened[consents[row] ?? 0] ?? 0) & asked;
      const key = (known << 8) | (told & 0xff);
      const found = table.at(key);
      const base = found === -1 ? table.put(key, this.withoutSkills(known, told)) : found;
      const share = shareOf(known, skills);
      if (base + share < bar) continue;
      const part = this.skills.mostIn(signatures[2 * row] ?? 0, signatures[2 * row + 1] ?? 0);
      const most = base + ((share * part + HALF) >> SCALE_BITS);
      if (most >= bar) promising.add(row, most);
    }
  }

  /** What all parts but skills give at most; the field of education only lowers it. */
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
