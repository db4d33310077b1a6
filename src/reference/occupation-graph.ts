import { countsOf, groupsOf } from '../platform/lists/groups-of.ts';
import { cacheByText } from '../platform/memory/cache-by-text.ts';

/** How one occupation relates to another; see `OccupationGraph.relationBetween`. */
export type OccupationRelation = 'same' | 'broader' | 'narrower' | 'sibling';

export interface Occupation {
  /** The URI of the ESCO concept. */
  uri: string;
  /** The ISCO-08 group that it belongs to, usually a unit group. */
  isco: string;
  /**
   * ESCO's own code: that of the group with further parts, such as `2654.1.7`. Null before ESCO
   * 1.0.9.
   */
  code: string | null;
  /** NACE codes of the sectors that have it (ESCO 1.2 and later). */
  nace: readonly string[];
}

/** The skills of an occupation, as URIs. */
export interface SkillSet {
  essential: readonly string[];
  optional: readonly string[];
}

const noSkills: SkillSet = { essential: [], optional: [] };

/** The rows that a graph is made of. Concepts are given by their numbers in the database. */
export interface GraphRows {
  occupations: readonly (Occupation & { id: number })[];
  /** The URIs of skills, by number. */
  skillUris: ReadonlyMap<number, string>;
  /** The concept directly above each occupation: another occupation or an ISCO group. */
  parents: readonly { fromId: number; toId: number }[];
  skills: readonly { fromId: number; toId: number; kind: 'essential' | 'optional' }[];
  /** The skills directly above each skill, without the skill groups. */
  broaderSkills: readonly { fromId: number; toId: number }[];
}

/** Returns a URI as ESCO writes it: with http, in lower case. */
const asWritten = cacheByText((uri: string): string => {
  if (uri.startsWith('http:') && !/[A-Z\s]/.test(uri)) return uri;
  return uri
    .trim()
    .replace(/^https:/i, 'http:')
    .toLowerCase();
});

/**
 * The occupations of one ESCO release in memory, with their hierarchy and skills. Answers at once
 * and without I/O, so that pure code may call it a million times.
 */
export class OccupationGraph {
  /** The graph without ESCO, which is empty. */
  static readonly empty = new OccupationGraph({
    occupations: [],
    skillUris: new Map(),
    parents: [],
    skills: [],
    broaderSkills: [],
  });

  private readonly byUri: ReadonlyMap<string, Occupation & { id: number }>;
  private readonly parents: ReadonlyMap<number, number>;
  private readonly children: ReadonlyMap<number, GraphRows['parents']>;
  private readonly skills = new Map<number, { essential: string[]; optional: string[] }>();
  /** The numbers of essential skills, by number of the occupation. */
  private readonly essentials = new Map<number, Set<number>>();
  /**
   * The relations of each essential skill to the occupations that need it, by number of the skill.
   */
  private readonly doneWith: ReadonlyMap<number, GraphRows['skills']>;
  private readonly rarity: ReadonlyMap<string, number>;
  private readonly near = new Map<string, string[]>();

  /** `rows` can be given to a thread, to make the same graph there. */
  constructor(readonly rows: GraphRows) {
    this.byUri = new Map(rows.occupations.map((one) => [asWritten(one.uri), one]));
    this.parents = new Map(rows.parents.map(({ fromId, toId }) => [fromId, toId]));
    this.children = groupsOf(rows.parents, ({ toId }) => toId);
    for (const { fromId, toId, kind } of rows.skills) {
      const uri = rows.skillUris.get(toId);
      if (uri !== undefined) this.skillsById(fromId)[kind].push(uri);
      if (kind === 'essential') this.essentialsById(fromId).add(toId);
    }
    const essential = rows.skills.filter(({ kind }) => kind === 'essential');
    this.doneWith = groupsOf(essential, ({ toId }) => toId);
    this.rarity = raritiesOf(rows);
    for (const { fromId, toId } of rows.broaderSkills) {
      this.relate(rows.skillUris.get(fromId), rows.skillUris.get(toId));
    }
  }

  /**
   * Returns the occupation with this URI, over http or https and in any case; null if ESCO has no
   * such occupation.
   */
  findByUri(uri: string): Occupation | null {
    return this.find(uri) ?? null;
  }

  /**
   * Returns what `b` is to `a` in the hierarchy of ESCO occupations. It is `broader` if it lies
   * above, at any distance, and `narrower` if below. It is `sibling` if both lie directly below the
   * same occupation or ISCO group. Null if none of these holds, or if either is unknown.
   */
  relationBetween(a: string, b: string): OccupationRelation | null {
    const one = this.find(a);
    const other = this.find(b);
    if (one === undefined || other === undefined) return null;
    if (one.id === other.id) return 'same';
    if (this.liesAbove(other.id, one.id)) return 'broader';
    if (this.liesAbove(one.id, other.id)) return 'narrower';
    const parent = this.parents.get(one.id);
    return parent !== undefined && parent === this.parents.get(other.id) ? 'sibling' : null;
  }

