/** The most pieces of work that share one transaction. */
const MAX_BATCH_SIZE = 500;

interface Waiting<T, R> {
  work: T;
  resolve: (result: R) => void;
  reject: (reason: unknown) => void;
}

/**
 * Lets work that arrives during a transaction share the next one, so that one commit, and one lock
 * on a contended row, serves it all. Work never waits for company: alone it starts at once. Each
 * caller is answered only after the commit that holds its work.
 */
export class GroupCommit<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private running = false;

  /** `commit` does all of the work in one transaction and returns the results in the same order. */
  constructor(private readonly commit: (works: readonly T[]) => Promise<readonly R[]>) {}

  /** Does the work in the next transaction. @throws whatever `commit` throws for this work alone */
  add(work: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) await this.commitAll(this.waiting.splice(0, MAX_BATCH_SIZE));
    this.running = false;
  }

  /** Commits a batch; if that fails, each piece by itself, so that only the faulty ones fail. */
  private async commitAll(batch: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await this.commit(batch.map(({ work }) => work));
      batch.forEach(({ resolve }, index) => {
        resolve(results[index] as R);
      });
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1) only?.reject(error);
      else for (const one of batch) await this.commitAll([one]);
    }
  }
}
