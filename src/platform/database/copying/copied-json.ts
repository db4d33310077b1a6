import { StringDecoder } from 'node:string_decoder';

/**
 * What a query of one column of json gave to `copyOut`, row after row. By itself, so that a thread can
 * read it without a connection.
 */
export async function* copiedJson<T>(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<T> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.write(piece)).split('\n');
    rest = lines.pop() ?? '';
    // In JSON nothing but backslashes is escaped by COPY: it has no other characters that are.
    for (const line of lines) yield JSON.parse(line.replaceAll('\\\\', '\\')) as T;
  }
}
