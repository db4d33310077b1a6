import type { VacancyFacts } from '../facts.ts';
import { FactsOnPeople } from '../facts/facts-on-people.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { EscoKnowledge } from '../scoring/part.ts';
import type { EngineCandidate } from './engine-candidate.ts';
import { type EngineQuery, engineQuery } from './search/engine-query.ts';
import { Indexed } from './search/indexed.ts';
import { OccupationReaches } from './search/occupation-reach.ts';
import { ListedPeople, PackedPeople } from './snapshot/people.ts';
import { type Basis, type SharedState, shareState } from './shared-state.ts';
import { bystanders, type Group, shortlist } from './shortlist.ts';
import { type Favoured, type Standing, standingsOf } from './standings.ts';
import { SnapshotBuilder } from './snapshot/snapshot-builder.ts';
import { compareIds, idOf, rowsOf } from './snapshot/snapshot.ts';
import { Vocabulary } from './snapshot/vocabulary.ts';

/** Everybody who changed since the snapshot. */
export interface StateChanges {
  /** Another number, other changes. */
  version: number;
  ids: readonly string[];
  /** Those of them who may be matched. */
  people: readonly EngineCandidate[];
}

/** How many of each group are looked for. */
export interface Look {
  limit: number;
  /** Whose nationals without preference may be matched, in a fixed order; null for all. */
  countries: readonly string[] | null;
  favoured: Favoured;
}

/** Whom to consider for a vacancy. */
export interface Proposals {
  /** The best of those who pass the gates of the engine, with preference and without. */
  ready: KnownPerson[];
  /** People of the occupation whom a gate keeps out, while there are few others: to be told so. */
  others: KnownPerson[];
  /** The groups of whom more may pass those gates than were looked for. */
  cut: Group[];
}

/** A row of one of the snapshots, with its score in thousandths. */
interface Found {
  part: Indexed;
  row: number;
  total: number;
}

/** A snapshot with the people who changed since: those are taken out of it and kept beside it. */
export class EngineState {
  private readonly reaches: OccupationReaches;
  private readonly changed = new Map<string, EngineCandidate | null>();
  private beside: Indexed | null = null;
  /** All that was followed, to be followed elsewhere. */
  followed: StateChanges = { version: 0, ids: [], people: [] };
  private readonly base: Indexed;
  /** What rules and scores read of the people it knows. */
  readonly facts = new FactsOnPeople();
  seen: string;

  constructor(
    /** What it was made from. */
    readonly shared: SharedState,
    readonly esco: EscoKnowledge,
  ) {
    const { snapshot, words, people, basis } = shared;
    this.base = new Indexed(snapshot, new Vocabulary(words), new PackedPeople(people));
    this.seen = basis.seen;
    this.reaches = new OccupationReaches(this.base.vocabulary, esco);
  }

  static async from(
    people: AsyncIterable<EngineCandidate>,
    { esco, ...basis }: Basis & { esco: EscoKnowledge },
  ): Promise<EngineState> {
    return new EngineState(await shareState(people, basis), esco);
  }

  get size(): number {
    return this.base.snapshot.size;
  }

  /** The date as of which it has people, `yyyy-mm-dd`. */
  get on(): string {
    return this.shared.basis.on;
  }

  /** Every country that anybody has to do with, ISO 3166-1 alpha-2. */
  get countries(): readonly string[] {
    return this.base.vocabulary.countries.list();
  }

  /** How many people have changed since the snapshot. */
  get changes(): number {
    return this.changed.size;
  }

  /** `2026-11-24 9120 +12`: the date, the transaction, the number of changes. */
  get name(): string {
    return `${this.on} ${this.shared.basis.seen} +${this.changes}`;
  }

  isOf(on: string, reference: string): boolean {
    return this.on === on && this.shared.basis.reference === reference;
  }

  /** Of `ids`, those in `people` are now as they are there; the others are gone. */
  follow(people: readonly EngineCandidate[], ids: readonly string[]): void {
    const present = new Map(people.map((person) => [person.id, person]));
    for (const id of ids) {
      if (!this.changed.has(id)) {
        for (const row of rowsOf(this.base.snapshot, id)) this.base.gates.remove(row);
      }
      this.changed.set(id, present.get(id) ?? null);
    }
    const builder = new SnapshotBuilder(this.base.vocabulary, this.on);
    const beside = [...this.changed.values()].filter((person) => person !== null);
    for (const person of beside) builder.add(person);
    const listed = new ListedPeople(beside);
    this.beside = new Indexed(builder.build(), this.base.vocabulary, listed);
    const version = this.followed.version + 1;
    this.followed = { version, ids: [...this.changed.keys()], people: beside };
  }

  propose(vacancy: VacancyFacts, { limit, countries, favoured }: Look): Proposals {
    const query = this.query(vacancy, countries);
    const groups = (['domestic', 'third-country'] as const).map((group) => {
      const standings = standingsOf(group, vacancy.state, favoured);
      const ready = this.firstFor(query, group, limit, standings);
      const others = this.nearby(query, group, limit - ready.length);
      return { group, ready, others };
    });
    return {
      ready: groups.flatMap(({ ready }) => ready),
      others: groups.flatMap(({ others }) => others),
      cut: groups.filter(({ ready }) => ready.length === limit).map(({ group }) => group),
    };
  }

  /** The ids of the best people of a group who pass the gates of the engine, best first. */
  best(vacancy: VacancyFacts, group: Group, limit: number): string[] {
    const found = this.bestFor(this.query(vacancy, null), group, limit);
    return found.map(({ part, row }) => idOf(part.snapshot, row));
  }

  /** Somebody by their id; null for whoever may not be matched any more. */
  person(id: string): KnownPerson | null {
    const part = this.changed.has(id) ? this.beside : this.base;
    const [row] = part ? rowsOf(part.snapshot, id) : [];
    return part && row !== undefined ? part.person(row) : null;
  }

  /** Those who stand first, whatever their score; among those who stand alike, the best. */
  private firstFor(
    query: EngineQuery,
    group: Group,
    limit: number,
    standings: readonly Standing[],
  ): KnownPerson[] {
    const found: Found[] = [];
    for (const standing of standings) {
      if (found.length === limit) break;
      found.push(...this.bestFor(query, group, limit - found.length, standing));
    }
    return found.map(({ part, row }) => part.person(row));
  }

  /** The best of both snapshots: each gives its own best, of which the best are the best of all. */
  private bestFor(
    query: EngineQuery,
    group: Group,
    limit: number,
    standing: Standing = () => [],
  ): Found[] {
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

  private nearby(query: EngineQuery, group: Group, limit: number): KnownPerson[] {
    if (limit <= 0) return [];
    return this.parts()
      .flatMap((part) => bystanders(part, query, group, limit).map((row) => ({ part, row })))
      .slice(0, limit)
      .map(({ part, row }) => part.person(row));
  }

  private parts(): Indexed[] {
    return this.beside ? [this.base, this.beside] : [this.base];
  }

  private query(vacancy: VacancyFacts, countries: readonly string[] | null): EngineQuery {
    const { esco, on } = this;
    const { vocabulary } = this.base;
    const reach = this.reaches.of(vacancy);
    return engineQuery(vacancy, { vocabulary, reach, esco, on, countries });
  }
}

function byScoreThenId(a: Found, b: Found): number {
  return b.total - a.total || compareIds(a.part.snapshot.ids, a.row, b.part.snapshot.ids, b.row);
}
