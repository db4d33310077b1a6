import { likeness } from '../../language/likeness.ts';
import { membersOf, type Shape } from './members.ts';

/** The most characters of an unknown member's name that a refusal repeats. */
const LONGEST_NAME = 100;

/** The least likeness of a member that is suggested; `birthDate` and `birthOn` have 0.56. */
const LEAST_LIKE = 0.5;

function toldName(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`;
}

/** Returns the JSON pointer (RFC 6901) to a member of the value at `parent`. */
export function pointerTo(parent: string, name: string): string {
  return `${parent}/${toldName(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * Returns the English message for a member that its class does not know. `shape` is null for an
 * unknown class.
 */
export function sayUnknown(name: string, shape: Shape | null): string {
  const meant = shape && memberMeant(name, shape);
  const hint = meant === null ? '' : `. Did you mean ${meant}?`;
  return `${toldName(name)} is not a known member${hint}`;
}

/** Returns the known member whose name is most like an unknown one; null if none is like it. */
function memberMeant(unknown: string, shape: Shape): string | null {
  if (unknown.length > LONGEST_NAME) return null;
  let [meant, most]: [string | null, number] = [null, LEAST_LIKE];
  const written = unknown.toLowerCase();
  for (const name of membersOf(shape).keys()) {
    const like = likeness(name.toLowerCase(), written);
    if (like >= most) [meant, most] = [name, like];
  }
  return meant;
}
