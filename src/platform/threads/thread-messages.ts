/** From the thread to whoever started it. */
export type FromThread =
  | { kind: 'pull' }
  | { kind: 'ask'; id: number; question: unknown }
  | { kind: 'result'; value: unknown }
  | { kind: 'end'; value: unknown };

/** From whoever started a thread to it. */
export type ToThread =
  | { kind: 'piece'; bytes: Uint8Array | null }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'more' };

/** So many results may lie ready before the thread waits until one of them is taken. */
export const RESULTS_AHEAD = 2;

/** Bytes that are a message's alone change hands; the others are copied. */
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
