import { createServer, type IncomingMessage, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { FilterError } from './meilisearch-filter.fake.ts';
import { FakeIndex } from './meilisearch-index.fake.ts';

interface Task {
  uid: number;
  indexUid: string | null;
  type: string;
  status: 'enqueued' | 'succeeded' | 'failed';
  error: object | null;
}

interface Answer {
  status: number;
  body: object;
}

interface Asked {
  uid: string;
  body: unknown;
}

type Route = [method: string, path: RegExp, answer: (asked: Asked) => Answer];

/** An error of the server, in the shape that its documentation gives ("Errors"). */
class FakeError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  toBody(): object {
    const link = `https://docs.meilisearch.com/errors#${this.code}`;
    return { message: this.message, code: this.code, type: 'invalid_request', link };
  }
}

/** The delay of a task in milliseconds, so that code which does not wait for it fails. */
const TASK_DELAY_MS = 3;

/**
 * The routes of Meilisearch that the adapter uses, in memory, with answers in the documented
 * shapes. Writes are accepted at once and done later, in order.
 */
export class MeilisearchFake {
  /** The key that every request must carry, or null for none. */
  key: string | null = null;
  private readonly indexes = new Map<string, FakeIndex>();
  private readonly tasks: Task[] = [];
  private underway = Promise.resolve();
  private server: Server;

  private readonly routes: Route[] = [
    ['GET', /^\/indexes$/, () => this.list()],
    ['POST', /^\/indexes$/, ({ body }) => this.create(body as { uid: string; primaryKey: string })],
    ['DELETE', /^\/indexes\/([\w-]+)$/, ({ uid }) => this.delete(uid)],
    ['PATCH', /^\/indexes\/([\w-]+)\/settings$/, (asked) => this.set(asked)],
    ['POST', /^\/indexes\/([\w-]+)\/documents$/, (asked) => this.put(asked)],
    ['POST', /^\/indexes\/([\w-]+)\/documents\/delete-batch$/, (asked) => this.remove(asked)],
    ['POST', /^\/indexes\/([\w-]+)\/search$/, (asked) => ok(this.search(asked))],
    ['POST', /^\/multi-search$/, ({ body }) => this.searchEach(body as { queries: object[] })],
    ['POST', /^\/swap-indexes$/, ({ body }) => this.swap(body as [{ indexes: [string, string] }])],
    ['GET', /^\/tasks\/(\d+)$/, ({ uid }) => this.task(Number(uid))],
  ];

  static async start(): Promise<MeilisearchFake> {
    const fake = new MeilisearchFake();
    fake.server = createServer((request, response) => {
      void fake.answer(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    });
    await new Promise<void>((listening) => fake.server.listen(0, '127.0.0.1', listening));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Drops open connections too, as a killed server does. */
  async stop(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    const { pathname } = new URL(request.url ?? '/', 'http://fake');
    try {
      if (this.key !== null && request.headers.authorization !== `Bearer ${this.key}`) {
        throw new FakeError(403, 'invalid_api_key', 'The provided API key is invalid.');
      }
      const body =
        request.method === 'POST' || request.method === 'PATCH' ? await json(request) : null;
      for (const [method, path, answer] of this.routes) {
        const match = path.exec(pathname);
        if (match && method === request.method) return answer({ uid: match[1] ?? '', body });
      }
      throw new FakeError(404, 'not_found', `No route ${String(request.method)} ${pathname}`);
    } catch (error) {
      if (error instanceof FakeError) return { status: error.status, body: error.toBody() };
      const code = error instanceof FilterError ? 'invalid_search_filter' : 'internal';
      return { status: 400, body: new FakeError(400, code, String(error)).toBody() };
    }
  }

  private list(): Answer {
    const results = [...this.indexes].map(([uid, { primaryKey }]) => ({ uid, primaryKey }));
    return ok({ results, offset: 0, limit: 1_000, total: results.length });
  }

  private create({ uid, primaryKey }: { uid: string; primaryKey: string }): Answer {
    return this.enqueue('indexCreation', uid, () => {
      if (this.indexes.has(uid)) throw new FakeError(400, 'index_already_exists', uid);
      this.indexes.set(uid, new FakeIndex(primaryKey));
    });
  }

  private delete(uid: string): Answer {
    return this.enqueue('indexDeletion', uid, () => {
      this.get(uid);
      this.indexes.delete(uid);
    });
  }

  private set({ uid, body }: Asked): Answer {
    return this.enqueue('settingsUpdate', uid, () => Object.assign(this.get(uid).settings, body));
  }

  private put({ uid, body }: Asked): Answer {
    return this.enqueue('documentAdditionOrUpdate', uid, () => {
      // Like the server, creates a missing index at once.
      if (!this.indexes.has(uid)) this.indexes.set(uid, new FakeIndex('id'));
      this.get(uid).put(body as Record<string, unknown>[]);
    });
  }

  private remove({ uid, body }: Asked): Answer {
    return this.enqueue('documentDeletion', uid, () => {
      for (const id of body as string[]) this.get(uid).documents.delete(id);
    });
  }

  private swap([{ indexes, rename }]: [{ indexes: [string, string]; rename?: boolean }]): Answer {
    return this.enqueue('indexSwap', null, () => {
      const [from, to] = indexes;
      const moved = this.get(from);
      if (rename) this.indexes.delete(from);
      else this.indexes.set(from, this.get(to));
      this.indexes.set(to, moved);
    });
  }

  private search({ uid, body }: Asked): object {
    return { indexUid: uid, ...this.get(uid).search(body as object) };
  }

  private searchEach({ queries }: { queries: object[] }): Answer {
    return ok({
      results: queries.map((query) =>
        this.search({ uid: (query as { indexUid: string }).indexUid, body: query }),
      ),
    });
  }

  private get(uid: string): FakeIndex {
    const index = this.indexes.get(uid);
    if (!index) throw new FakeError(404, 'index_not_found', `Index \`${uid}\` not found.`);
    return index;
  }

  private enqueue(type: string, indexUid: string | null, work: () => void): Answer {
    const task: Task = { uid: this.tasks.length, indexUid, type, status: 'enqueued', error: null };
    this.tasks.push(task);
    this.underway = this.underway.then(() => this.run(task, work));
    const { uid: taskUid, status } = task;
    const enqueuedAt = new Date().toISOString();
    return { status: 202, body: { taskUid, indexUid, status, type, enqueuedAt } };
  }

  private async run(task: Task, work: () => void): Promise<void> {
    await new Promise((done) => setTimeout(done, TASK_DELAY_MS));
    try {
      work();
      task.status = 'succeeded';
    } catch (error) {
      task.status = 'failed';
      task.error = error instanceof FakeError ? error.toBody() : { message: String(error) };
    }
  }

  private task(uid: number): Answer {
    const task = this.tasks[uid];
    if (!task) throw new FakeError(404, 'task_not_found', `Task \`${uid}\` not found.`);
    return ok(task);
  }
}

const ok = (body: object): Answer => ({ status: 200, body });
