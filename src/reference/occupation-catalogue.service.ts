import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { ByRelease } from './esco/by-release.ts';
import { type Occupation, OccupationGraph, type SkillSet } from './occupation-graph.ts';
import { readGraph } from './occupations.queries.ts';

/**
 * The occupations of ESCO. Without an import of ESCO there are none, and only the groups of ISCO-08
 * are known. Call it within a request or a job. Frequent callers take the `graph` once, which
 * answers without the database.
 */
@Injectable()
export class OccupationCatalogue {
  private readonly graphs: ByRelease<OccupationGraph>;

  constructor(database: Database) {
    const make = async (...of: Parameters<typeof readGraph>): Promise<OccupationGraph> =>
      new OccupationGraph(await readGraph(...of));
    this.graphs = new ByRelease(database, OccupationGraph.empty, make);
  }

  /** Returns whether ESCO has been imported. */
  async loaded(): Promise<boolean> {
    return (await this.graphs.release()) !== null;
  }

  /** Returns the version to record with each match: `esco 1.1.1 en fr`, or `isco-08 only`. */
  async version(): Promise<string> {
    const release = await this.graphs.release();
    if (release === null) return 'isco-08 only';
    return `esco ${release.version} ${release.languages.join(' ')}`;
  }

  /** Returns the hierarchy and skills of the release now loaded; empty without ESCO. */
  async graph(): Promise<OccupationGraph> {
    return this.graphs.get();
  }

  /**
   * Returns the occupation with this URI; null if this release has no such occupation, and always
   * without ESCO.
   */
  async findByUri(uri: string): Promise<Occupation | null> {
    return (await this.graph()).findByUri(uri);
  }

  /** Returns the URIs of the essential and optional skills; none for an unknown occupation. */
  async skillsOf(occupationUri: string): Promise<SkillSet> {
    return (await this.graph()).skillsOf(occupationUri);
  }
}