  /** Returns the skills of an occupation; none for an unknown one. */
  skillsOf(uri: string): SkillSet {
    const occupation = this.find(uri);
    return (occupation && this.skills.get(occupation.id)) ?? noSkills;
  }

  /** Returns the URIs of the skills that ESCO considers essential for the occupation. */
  essentialSkills(uri: string): readonly string[] {
    return this.skillsOf(uri).essential;
  }

  /**
   * Returns the share of the essential skills of `asked` that are essential for `own` too, 0 to 1.
   * Returns 0 if either is unknown or has none.
   */
  overlapBetween(asked: string, own: string): number {
    const wanted = this.essentialsOf(asked);
    const had = this.essentialsOf(own);
    if (!wanted || !had) return 0;
    let shared = 0;
    for (const skill of wanted) shared += had.has(skill) ? 1 : 0;
    return shared / wanted.size;
  }

  /**
   * Returns those occupations of `among` that relate to `asked` in any way or share an essential
   * skill with it, including `asked` itself. A caller that compares it with all others may skip the
   * rest.
   */
  kindred(asked: string, among: readonly string[]): string[] {
    const occupation = this.find(asked);
    if (!occupation) return [];
    const kin = this.kinOf(occupation.id);
    return among.filter((uri) => kin.has(this.find(uri)?.id ?? Number.NaN));
  }

  /**
   * Returns how telling a skill is, in whole hundredths: the logarithm of how few occupations ask
   * for it (inverse document frequency, Spärck Jones 1972). A skill that only one occupation asks
   * for, or that ESCO does not know, has 100.
   */
  rarityOf(skill: string): number {
    return this.rarity.get(asWritten(skill)) ?? 100;
  }

  /** Returns the skills directly above and below in the hierarchy. */
  nearSkills(skill: string): readonly string[] {
    return this.near.get(asWritten(skill)) ?? [];
  }

  private find(uri: string): (Occupation & { id: number }) | undefined {
    if (this.byUri.size === 0) return undefined;
    return this.byUri.get(uri) ?? this.byUri.get(asWritten(uri));
  }

  private essentialsOf(uri: string): ReadonlySet<number> | undefined {
    const occupation = this.find(uri);
    return occupation && this.essentials.get(occupation.id);
  }

  private kinOf(id: number): ReadonlySet<number> {
    const [above, below] = [this.parentsOf.bind(this), this.childrenOf.bind(this)];
    const skills = [...(this.essentials.get(id) ?? [])];
    return new Set([
      id,
      ...reached(id, above),
      ...reached(id, below),
      ...above(id).flatMap(below),
      ...skills.flatMap((skill) => this.doneWith.get(skill) ?? []).map(({ fromId }) => fromId),
    ]);
  }

  private parentsOf(id: number): readonly number[] {
    const parent = this.parents.get(id);
    return parent === undefined ? [] : [parent];
  }

  private childrenOf(id: number): readonly number[] {
    return (this.children.get(id) ?? []).map(({ fromId }) => fromId);
  }

  private essentialsById(id: number): Set<number> {
    const held = this.essentials.get(id) ?? new Set<number>();
    this.essentials.set(id, held);
    return held;
  }

  private relate(lower: string | undefined, upper: string | undefined): void {
    if (lower === undefined || upper === undefined) return;
    for (const [one, other] of [
      [lower, upper],
      [upper, lower],
    ] as const) {
      this.near.set(asWritten(one), [...this.nearSkills(one), other]);
    }
  }

  private liesAbove(upper: number, lower: number): boolean {
    const seen = new Set<number>();
    let at = this.parents.get(lower);
    while (at !== undefined && at !== upper && !seen.has(at)) {
      seen.add(at);
      at = this.parents.get(at);
    }
    return at === upper;
  }

  private skillsById(id: number): { essential: string[]; optional: string[] } {
    const known = this.skills.get(id);
    if (known) return known;
    const none = { essential: [], optional: [] };
    this.skills.set(id, none);
    return none;
  }
}

/** Returns everything that can be reached from `from` in any number of steps, at least one. */
function reached(from: number, next: (at: number) => readonly number[]): ReadonlySet<number> {
  const found = new Set(next(from));
  // Iterating over a set includes the items added meanwhile.
  for (const at of found) for (const one of next(at)) found.add(one);
  return found;
}

/** Returns the rarity of each skill, by URI. Essential and optional uses count alike. */
function raritiesOf({ occupations, skills, skillUris }: GraphRows): Map<string, number> {
  const asking = countsOf(skills.map(({ toId }) => toId));
  const most = Math.log(1 + occupations.length);
  return new Map(
    [...asking].flatMap(([id, count]) => {
      const uri = skillUris.get(id);
      const rarity = Math.round((100 * Math.log(1 + occupations.length / count)) / most);
      return uri === undefined ? [] : [[asWritten(uri), rarity] as const];
    }),
  );
}
