/**
 * Returns the same bytes in fewer pieces. Each piece except the last has at least `least` bytes.
 */
export async function* gathered(
  pieces: AsyncIterable<Uint8Array>,
  least: number,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < least) continue;
    yield Buffer.concat(held);
    [held, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(held);
}

/**
 * Returns all bytes in one buffer.
 * @throws the error that `tooLong` returns, as soon as there are more than `longest` bytes
 */
export async function heldWhole(
  pieces: AsyncIterable<Uint8Array>,
  longest: number,
  tooLong: () => Error,
): Promise<Buffer> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length > longest) throw tooLong();
  }
  return Buffer.concat(held);
}
