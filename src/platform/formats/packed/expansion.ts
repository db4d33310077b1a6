import { FormatError } from '../format-error.ts';

/** The bytes up to which an archive may unpack whatever its ratio: they harm no machine. */
const harmless = 16_777_216;

/**
 * The greatest ratio of expansion. Text of candidates and vacancies packs 5 to 30 times smaller; a
 * bomb 1,000 times.
 */
const mostRatio = 200;

/**
 * Refuses to go on once the unpacked bytes are out of all proportion to the packed ones.
 * @throws FormatError 'archive-bomb'
 */
export function refuseBomb(packed: number, unpacked: number): void {
  if (unpacked <= harmless || unpacked <= packed * mostRatio) return;
  const message = `The archive unpacks to more than ${mostRatio} times its size. Send the files uncompressed.`;
  throw new FormatError('archive-bomb', message);
}
