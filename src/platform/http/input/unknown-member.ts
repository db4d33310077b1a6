import { likeness } from '../../language/likeness.ts';
import { membersOf, type Shape } from './members.ts';

/** Of a name that nobody knows, no more is told. */
const LONGEST_NAME = 100;

/** Below this two names of members have little in common; `birthDate` and `birthOn` have 0.56. */
const LEAST_LIKE = 0.5;

function toldName(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`;
}

/** The JSON pointer (RFC 6901) to a member of what is at `parent`. */
export function pointerTo(parent: string, name: string): string {
  return `${parent}/${toldName(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** What is said in English of a member that its class does not know; null for a class that nobody knows either. */
export function sayUnknown(name: string, shape: Shape | null): string {
  const meant = shape && memberMeant(name, shape);
  const hint = meant === null ? '' : `: did you mean ${meant}?`;
  return `property ${toldName(name)} should not exist${hint}`;
}

/** The known member whose name is most like that of an unknown one; null where none is like it. */
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
