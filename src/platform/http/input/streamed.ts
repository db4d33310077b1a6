/**
 * Paths of operations whose bodies are files, read as they arrive, whatever their type. Routes
 * ignore case, so the pattern does too.
 */
const STREAMED = /\/(bulk|imports|content)\/?$/i;

/** Returns whether the operation at `path` reads its body as a stream. */
export function isStreamed(path: string): boolean {
  return STREAMED.test(path);
}
