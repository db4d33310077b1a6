import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { foldWords } from './fold-words.ts';
import { iscoTitle } from './isco/isco.ts';
import { findOccupationByWords, WORDS_CONFIDENCE } from './isco/occupation-words.ts';
import { type Occupation, OccupationGraph, type SkillSet } from './occupation-graph.ts';
import {
  type LabelledOccupation,
  readGraph,
  readRelease,
  type Release,
  searchOccupations,
} from './occupations.queries.ts';

/** An occupation that a title in words was read as. */
export interface FoundOccupation {
  /** The ESCO concept; null when only the ISCO group can be told. */
  uri: string | null;
  isco: string;
  label: string;
  /** 0 to 1. */
  confidence: number;
}

/** What is remembered of one release. */
interface Remembered {
  release: Release | null;
  graph: OccupationGraph;
}

/** For this many milliseconds nobody asks the database again whether the release is still the same. */
const TRUSTED = 250;

/** No job title is longer; what is longer is no title. */
const LONGEST_TITLE = 200;

/** How many occupations are looked at or shown. */
const SHOWN = 20;

const nothing: Remembered = {
  release: null,
  graph: OccupationGraph.empty,
};

/**
 * The occupations of ESCO, when it has been imported, and of ISCO-08 otherwise. To be asked within a
 * request or a job. Whoever asks often takes the `graph` once, which answers without the database.
 */
@Injectable()
export class OccupationCatalogue {
  private remembered = nothing;
  private checkedAt = Number.NEGATIVE_INFINITY;
  /** Callers that come while it is looked up wait for the one answer. */
  private checking: Promise<Remembered> | null = null;

  constructor(private readonly database: Database) {}

  /** Whether ESCO has been imported. */
  async loaded(): Promise<boolean> {
    return (await this.current()).release !== null;
  }

  /** What matches are made with and must be noted beside them: `esco 1.1.1 en fr`, or `isco-08 only`. */
  async version(): Promise<string> {
    const { release } = await this.current();
    if (release === null) return 'isco-08 only';
    return `esco ${release.version} ${release.languages.join(' ')}`;
  }

  /** The hierarchy and the skills of the release that is loaded now; empty without ESCO. */
  async graph(): Promise<OccupationGraph> {
    return (await this.current()).graph;
  }

  /** Null for what is no ESCO occupation of this release, and always without ESCO. */
  async findByUri(uri: string): Promise<Occupation | null> {
    return (await this.graph()).findByUri(uri);
  }

  /** URIs of the essential and optional skills; none for an unknown occupation. */
  async skillsOf(occupationUri: string): Promise<SkillSet> {
    return (await this.graph()).skillsOf(occupationUri);
  }

  /**
   * The occupation that a job title names, in `language` (ISO 639-1) or in any that is loaded. Where
   * several occupations of one ISCO group fit equally, only the group; where their groups differ,
   * null: it never guesses. Without ESCO the titles of ISCO and everyday ones decide.
   */
  async findByWords(
    title: string,
    language: string | null = null,
  ): Promise<FoundOccupation | null> {
    const plain = inGroup(findOccupationByWords(title));
    const found = await this.search(title, language);
    const best = found[0]?.confidence ?? 0;
    if (best < WORDS_CONFIDENCE) return plain;
    const equal = found.filter(({ confidence }) => confidence === best);
    const read = agreed(equal);
    // Words of one language are others in another (infirmier): what we know ourselves decides.
    const unsure = read === null || language === null;
    return unsure && plain?.confidence === 1 && plain.isco !== read?.isco ? plain : read;
  }

  /** Occupations to choose from while typing, the likeliest first; at most 20. */
  async suggest(title: string, language: string | null = null): Promise<FoundOccupation[]> {
    const found = await this.search(title, language);
    const group = inGroup(findOccupationByWords(title));
    const each = found.filter(({ uri }, at) => found.findIndex((one) => one.uri === uri) === at);
    return each.length > 0 || group === null ? each : [group];
  }

  private async search(title: string, language: string | null): Promise<LabelledOccupation[]> {
    const words = foldWords(title.slice(0, LONGEST_TITLE));
    if (words === '' || !(await this.loaded())) return [];
    return this.database.transaction((sql) => searchOccupations(sql, words, language, SHOWN));
  }

  private async current(): Promise<Remembered> {
    if (performance.now() - this.checkedAt < TRUSTED) return this.remembered;
    this.checking ??= this.check().finally(() => (this.checking = null));
    return this.checking;
  }

  private async check(): Promise<Remembered> {
    this.remembered = await this.refreshed(this.remembered);
    this.checkedAt = performance.now();
    return this.remembered;
  }

  /** `known` while it is the release in the database, else that one. */
  private async refreshed(known: Remembered): Promise<Remembered> {
    return this.database.transaction(async (sql) => {
      const release = await readRelease(sql);
      if (release === null) return nothing;
      if (release.revision === known.release?.revision) return known;
      const read = { release, graph: new OccupationGraph(await readGraph(sql)) };
      // An import may have ended between the statements.
      const after = await readRelease(sql);
      return after?.revision === release.revision ? read : this.refreshed(known);
    });
  }
}

/** The one occupation that all are, else the one group that all are in, else null. */
function agreed([first, ...others]: readonly LabelledOccupation[]): FoundOccupation | null {
  if (first === undefined || others.some(({ isco }) => isco !== first.isco)) return null;
  if (others.every(({ uri }) => uri === first.uri)) return first;
  return inGroup(first);
}

function inGroup(found: { isco: string; confidence: number } | null): FoundOccupation | null {
  if (found === null) return null;
  const { isco, confidence } = found;
  return { uri: null, isco, label: iscoTitle(isco) ?? isco, confidence };
}
