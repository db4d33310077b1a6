import { GateBits } from './gate-bits.ts';
import type { EngineQuery } from './engine-query.ts';
import { PassingRows } from './passing-rows.ts';
import type { People } from '../snapshot/people.ts';
import { PromisingRows } from './promising-rows.ts';
import { ReachTables } from './reach-tables.ts';
import { BoundTable, RowBounds } from './row-bounds.ts';
import { RowScorer } from './row-scorer.ts';
import { SkillBounds } from './skill-bounds.ts';
import { SkillMarks } from './skill-marks.ts';
import type { KnownPerson } from '../../facts/known-person.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Vocabulary } from '../snapshot/vocabulary.ts';

/** A snapshot with the indexes and buffers made for it. */
export class IndexedSnapshot {
  readonly gates: GateBits;
  private readonly tables = new ReachTables();
  private readonly marks = new SkillMarks();
  private readonly skillBounds = new SkillBounds();
  private readonly bounds = { same: new BoundTable(), other: new BoundTable() };
  /** Holds one block at a time. */
  readonly passing: PassingRows;
  /** Holds one level at a time. */
  readonly promising = new PromisingRows();

  constructor(
    readonly snapshot: Snapshot,
    readonly vocabulary: Vocabulary,
    private readonly people: People,
  ) {
    this.gates = new GateBits(snapshot, vocabulary);
    this.passing = new PassingRows(snapshot, this.gates.live);
  }

  /** Returns the candidate of a row. */
  person(row: number): KnownPerson {
    return this.people.person(this.snapshot.people[row] ?? -1);
  }

  /** Prepares the scorer and bounds for one vacancy. They are valid only until the next call. */
  reader(query: EngineQuery): { scorer: RowScorer; bounds: RowBounds } {
    const tables = this.tables.prepare(query.reach, this.vocabulary);
    const marks = this.marks.prepare(query.skills, this.vocabulary.skills.size);
    const skillBounds = this.skillBounds.prepare(query.skills);
    const partsByProfile = this.gates.partsByProfile(query.state);
    const { sketches } = this.snapshot;
    this.bounds.same.wipe();
    this.bounds.other.wipe();
    return {
      scorer: new RowScorer(this.snapshot, query, partsByProfile, tables, marks),
      bounds: new RowBounds({ sketches, query, partsByProfile }, tables, skillBounds, this.bounds),
    };
  }
}
