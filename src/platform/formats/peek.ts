/** Blanks, a byte order mark, and the zeros of UTF-16 say nothing. */
const silent = /[^\s\0\u00ef\u00bb\u00bf\u00fe\u00ff]/;

/**
 * The first character of a file that says something, by which its format is told, and the file as
 * if nothing had been read of it. The character is empty for an empty file.
 */
export async function peek(
  input: AsyncIterable<Uint8Array>,
): Promise<{ first: string; whole: AsyncIterable<Uint8Array> }> {
  const rest = input[Symbol.asyncIterator]();
  const start = await rest.next();
  const head = start.done ? new Uint8Array() : start.value;
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  }
  const text = Buffer.from(head.subarray(0, 256)).toString('latin1');
  return { first: silent.exec(text)?.[0] ?? '', whole: whole() };
}
