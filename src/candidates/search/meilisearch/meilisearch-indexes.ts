import {
  type EnqueuedTaskPromise,
  type Index,
  Meilisearch,
  type MultiSearchResult,
  type SearchParams,
} from 'meilisearch';
import { indexSettings } from './index-settings.ts';
import type { MeilisearchDocument } from './meilisearch-document.ts';

/** The time in milliseconds after which PostgreSQL answers a request instead. */
const REQUEST_TIMEOUT_MS = 3_000;
const TASK_TIMEOUT_MS = 10_000;
/** The time in milliseconds that the server may take for a step of a rebuild. */
export const REBUILD_MS = 600_000;

export interface MeilisearchConnection {
  url: string;
  key: string | null;
  /** The uid of the index. A rebuild writes to `<name>-next` until it is complete. */
  index: string;
}

/** The index that answers and, during a rebuild, the one that will replace it. */
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

  /** Returns whether a rebuild has ever completed on this server. */
  async exists(): Promise<boolean> {
    return (await this.written()).some(({ uid }) => uid === this.connection.index);
  }

  /** Runs several searches in one request and returns their results in order. */
  async searchEach(
    queries: readonly SearchParams[],
  ): Promise<MultiSearchResult<MeilisearchDocument>[]> {
    const indexUid = this.connection.index;
    const asked = { queries: queries.map((query) => ({ ...query, indexUid })) };
    const { results } = await this.client.multiSearch<typeof asked, MeilisearchDocument>(asked);
    return results;
  }

  /**
   * Returns the indexes that a change must be written to. The next index comes first: if the two
   * are swapped in between, the change still reaches the one that answers. An index that does not
   * exist is left out. The server would create it at once, without its settings and with that one
   * change alone.
   */
  async written(): Promise<Index<MeilisearchDocument>[]> {
    const { results } = await this.client.getIndexes({ limit: 1_000 });
    const uids = new Set(results.map(({ uid }) => uid));
    return [this.next, this.connection.index]
      .filter((uid) => uids.has(uid))
      .map((uid) => this.client.index(uid));
  }

  /** Creates an empty next index with its settings, in place of what a killed rebuild left. */
  async begin(): Promise<Index<MeilisearchDocument>> {
    await this.client.deleteIndexIfExists(this.next);
    await succeeded(this.client.createIndex(this.next, { primaryKey: 'id' }));
    const next = this.client.index<MeilisearchDocument>(this.next);
    await succeeded(next.updateSettings(indexSettings));
    return next;
  }

  /** Makes the next index the one that answers, in one step, and deletes the old one. */
  async swap(): Promise<void> {
    const { index } = this.connection;
    const rename = !(await this.exists());
    await succeeded(this.client.swapIndexes([{ indexes: [this.next, index], rename }]), REBUILD_MS);
    await this.forgetNext();
  }

  /** Deletes everything of ours from the server. */
  async forget(): Promise<void> {
    await this.client.deleteIndexIfExists(this.connection.index);
    await this.forgetNext();
  }

  async forgetNext(): Promise<void> {
    await this.client.deleteIndexIfExists(this.next);
  }
}

/**
 * Waits until the server has done a task: it answers once it has accepted a task, which may still
 * fail.
 * @throws Error with the server's reason
 */
export async function succeeded(
  enqueued: EnqueuedTaskPromise,
  timeout = TASK_TIMEOUT_MS,
): Promise<void> {
  const { status, error } = await enqueued.waitTask({ timeout, interval: 20 });
  if (status !== 'succeeded') {
    throw new Error(`A Meilisearch task failed: ${error?.message ?? status}`);
  }
}
