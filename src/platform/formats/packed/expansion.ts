import { FormatError } from '../format-error.ts';

/** Below this an archive may hold whatever it likes: no machine is hurt by it. */
const harmless = 16_777_216;

/** Text of people and vacancies packs 5 to 30 times smaller; a bomb 1,000 times. */
const mostRatio = 200;

/** Refuses to go on once what was unpacked is out of all proportion to what was sent. */
export function refuseBomb(packed: number, unpacked: number): void {
  if (unpacked <= harmless || unpacked <= packed * mostRatio) return;
  const message = `The archive unpacks to more than ${mostRatio} times its size`;
  throw new FormatError('archive-bomb', message);
}
