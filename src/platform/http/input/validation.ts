import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { inEach } from '../../language/language.ts';
import { likeness } from '../../language/likeness.ts';
import { sayRefusal } from '../../language/refusal-sayings.ts';
import type { ProblemDetail, ProblemError } from '../problem.ts';
import { refuse } from '../refuse.ts';
import { toldMembers } from './told-members.ts';

/** What may be left out of a body may also come as null. */
class Validation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return super.transform(metadata.type === 'body' ? toldMembers(value) : value, metadata);
  }
}

/** Checks every DTO; unknown members are refused by name rather than dropped in silence. */
export const validation = new Validation({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  stopAtFirstError: true,
  // Its class tells which members there are; nothing of it is shown.
  validationError: { target: true },
  exceptionFactory: (errors) => problemOfFaults(errors),
});

/** What does not fit, each with its pointer below `parent`. */
export function problemOfFaults(faults: readonly ValidationError[], parent = ''): ProblemError {
  const errors = faults.flatMap((fault) => detailsOf(fault, parent));
  const places = errors.map(({ pointer }) => pointer).join(', ');
  const said = {
    en: `The request does not fit its description at ${places}.`,
    fr: `La demande ne correspond pas à sa description en ${places}.`,
    es: `La petición no se ajusta a su descripción en ${places}.`,
    ar: `لا يطابق الطلب وصفه في ${places}.`,
  };
  return refuse(400, 'validation-failed', said, { errors });
}

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, '');

/** Below this two names of members have little in common; `birthDate` and `birthOn` have 0.56. */
const LEAST_LIKE = 0.5;

/** By class, since one body may have thousands of unknown members. */
const membersOf = new Map<unknown, readonly string[]>();

function membersBeside({ target }: ValidationError): readonly string[] {
  const shape = target?.constructor;
  if (typeof shape !== 'function') return [];
  const known = membersOf.get(shape);
  if (known !== undefined) return known;
  const checks = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  const members = [...new Set(checks.map(({ propertyName }) => propertyName))];
  membersOf.set(shape, members);
  return members;
}

/** The known member whose name is most like that of an unknown one; null where none is like it. */
function memberMeant(fault: ValidationError): string | null {
  let [meant, most]: [string | null, number] = [null, LEAST_LIKE];
  const written = fault.property.toLowerCase();
  for (const name of membersBeside(fault)) {
    const like = likeness(name.toLowerCase(), written);
    if (like >= most) [meant, most] = [name, like];
  }
  return meant;
}

/**
 * The checks that a member breaks, each with what it says. Of one that is not there, every check would complain of
 * something else: its length, its form. Of an unknown one it says which member may be meant.
 */
export function brokenBy(fault: ValidationError): readonly (readonly [string, string])[] {
  const { constraints = {}, property } = fault;
  const meant = 'whitelistValidation' in constraints ? memberMeant(fault) : null;
  if (meant !== null)
    return [
      ['whitelistValidation', `property ${property} should not exist: did you mean ${meant}?`],
    ];
  const broken = Object.entries(constraints);
  return broken.length > 0 && fault.value === undefined
    ? [['isDefined', `${property} is missing`]]
    : broken;
}

function detailsOf(error: ValidationError, parent: string): ProblemDetail[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = brokenBy(error).map(([constraint, detail]) => ({
    pointer,
    code: kebab(constraint),
    said: inEach((language) => sayRefusal(detail, language)),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => detailsOf(child, pointer))];
}
