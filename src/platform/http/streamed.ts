/** Bodies of these operations are files: they are read as they arrive, whatever their type. */
const STREAMED = /\/(bulk|imports|content)\/?$/;

export function isStreamed(path: string): boolean {
  return STREAMED.test(path);
}
