/** Bodies of these operations are files: they are read as they arrive, whatever their type; a path in capitals is found too. */
const STREAMED = /\/(bulk|imports|content)\/?$/i;

export function isStreamed(path: string): boolean {
  return STREAMED.test(path);
}
