import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { ByRelease } from './esco/by-release.ts';
import { type Occupation, OccupationGraph, type SkillSet } from './occupation-graph.ts';
import { readGraph } from './occupations.queries.ts';

/**
 * The occupations of ESCO, when it has been imported, and of ISCO-08 otherwise. To be asked within a
 * request or a job. Whoever asks often takes the `graph` once, which answers without the database.
 */
@Injectable()
export class OccupationCatalogue {
  private readonly graphs: ByRelease<OccupationGraph>;

  constructor(database: Database) {
    const make = async (...of: Parameters<typeof readGraph>): Promise<OccupationGraph> =>
      new OccupationGraph(await readGraph(...of));
    this.graphs = new ByRelease(database, OccupationGraph.empty, make);
  }

  /** Whether ESCO has been imported. */
  async loaded(): Promise<boolean> {
    return (await this.graphs.release()) !== null;
  }

  /** What matches are made with and must be noted beside them: `esco 1.1.1 en fr`, or `isco-08 only`. */
  async version(): Promise<string> {
    const release = await this.graphs.release();
    if (release === null) return 'isco-08 only';
    return `esco ${release.version} ${release.languages.join(' ')}`;
  }

  /** The hierarchy and the skills of the release that is loaded now; empty without ESCO. */
  async graph(): Promise<OccupationGraph> {
    return this.graphs.get();
  }

  /** Null for what is no ESCO occupation of this release, and always without ESCO. */
  async findByUri(uri: string): Promise<Occupation | null> {
    return (await this.graph()).findByUri(uri);
  }

  /** URIs of the essential and optional skills; none for an unknown occupation. */
  async skillsOf(occupationUri: string): Promise<SkillSet> {
    return (await this.graph()).skillsOf(occupationUri);
  }
}
