import type { VacancyFacts } from '../facts.ts';
import { FactsOnPeople } from '../facts/facts-on-people.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { EscoKnowledge } from '../scoring/part.ts';
import type { EngineCandidate } from './engine-candidate.ts';
import { type EngineQuery, engineQuery } from './search/engine-query.ts';
import { IndexedSnapshot } from './search/indexed-snapshot.ts';
import { OccupationReaches } from './search/occupation-reach.ts';
import { ListedPeople, PackedPeople } from './snapshot/people.ts';
import { type Basis, type SharedState, shareState } from './shared-state.ts';
import { rowsKeptOut, type Group, shortlist } from './shortlist.ts';
import { type Favoured, type Standing, standingsOf } from './standings.ts';
import { SnapshotBuilder } from './snapshot/snapshot-builder.ts';
import { compareIds, idOf, rowsOf } from './snapshot/snapshot.ts';
import { Vocabulary } from './snapshot/vocabulary.ts';

/** All candidates who changed since the snapshot. */
export interface StateChanges {
  /** Grows with every change that is followed. */
  version: number;
  ids: readonly string[];
  /** The changed candidates who may still be matched. */
  people: readonly EngineCandidate[];
}

/** What to look for: how many candidates of each group, and from which countries. */
export interface ProposalRequest {
  limit: number;
  /** Countries whose nationals may be matched without preference, in fixed order; null for all. */
  countries: readonly string[] | null;
  favoured: Favoured;
}

/** The candidates to consider for a vacancy. */
export interface Proposals {
  /** The best candidates who pass the gates of the engine, with preference and without. */
  ready: KnownPerson[];
  /** Candidates of the occupation whom a gate keeps out, if too few pass; they are told why. */
  others: KnownPerson[];
  /** The groups of which more candidates may pass those gates than were looked for. */
  truncatedGroups: Group[];
}

/** A row of one of the snapshots, with its score in thousandths. */
interface ScoredRow {
  part: IndexedSnapshot;
  row: number;
  total: number;
}

/** A snapshot, with the candidates who changed since kept beside it instead of in it. */
export class EngineState {
  private readonly reaches: OccupationReaches;
  private readonly changed = new Map<string, EngineCandidate | null>();
  private changedPart: IndexedSnapshot | null = null;
  /** All changes followed so far, for other threads to follow. */
  followed: StateChanges = { version: 0, ids: [], people: [] };
  private readonly base: IndexedSnapshot;
  /** What rules and scores read of the candidates in this state. */
  readonly facts = new FactsOnPeople();
  seen: string;

  constructor(
    /** The snapshot and what it was made from. */
    readonly shared: SharedState,
    readonly esco: EscoKnowledge,
  ) {
    const { snapshot, words, people, basis } = shared;
    this.base = new IndexedSnapshot(snapshot, new Vocabulary(words), new PackedPeople(people));
    this.seen = basis.seen;
    this.reaches = new OccupationReaches(this.base.vocabulary, esco);
  }

  /** Makes a state from candidates, as of the date in `basis`. */
  static async from(
    people: AsyncIterable<EngineCandidate>,
    { esco, ...basis }: Basis & { esco: EscoKnowledge },
  ): Promise<EngineState> {
    return new EngineState(await shareState(people, basis), esco);
  }

  get size(): number {
    return this.base.snapshot.size;
  }

  /** The date as of which candidates are encoded, `yyyy-mm-dd`. */
  get on(): string {
    return this.shared.basis.on;
  }

  /** Every country that occurs in any candidate's data, ISO 3166-1 alpha-2. */
  get countries(): readonly string[] {
    return this.base.vocabulary.countries.list();
  }

  /** How many candidates have changed since the snapshot. */
  get changes(): number {
    return this.changed.size;
  }

  /** The name of the state, `2026-11-24 9120 +12`: date, transaction, number of changes. */
  get name(): string {
    return `${this.on} ${this.shared.basis.seen} +${this.changes}`;
  }

  isOf(on: string, reference: string): boolean {
    return this.on === on && this.shared.basis.reference === reference;
  }

