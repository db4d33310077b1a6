import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

/** The name under which the threads of this process find the counter. */
const NAME = 'passerelle.answers-awaited';

/**
 * Milliseconds during which a request counts. A longer one waits for a slow line, or sends a file,
 * and not for the processor.
 */
const COUNTS_FOR_MS = 500;

/**
 * The longest pause at a time, in milliseconds. A caller that waits for a background thread itself
 * is not held up longer, however little the thread has paused before.
 */
const LONGEST_PAUSE_MS = 250;

/** The number of answers that callers of this process wait for, in memory shared by its threads. */
const awaited = (isMainThread ? null : inherited()) ?? made();

function inherited(): Int32Array | null {
  const number = getEnvironmentData(NAME);
  return number instanceof Int32Array ? number : null;
}

function made(): Int32Array {
  const number = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setEnvironmentData(NAME, number);
  return number;
}

/**
 * Counts one more caller that waits for an answer of this process.
 * @returns a function to call once the caller has the answer; it may be called more than once
 */
export function countWaitingCaller(): () => void {
  let counts = true;
  const answered = (): void => {
    if (!counts) return;
    counts = false;
    clearTimeout(timer);
    Atomics.sub(awaited, 0, 1);
    Atomics.notify(awaited, 0);
  };
  const timer = setTimeout(answered, COUNTS_FOR_MS);
  Atomics.add(awaited, 0, 1);
  return answered;
}

/** When this thread last paused, and how many milliseconds of pause it has earned by work. */
let since = performance.now();
let credit = 0;

/**
 * Pauses a thread of background work while callers wait for an answer. The thread calls it between
 * two small pieces of work. It pauses at most as long as it has worked before, and so keeps half of
 * the time however many callers wait. Does nothing in the main thread, which answers them itself.
 */
export function pauseForWaitingCallers(): void {
  if (isMainThread) return;
  const now = performance.now();
  credit = Math.min(LONGEST_PAUSE_MS, credit + now - since);
  since = now;
  for (let count = Atomics.load(awaited, 0); count > 0; count = Atomics.load(awaited, 0)) {
    const left = now + credit - since;
    if (left <= 0) break;
    Atomics.wait(awaited, 0, count, left);
    since = performance.now();
  }
  credit -= since - now;
}
