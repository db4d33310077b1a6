/** For so long may whoever has a turn take nothing: a slow line takes a minute and more for a piece. */
const PATIENCE_MS = 300_000;
/** Who was waited for so long in all is slow, and need not keep the others waiting. */
const SLOW_MS = 15_000;

interface TurnLimits {
  /** So many who are slow are let go on beside the others. */
  mostSlow?: number;
  slowMs?: number;
  patienceMs?: number;
}

interface Work<T> {
  /** `left`: aborted where nobody reads it any more; what is being made then may fail, of which nobody is told. */
  begin: (left: AbortSignal) => AsyncIterable<T>;
  /** Takes little memory from its first piece on, so that it may go on beside the others once its reader is slow. */
  isLight: boolean;
}

interface Turn {
  /** Another has it by now. */
  isBeside: boolean;
}

/**
 * Lets so many readers at once have what takes much memory to make, and the others wait in their order, who hold nothing
 * meanwhile.
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
   * What `work` gives, which begins with the turn and gives it up at its end. Whoever stops reading (`return`) leaves at
   * once. Who is slow lets another have the turn and goes on beside them, as long as few do and the work is light; who
   * takes nothing for five minutes gives way to the others.
   * @throws whatever the work throws, and Error to who comes back for more too late
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
        reader.takes();
        isLate = true;
        void leave().catch(() => undefined);
      },
    });
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: async () => {
        reader.takes();
        if (isLate) throw new Error('Nothing was taken for so long that others had their turn.');
        const next = await pieces.next();
        if (next.done !== true && !left.signal.aborted) reader.isWaitedFor();
        return next;
      },
      return: () => {
        reader.takes();
        return leave();
      },
    };
  }

  private async *during<T>({ begin }: Work<T>, turn: Turn, left: AbortSignal): AsyncGenerator<T> {
    if (!(await this.comes(left))) return;
    try {
      if (!left.aborted) yield* begin(left);
    } catch (error) {
      if (!left.aborted) throw error;
    } finally {
      if (turn.isBeside) this.freeBeside += 1;
      else this.pass();
    }
  }

  /** Where there is room beside, another has the turn. */
  private stepAside(turn: Turn): void {
    if (turn.isBeside || this.freeBeside === 0) return;
    turn.isBeside = true;
    this.freeBeside -= 1;
    this.pass();
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

/** Tells of a reader who was waited for `slowMs` in all, again with each piece and at intervals, and for `patienceMs` at once. */
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

  /** A piece is there for them. */
  isWaitedFor(): void {
    this.since = performance.now();
    if (this.waitedMs > this.slowMs) this.tell.slow();
    this.slow = setInterval(this.tell.slow, this.slowMs).unref();
    this.late = setTimeout(this.tell.late, this.patienceMs).unref();
  }

  takes(): void {
    clearInterval(this.slow);
    clearTimeout(this.late);
    if (this.since !== null) this.waitedMs += performance.now() - this.since;
    this.since = null;
  }
}
