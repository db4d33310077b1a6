import {
  type EnqueuedTaskPromise,
  type Index,
  Meilisearch,
  type MultiSearchResult,
  type SearchParams,
} from 'meilisearch';
import { indexSettings } from './index-settings.ts';
import type { MeilisearchDocument } from './meilisearch-document.ts';

/** A request that takes longer is answered by PostgreSQL instead. */
const REQUEST_TIMEOUT_MS = 3_000;
const TASK_TIMEOUT_MS = 10_000;
/** How long the server may digest a whole rebuild. */
export const REBUILD_MS = 600_000;

export interface MeilisearchConnection {
  url: string;
  key: string | null;
  /** The uid of the index; a rebuild writes to `<name>-next` until it is complete. */
  index: string;
}

/** The index that answers and, while a rebuild is under way, the one that will. */
export class MeilisearchIndexes {
  private readonly client: Meilisearch;
  private readonly next: string;

  constructor(private readonly connection: MeilisearchConnection) {
    const { url, key, index } = connection;
    this.next = `${index}-next`;
    this.client = new Meilisearch({
      host: url,
      ...(key !== null && { apiKey: key }),
      timeout: REQUEST_TIMEOUT_MS,
      defaultWaitOptions: { timeout: TASK_TIMEOUT_MS, interval: 20 },
    });
  }

  get current(): Index<MeilisearchDocument> {
    return this.client.index(this.connection.index);
  }

  /** Whether a rebuild ever completed on this server. */
  async exists(): Promise<boolean> {
    return (await this.written()).some(({ uid }) => uid === this.connection.index);
  }

  /** Several searches in one request, answered in their order. */
  async searchEach(
    queries: readonly SearchParams[],
  ): Promise<MultiSearchResult<MeilisearchDocument>[]> {
    const indexUid = this.connection.index;
    const asked = { queries: queries.map((query) => ({ ...query, indexUid })) };
    const { results } = await this.client.multiSearch<typeof asked, MeilisearchDocument>(asked);
    return results;
  }

  /**
   * Where a change has to go. The next index comes first: a swap between the two then still leaves
   * the change in the one that answers. An index that does not exist is not written, since the
   * server would make it there and then, without its settings and with that one change alone.
   */
  async written(): Promise<Index<MeilisearchDocument>[]> {
    const { results } = await this.client.getIndexes({ limit: 1_000 });
    const uids = new Set(results.map(({ uid }) => uid));
    return [this.next, this.connection.index]
      .filter((uid) => uids.has(uid))
      .map((uid) => this.client.index(uid));
  }

  /** An empty next index with its settings, in place of what a killed rebuild left. */
  async begin(): Promise<Index<MeilisearchDocument>> {
    await this.client.deleteIndexIfExists(this.next);
    await succeeded(this.client.createIndex(this.next, { primaryKey: 'id' }));
    const next = this.client.index<MeilisearchDocument>(this.next);
    await succeeded(next.updateSettings(indexSettings));
    return next;
  }

  /** Lets the next index answer from now on, in one step, and forgets the old one. */
  async swap(): Promise<void> {
    const { index } = this.connection;
    const rename = !(await this.exists());
    await succeeded(this.client.swapIndexes([{ indexes: [this.next, index], rename }]), REBUILD_MS);
    await this.forgetNext();
  }

  /** Takes everything of ours off the server. */
  async forget(): Promise<void> {
    await this.client.deleteIndexIfExists(this.connection.index);
    await this.forgetNext();
  }

  async forgetNext(): Promise<void> {
    await this.client.deleteIndexIfExists(this.next);
  }
}

/**
 * Waits until the server has done what it accepted: it answers before, and may still fail.
 * @throws Error with the server's reason
 */
export async function succeeded(
  enqueued: EnqueuedTaskPromise,
  timeout = TASK_TIMEOUT_MS,
): Promise<void> {
  const { status, error } = await enqueued.waitTask({ timeout, interval: 20 });
  if (status !== 'succeeded') {
    throw new Error(`Meilisearch gave up a task: ${error?.message ?? status}`);
  }
}
