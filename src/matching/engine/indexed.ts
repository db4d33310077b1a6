import { GateBits } from './gate-bits.ts';
import type { EngineQuery } from './engine-query.ts';
import { PassingRows } from './passing-rows.ts';
import type { People } from './people.ts';
import { ReachTables } from './reach-tables.ts';
import { RowScorer } from './row-scorer.ts';
import { SkillMarks } from './skill-marks.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { Snapshot } from './snapshot.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A snapshot with what is made from it. */
export class Indexed {
  readonly gates: GateBits;
  private readonly tables = new ReachTables();
  private readonly marks = new SkillMarks();
  /** For one block at a time. */
  readonly passing: PassingRows;

  constructor(
    readonly snapshot: Snapshot,
    readonly vocabulary: Vocabulary,
    private readonly people: People,
  ) {
    this.gates = new GateBits(snapshot, vocabulary);
    this.passing = new PassingRows(snapshot);
  }

  /** Who stands in a row. */
  person(row: number): KnownPerson {
    return this.people.person(this.snapshot.people[row] ?? -1);
  }

  /** For one vacancy at a time: the next one wipes what this one laid out. */
  scorer(query: EngineQuery): RowScorer {
    const tables = this.tables.lay(query.reach, this.vocabulary);
    const marks = this.marks.lay(query.skills, this.vocabulary.skills.size);
    const opened = this.gates.partsBy(query.state);
    return new RowScorer(this.snapshot, query, opened, tables, marks);
  }
}
