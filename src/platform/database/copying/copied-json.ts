import { StringDecoder } from 'node:string_decoder';

/**
 * Parses the output of `copyOut` for a query of one json column, row by row. It has a module of its
 * own, so that a thread can use it without a connection.
 */
export async function* copiedJson<T>(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<T> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.write(piece)).split('\n');
    rest = lines.pop() ?? '';
    // JSON holds no character that COPY escapes other than the backslash.
    for (const line of lines) yield JSON.parse(line.replaceAll('\\\\', '\\')) as T;
  }
}
