import { Type } from 'class-transformer';
import { getMetadataStorage, ValidateNested, type ValidationOptions } from 'class-validator';

/** A class whose decorators say what an object may hold. */
export type Shape = new () => object;

/** What is known about one member before any of it is checked. */
export interface Member {
  /** The most items of its list, from `@ArrayMaxSize`; null if nothing limits it. */
  mostItems: number | null;
  /** The shape of its object, or of each object in its list; null for anything else. */
  shape: Shape | null;
}

const SHAPE = Symbol('shape');

/** Checks that the member is an object valid by `shape`; with `each`, a list of such objects. */
export function Nested(shape: Shape, options: ValidationOptions = {}): PropertyDecorator {
  return (target, key) => {
    ValidateNested(options)(target, key);
    Type(() => shape)(target, key);
    Reflect.defineMetadata(SHAPE, shape, target, key);
  };
}

const known = new Map<Shape, ReadonlyMap<string, Member>>();

/**
 * Returns the members that objects of that shape may have, by name. Empty if the class has no
 * checks.
 */
export function membersOf(shape: Shape): ReadonlyMap<string, Member> {
  const before = known.get(shape);
  if (before) return before;
  const members = new Map<string, Member>();
  const checks = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  for (const { propertyName, name, constraints } of checks) {
    const mostItems = name === 'arrayMaxSize' ? Number(constraints[0]) : null;
    const below = Reflect.getMetadata(SHAPE, shape.prototype as object, propertyName) as
      Shape | undefined;
    members.set(propertyName, {
      mostItems: mostItems ?? members.get(propertyName)?.mostItems ?? null,
      shape: below ?? null,
    });
  }
  known.set(shape, members);
  return members;
}
