import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

/** Under which the threads of this process find the number. */
const NAME = 'passerelle.answers-awaited';

/** Whoever is answered for longer waits for a slow line, or sends a file; not for the processor. */
const COUNTS_FOR_MS = 500;

/** However little it has paused before: who waits for a background thread waits no longer than this for it at a time. */
const LONGEST_PAUSE_MS = 250;

/** How many answers of this process are awaited, in memory that its threads share. */
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
 * Somebody waits for an answer of this process from now on.
 * @returns to be called once they have it
 */
export function somebodyWaits(): () => void {
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

/** What a thread has worked since it last paused, and may pause for. */
let since = performance.now();
let credit = 0;

/**
 * Called by a thread of background work between two small pieces of it: pauses while somebody waits for an answer, at most
 * for as long as it has worked before, so that it has half of the time however many ask. In the main thread, which answers
 * itself, nothing happens.
 */
export function letOthersFirst(): void {
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
