/** A message from the thread to the thread that started it. */
export type FromThread =
  | { kind: 'pull' }
  | { kind: 'ask'; id: number; question: unknown }
  | { kind: 'result'; value: unknown }
  | { kind: 'end'; value: unknown };

/** A message to the thread from the thread that started it. */
export type ToThread =
  | { kind: 'piece'; bytes: Uint8Array | null }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'more' };

/** The number of results that may wait. Beyond it the thread pauses until one is taken. */
export const RESULTS_AHEAD = 2;

/**
 * Returns the buffers among the members of a message that can be transferred: those of which a
 * `Uint8Array` uses every byte. The others are copied.
 */
export function buffersOf(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((field) =>
    field instanceof Uint8Array &&
    field.buffer instanceof ArrayBuffer &&
    field.byteLength === field.buffer.byteLength
      ? [field.buffer]
      : [],
  );
}
