/** For so long may whoever has a turn take nothing: a slow line takes a minute and more for a piece. */
const PATIENCE_MS = 300_000;

/**
 * Lets so many readers at once have what takes much memory to make, and the others wait in their order, who hold nothing
 * meanwhile.
 */
export class Turns {
  private free: number;
  private readonly waiting = new Set<() => void>();
  private readonly patienceMs: number;

  constructor(most: number, patienceMs = PATIENCE_MS) {
    this.free = most;
    this.patienceMs = patienceMs;
  }

  /**
   * What `work` gives, which begins with the turn and gives it up at its end. Whoever stops reading (`return`) leaves at
   * once while they wait, and after the piece that is being made where they have the turn; who takes nothing for five
   * minutes gives way to the others.
   * @throws whatever the work throws, and Error to who comes back for more too late
   */
  inTurn<T>(work: () => AsyncIterable<T>): AsyncIterableIterator<T> {
    const left = new AbortController();
    const pieces = this.during(work, left.signal);
    const leave = (): Promise<IteratorResult<T>> => {
      left.abort();
      return pieces.return(undefined);
    };
    let patience: NodeJS.Timeout | undefined;
    let isLate = false;
    const giveWay = (): void => {
      isLate = true;
      void leave().catch(() => undefined);
    };
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: async () => {
        clearTimeout(patience);
        if (isLate) throw new Error('Nothing was taken for so long that others had their turn.');
        const next = await pieces.next();
        if (next.done !== true && !left.signal.aborted)
          patience = setTimeout(giveWay, this.patienceMs).unref();
        return next;
      },
      return: () => {
        clearTimeout(patience);
        return leave();
      },
    };
  }

  private async *during<T>(work: () => AsyncIterable<T>, left: AbortSignal): AsyncGenerator<T> {
    if (!(await this.comes(left))) return;
    try {
      if (!left.aborted) yield* work();
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
