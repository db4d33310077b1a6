import { pointsOf, shareOf } from '../scoring/adding-up.ts';
import { educationReach } from '../scoring/education.ts';
import { experienceReach } from '../scoring/experience.ts';
import { partNames } from '../scoring/weights.ts';
import type { EngineQuery } from './engine-query.ts';
import { partNumber } from './part-bits.ts';
import type { ReachTables } from './reach-tables.ts';
import type { SkillBounds } from './skill-bounds.ts';
import { readFacts, type Sketches } from './sketches.ts';

const { occupation, skills, experience, education } = partNumber;

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
 * what each gives is worked out once, so that a row costs a look into a table, and the signature of its
 * skills only where they decide. Wishes that turn out not to count (a pay that does not compare) are
 * taken for known and met, which never lowers a score: a part more makes no share of another larger.
 */
export class RowBounds {
  private closeness = 0;
  private isSameWork = false;
  private table: BoundTable;
  private readonly sketches: Sketches;
  private readonly query: EngineQuery;
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
    this.table = tables.other;
  }

  /** For the rows of a trade. */
  within(trade: number): this {
    this.closeness = this.reach.closeness[trade] ?? 0;
    this.isSameWork = this.reach.sameWork[trade] === 1;
    this.table = this.isSameWork ? this.tables.same : this.tables.other;
    return this;
  }

  /** In thousandths; anything below `bar` where it is sure to lie there. */
  most(row: number, bar: number): number {
    const { sketches, query } = this;
    const facts = sketches.facts[row] ?? 0;
    const opened = this.opened[sketches.consents[row] ?? 0] ?? 0;
    const known = (facts >>> 8) & opened & query.asked;
    const key = (known << 8) | (facts & 0xff);
    const found = this.table.at(key);
    const others = found === -1 ? this.table.put(key, this.others(known, facts)) : found;
    const base = others + pointsOf(shareOf(known, occupation), this.closeness);
    const share = shareOf(known, skills);
    if (base + share < bar || share === 0) return base + share;
    const { signatures } = sketches;
    const worth = this.skills.mostIn(signatures[2 * row] ?? 0, signatures[2 * row + 1] ?? 0);
    return base + pointsOf(share, worth / query.skillsInAll);
  }

  /** What all parts but occupation and skills give at most; the field of education only lowers it. */
  private others(known: number, facts: number): number {
    const { education: level, years, isOnly } = readFacts(facts);
    const counted = isOnly && !this.isSameWork ? 0 : years;
    let most = 0;
    for (let part = 0; part < partNames.length; part += 1) {
      if (part === occupation || part === skills) continue;
      let value = 1;
      if (part === education) value = educationReach(level, this.query.educationLevel ?? 0);
      if (part === experience) value = experienceReach(counted, this.query.experienceYears);
      most += pointsOf(shareOf(known, part), value);
    }
    return most;
  }
}
