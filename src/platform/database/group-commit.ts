/** How many at most share one transaction. */
const LARGEST = 500;

interface Waiting<T, R> {
  work: T;
  resolve: (result: R) => void;
  reject: (reason: unknown) => void;
}

/**
 * Lets what arrives while a transaction is under way share the next one, so that one commit, and one
 * lock on a row that everybody wants, serves them all. Nobody waits for company: alone, a piece of
 * work starts at once. Each is answered only after the commit that holds it.
 */
export class GroupCommit<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private running = false;

  /** `commit`: does all of the work in one transaction, and gives the results in the same order. */
  constructor(private readonly commit: (works: readonly T[]) => Promise<readonly R[]>) {}

  add(work: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) await this.commitAll(this.waiting.splice(0, LARGEST));
    this.running = false;
  }

  /** Work that fails takes down nobody else's: after a failure each is done by itself. */
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
