import { type Member, membersOf, type Shape } from './members.ts';
import { isTold } from './told-members.ts';
import { pointerTo, sayUnknown } from './unknown-member.ts';

/** One check that a part of the request breaks. */
export interface BrokenCheck {
  /** A JSON pointer (RFC 6901). */
  pointer: string;
  /** The name that class-validator gives it, such as `arrayMaxSize`. */
  check: string;
  /** The message in English. */
  message: string;
}

/** Broken checks: those that are listed, and the number of the others. */
export interface Broken {
  told: readonly BrokenCheck[];
  more: number;
}

/**
 * The most broken checks that a refusal lists. A caller who breaks more has to mend a program, not
 * a request.
 */
export const MOST_TOLD = 20;
/** The most items of a list that nothing else limits. */
const MOST_ITEMS = 1_000;
/**
 * The most values, in the whole request, in places for which no class lists the members: parameters
 * of rules, and unknown members.
 */
const MOST_SHAPELESS = 5_000;

/**
 * Finds where a request holds more than any valid request could: lists that are too long, and
 * unknown members and values by the thousand. The ordinary checks would look at each, for seconds;
 * this walks over the request once. Returns null for any other request, whatever the checks may
 * find in it.
 */
export function excessOf(value: unknown, shape: Shape): Broken | null {
  const excess = new Excess();
  excess.walk(value, '', { mostItems: null, shape });
  return excess.found();
}

class Excess {
  private readonly tooMany: BrokenCheck[] = [];
  private readonly unknown: BrokenCheck[] = [];
  private unknownBesides = 0;
  private shapeless = 0;

  found(): Broken | null {
    if (this.tooMany.length === 0 && this.unknownBesides === 0) return null;
    const all = [...this.tooMany, ...this.unknown];
    return {
      told: all.slice(0, MOST_TOLD),
      more: Math.max(0, all.length - MOST_TOLD) + this.unknownBesides,
    };
  }

  walk(value: unknown, at: string, member: Member): void {
    if (Array.isArray(value)) this.walkList(value, at, member);
    else if (!isObject(value)) return;
    else if (member.shape === null) this.count(value, at);
    else this.walkObject(value, at, member.shape);
  }

  private walkList(list: readonly unknown[], at: string, { mostItems, shape }: Member): void {
    const most = mostItems ?? MOST_ITEMS;
    if (list.length > most) this.refuse(at, most);
    else
      for (const [place, item] of list.entries())
        if (Array.isArray(item)) this.count(item, `${at}/${place}`);
        else this.walk(item, `${at}/${place}`, { mostItems: null, shape });
  }

  private walkObject(object: object, at: string, shape: Shape): void {
    const members = membersOf(shape);
    for (const [name, value] of Object.entries(object)) {
      const member = members.get(name);
      if (member) this.walk(value, pointerTo(at, name), member);
      else if (isTold(name, value)) this.walkUnknown(pointerTo(at, name), value, { name, shape });
    }
  }

  private walkUnknown(
    pointer: string,
    value: unknown,
    { name, shape }: { name: string; shape: Shape },
  ): void {
    if (this.unknown.length < MOST_TOLD) {
      const message = sayUnknown(name, shape);
      this.unknown.push({ pointer, check: 'whitelistValidation', message });
    } else this.unknownBesides += 1;
    this.count(value, pointer);
  }

  /**
   * Counts the values below `value`. Recursion is safe, since no body is nested deeper than
   * `MOST_DEEP`.
   */
  private count(value: unknown, at: string): void {
    if (!isObject(value) || this.shapeless > MOST_SHAPELESS) return;
    const values = Object.values(value) as unknown[];
    this.shapeless += values.length;
    if (this.shapeless > MOST_SHAPELESS) this.refuse(at, MOST_SHAPELESS);
    else for (const one of values) this.count(one, at);
  }

  private refuse(pointer: string, most: number): void {
    const message = `must contain no more than ${most} elements`;
    this.tooMany.push({ pointer, check: 'arrayMaxSize', message });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