  /**
   * Applies changes of the candidates `ids`. Those found in `people` take that form; the rest are
   * gone.
   */
  follow(people: readonly EngineCandidate[], ids: readonly string[]): void {
    const present = new Map(people.map((person) => [person.id, person]));
    for (const id of ids) {
      if (!this.changed.has(id)) {
        for (const row of rowsOf(this.base.snapshot, id)) this.base.gates.remove(row);
      }
      this.changed.set(id, present.get(id) ?? null);
    }
    const builder = new SnapshotBuilder(this.base.vocabulary, this.on);
    const changedPeople = [...this.changed.values()].filter((person) => person !== null);
    for (const person of changedPeople) builder.add(person);
    const listed = new ListedPeople(changedPeople);
    this.changedPart = new IndexedSnapshot(builder.build(), this.base.vocabulary, listed);
    const version = this.followed.version + 1;
    this.followed = { version, ids: [...this.changed.keys()], people: changedPeople };
  }

  /** Returns the candidates to consider for a vacancy, at most `limit` of each group. */
  propose(vacancy: VacancyFacts, { limit, countries, favoured }: ProposalRequest): Proposals {
    const query = this.query(vacancy, countries);
    const groups = (['domestic', 'third-country'] as const).map((group) => {
      const standings = standingsOf(group, vacancy.state, favoured);
      const ready = this.firstFor(query, group, limit, standings);
      const others = this.peopleKeptOut(query, group, limit - ready.length);
      return { group, ready, others };
    });
    return {
      ready: groups.flatMap(({ ready }) => ready),
      others: groups.flatMap(({ others }) => others),
      truncatedGroups: groups
        .filter(({ ready }) => ready.length === limit)
        .map(({ group }) => group),
    };
  }

  /** Returns the ids of the best candidates of a group who pass the engine's gates, best first. */
  best(vacancy: VacancyFacts, group: Group, limit: number): string[] {
    const found = this.bestFor(this.query(vacancy, null), group, limit);
    return found.map(({ part, row }) => idOf(part.snapshot, row));
  }

  /** Returns a candidate by id, or null if the candidate may no longer be matched. */
  person(id: string): KnownPerson | null {
    const part = this.changed.has(id) ? this.changedPart : this.base;
    const [row] = part ? rowsOf(part.snapshot, id) : [];
    return part && row !== undefined ? part.person(row) : null;
  }

  /**
   * Returns candidates standing by standing, whatever their scores. Within a standing, the best
   * come first.
   */
  private firstFor(
    query: EngineQuery,
    group: Group,
    limit: number,
    standings: readonly Standing[],
  ): KnownPerson[] {
    const found: ScoredRow[] = [];
    for (const standing of standings) {
      if (found.length === limit) break;
      found.push(...this.bestFor(query, group, limit - found.length, standing));
    }
    return found.map(({ part, row }) => part.person(row));
  }

  /** Returns the best rows of both snapshots, from the best rows of each. */
  private bestFor(
    query: EngineQuery,
    group: Group,
    limit: number,
    standing: Standing = () => [],
  ): ScoredRow[] {
    const byPart = this.parts().map((part) =>
      shortlist(part, query, group, limit, standing(part.gates)).map((found) => ({
        part,
        ...found,
      })),
    );
    const [only = [], ...more] = byPart;
    if (more.every((found) => found.length === 0)) return only;
    return byPart.flat().toSorted(byScoreThenId).slice(0, limit);
  }

  private peopleKeptOut(query: EngineQuery, group: Group, limit: number): KnownPerson[] {
    if (limit <= 0) return [];
    return this.parts()
      .flatMap((part) => rowsKeptOut(part, query, group, limit).map((row) => ({ part, row })))
      .slice(0, limit)
      .map(({ part, row }) => part.person(row));
  }

  private parts(): IndexedSnapshot[] {
    return this.changedPart ? [this.base, this.changedPart] : [this.base];
  }

  private query(vacancy: VacancyFacts, countries: readonly string[] | null): EngineQuery {
    const { esco, on } = this;
    const { vocabulary } = this.base;
    const reach = this.reaches.of(vacancy);
    return engineQuery(vacancy, { vocabulary, reach, esco, on, countries });
  }
}

function byScoreThenId(a: ScoredRow, b: ScoredRow): number {
  return b.total - a.total || compareIds(a.part.snapshot.ids, a.row, b.part.snapshot.ids, b.row);
}
