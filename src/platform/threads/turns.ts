/** How long a reader with the turn may take nothing. A slow line needs over a minute per piece. */
const PATIENCE_MS = 300_000;
/** The total wait for a reader after which it is slow and need not keep the others waiting. */
const SLOW_MS = 15_000;

interface TurnLimits {
  /** The number of slow readers that may go on beside the others; 0 by default. */
  mostSlow?: number;
  slowMs?: number;
  patienceMs?: number;
}

interface Work<T> {
  /** Makes the pieces. `left` is aborted once nothing reads them; later failures are ignored. */
  begin: (left: AbortSignal) => AsyncIterable<T>;
  /**
   * Whether the work takes little memory after its first piece, so that it may go on beside the
   * others once its reader is slow.
   */
  isLight: boolean;
}

interface Turn {
  /** Whether another reader has the turn by now. */
  isBeside: boolean;
}

/**
 * Lets a limited number of readers at once have something that takes much memory to make. The
 * others wait in order, and hold nothing meanwhile.
 */
export class Turns {
  private free: number;
  private freeBeside: number;
  private readonly waiting = new Set<() => void>();
  private readonly slowMs: number;
  private readonly patienceMs: number;

  constructor(most: number, limits: TurnLimits = {}) {
    const { mostSlow = 0, slowMs = SLOW_MS, patienceMs = PATIENCE_MS } = limits;
    this.free = most;
    this.freeBeside = mostSlow;
    this.slowMs = slowMs;
    this.patienceMs = patienceMs;
  }

  /**
   * Yields what `work` makes. The work begins when its turn comes and gives the turn up at its end.
   * A reader that stops reading (`return`) leaves at once. A slow reader hands its turn on and goes
   * on beside the others, if the work is light and few readers do so. A reader that takes nothing
   * for five minutes (`patienceMs`) loses its turn.
   * @throws whatever the work throws, and Error if a reader comes back after it lost its turn
   */
  inTurn<T>(work: Work<T>): AsyncIterableIterator<T> {
    const left = new AbortController();
    const turn: Turn = { isBeside: false };
    const pieces = this.during(work, turn, left.signal);
    const leave = (): Promise<IteratorResult<T>> => {
      left.abort();
      return pieces.return(undefined);
    };
    let isLate = false;
    const reader = new Reader(this.slowMs, this.patienceMs, {
      slow: () => {
        if (work.isLight) this.stepAside(turn);
      },
      late: () => {
        reader.stopWaiting();
        isLate = true;
        void leave().catch(() => undefined);
      },
    });
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: async () => {
        reader.stopWaiting();
        if (isLate) throw new Error('Nothing was taken for so long that others had their turn.');
        const next = await pieces.next();
        if (next.done !== true && !left.signal.aborted) reader.startWaiting();
        return next;
      },
      return: () => {
        reader.stopWaiting();
        return leave();
      },
    };
  }

  private async *during<T>({ begin }: Work<T>, turn: Turn, left: AbortSignal): AsyncGenerator<T> {
    if (!(await this.waitForTurn(left))) return;
    try {
      if (!left.aborted) yield* begin(left);
    } catch (error) {
      if (!left.aborted) throw error;
    } finally {
      if (turn.isBeside) this.freeBeside += 1;
      else this.handOnTurn();
    }
  }

  /** Hands the turn on, if there is room for one more reader beside the others. */
  private stepAside(turn: Turn): void {
    if (turn.isBeside || this.freeBeside === 0) return;
    turn.isBeside = true;
    this.freeBeside -= 1;
    this.handOnTurn();
  }

  /** @returns false if the waiting reader has left */
  private async waitForTurn(left: AbortSignal): Promise<boolean> {
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

  /** Hands the turn to the reader that has waited longest. */
  private handOnTurn(): void {
    const [next] = this.waiting;
    if (!next) {
      this.free += 1;
      return;
    }
    this.waiting.delete(next);
    next();
  }
}

/**
 * Measures how long a reader is waited for. Reports it as slow once the waits exceed `slowMs` in
 * total, again with each piece and at intervals, and as late once a single wait reaches
 * `patienceMs`.
 */
class Reader {
  private waitedMs = 0;
  private since: number | null = null;
  private slow: NodeJS.Timeout | undefined;
  private late: NodeJS.Timeout | undefined;

  constructor(
    private readonly slowMs: number,
    private readonly patienceMs: number,
    private readonly tell: { slow: () => void; late: () => void },
  ) {}

  /** Starts a wait: a piece is ready for the reader. */
  startWaiting(): void {
    this.since = performance.now();
    if (this.waitedMs > this.slowMs) this.tell.slow();
    this.slow = setInterval(this.tell.slow, this.slowMs).unref();
    this.late = setTimeout(this.tell.late, this.patienceMs).unref();
  }

  stopWaiting(): void {
    clearInterval(this.slow);
    clearTimeout(this.late);
    if (this.since !== null) this.waitedMs += performance.now() - this.since;
    this.since = null;
  }
}
