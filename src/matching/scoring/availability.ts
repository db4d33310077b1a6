import type { Detail } from './details.ts';
import { knownValue, type Part, unknownValue } from './part.ts';

/** Scores half for being free when the work starts, and half for staying until it ends. */
export const availability: Part = (vacancy, candidate, { on }) => {
  const { availableFromOn: from, availableUntilOn: until } = candidate;
  if (from === null && until === null) return unknownValue('person');
  const startsOn = vacancy.startsOn !== null && vacancy.startsOn > on ? vacancy.startsOn : on;
  const inTime = from === null || from <= startsOn;
  const longEnough = until === null || until >= (vacancy.endsOn ?? startsOn);
  const value = (inTime ? 0.5 : 0) + (longEnough ? 0.5 : 0);
  return knownValue(value, detailOf(from, until));
};

function detailOf(from: string | null, until: string | null): Detail {
  if (from === null) return `free-until ${until ?? ''}`;
  return until === null ? `free-from ${from}` : `free-between ${from} ${until}`;
}
