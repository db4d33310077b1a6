/**
 * Lets so many readers at once have what takes much memory to make, and the others wait in their order, who hold nothing
 * meanwhile.
 */
export class Turns {
  private free: number;
  private readonly waiting = new Set<() => void>();

  constructor(most: number) {
    this.free = most;
  }

  /**
   * What `work` gives, which begins with the turn and gives it up at its end. Whoever stops reading (`return`) leaves at
   * once, also while they wait; whoever has a turn should read fast.
   * @throws whatever the work throws
   */
  inTurn<T>(work: () => AsyncIterable<T>): AsyncIterableIterator<T> {
    const left = new AbortController();
    const pieces = this.during(work, left.signal);
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: () => pieces.next(),
      return: () => {
        left.abort();
        return pieces.return(undefined);
      },
    };
  }

  private async *during<T>(work: () => AsyncIterable<T>, left: AbortSignal): AsyncGenerator<T> {
    if (!(await this.comes(left))) return;
    try {
      yield* work();
    } finally {
      this.pass();
    }
  }

  /** @returns false where whoever waits has left */
  private async comes(left: AbortSignal): Promise<boolean> {
    if (left.aborted) return false;
    if (this.free > 0) {
      this.free -= 1;
      return true;
    }
    return new Promise((resolve) => {
      const leave = (): void => {
        this.waiting.delete(go);
        resolve(false);
      };
      const go = (): void => {
        left.removeEventListener('abort', leave);
        resolve(true);
      };
      left.addEventListener('abort', leave, { once: true });
      this.waiting.add(go);
    });
  }

  /** To who has waited longest. */
  private pass(): void {
    const [next] = this.waiting;
    if (!next) {
      this.free += 1;
      return;
    }
    this.waiting.delete(next);
    next();
  }
}
