import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { copiedJson } from '../../platform/database/copying/copied-json.ts';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { runInThread, threadFile } from '../../platform/threads/run-in-thread.ts';
import { OccupationCatalogue } from '../../reference/occupation-catalogue.service.ts';
import { copyEverybody, hasMoreThan, readChanges } from './engine-candidates.queries.ts';
import type { EngineCandidate } from './engine-candidate.ts';
import { EngineState } from './engine-state.ts';
import { type Basis, type SharedState, shareState } from './shared-state.ts';

/** Up to this number, candidates are encoded here faster than a thread would start. */
const MAX_CANDIDATES_WITHOUT_THREAD = 20_000;
/** Heap for the words that a million candidates use. The candidates lie outside any heap. */
const HEAP_MEGABYTES = 2_048;

/**
 * Reads all candidates from the database. For a million candidates, encoding them takes minutes.
 * Many candidates are therefore encoded in a thread, so that this one keeps answering requests.
 */
@Injectable()
export class EngineLoader {
  private readonly log = new Logger('Engine');

  constructor(
    private readonly database: Database,
    private readonly catalogue: OccupationCatalogue,
    private readonly config: Config,
  ) {}

  /** Loads a new state. `on`: the date as of which candidates are encoded, `yyyy-mm-dd`. */
  async load(on: string): Promise<EngineState> {
    const startedAt = performance.now();
    const state = await this.database.as(SYSTEM, async (sql) => {
      const reference = await this.catalogue.version();
      const esco = await this.catalogue.graph();
      const { seen } = await readChanges(sql, null);
      const needsThread =
        this.config.matchingThreads > 0 && (await hasMoreThan(sql, MAX_CANDIDATES_WITHOUT_THREAD));
      const build = needsThread ? this.buildInThread.bind(this) : buildHere;
      return new EngineState(await build(copyEverybody(sql), { on, reference, seen }), esco);
    });
    const took = ((performance.now() - startedAt) / 1000).toFixed(1);
    this.log.log(`Loaded ${state.size} candidates into memory as of ${on}, in ${took} s`);
    return state;
  }

  private async buildInThread(
    input: AsyncIterable<Uint8Array>,
    basis: Basis,
  ): Promise<SharedState> {
    const file = threadFile('./loading.thread', import.meta.url);
    const { threadArguments: nodeArguments } = this.config;
    const options = { data: basis, input, nodeArguments, heapMegabytes: HEAP_MEGABYTES };
    for await (const state of runInThread<SharedState, null, never, never>(file, options))
      return state;
    throw new Error('The thread gave no state.');
  }
}

function buildHere(input: AsyncIterable<Uint8Array>, basis: Basis): Promise<SharedState> {
  return shareState(copiedJson<EngineCandidate>(input), basis);
}
