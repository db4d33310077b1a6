import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { inEach } from '../../language/language.ts';
import { sayRefusal } from '../../language/refusal-sayings.ts';
import { type Broken, type BrokenCheck, excessOf, MOST_TOLD } from './excess.ts';
import { membersOf, type Shape } from './members.ts';
import type { ProblemError } from '../problem.ts';
import { refuse } from '../refuse.ts';
import { toldMembers } from './told-members.ts';
import { pointerTo, sayUnknown } from './unknown-member.ts';

/** Treats a member of a body that is null as left out, and refuses excessive requests first. */
class Validation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const shape = metadata.metatype as Shape | undefined;
    const excess = shape && membersOf(shape).size > 0 ? excessOf(value, shape) : null;
    if (excess) throw problemOfBroken(excess);
    return super.transform(metadata.type === 'body' ? toldMembers(value) : value, metadata);
  }
}

/** Checks every DTO. Unknown members are refused by name rather than dropped silently. */
export const validation = new Validation({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  stopAtFirstError: true,
  // The class of the target tells which members there are; nothing of it is shown.
  validationError: { target: true },
  exceptionFactory: (errors) => problemOfFaults(errors),
});

/**
 * Returns a 400 `validation-failed` that lists the faults, each with its JSON pointer below
 * `parent`. Lists at most `MOST_TOLD` and counts the rest.
 */
export function problemOfFaults(faults: readonly ValidationError[], parent = ''): ProblemError {
  const told: BrokenCheck[] = [];
  const all = faults.reduce((sum, fault) => sum + tellBroken(fault, parent, told), 0);
  return problemOfBroken({ told, more: all - told.length });
}

/** Adds the broken checks to `told` while there is room, and returns the number of all of them. */
function tellBroken(fault: ValidationError, parent: string, told: BrokenCheck[]): number {
  const pointer = pointerTo(parent, fault.property);
  const isRoom = told.length < MOST_TOLD;
  if (isRoom)
    for (const [check, message] of brokenBy(fault)) told.push({ pointer, check, message });
  const own = Object.keys(fault.constraints ?? {}).length;
  return (fault.children ?? []).reduce(
    (sum, child) => sum + tellBroken(child, pointer, told),
    own > 0 && fault.value === undefined ? 1 : own,
  );
}

function problemOfBroken({ told, more }: Broken): ProblemError {
  const errors = told.map(({ pointer, check, message }) => ({
    pointer,
    code: kebab(check),
    said: inEach((language) => sayRefusal(message, language)),
  }));
  const places = errors.map(({ pointer }) => pointer).join(', ');
  const besides = inEach((language) => (more > 0 ? sayMore[language](more) : ''));
  const said = {
    en: `Some values are missing or not valid: ${places}${besides.en}. See errors for details.`,
    fr: `Des valeurs manquent ou ne sont pas valides : ${places}${besides.fr}. Consultez errors pour le détail.`,
    es: `Faltan valores o no son válidos: ${places}${besides.es}. Consulte los detalles en errors.`,
    ar: `هناك قيم ناقصة أو غير صالحة: ${places}${besides.ar}. راجعوا التفاصيل في errors.`,
  };
  return refuse(400, 'validation-failed', said, { errors });
}

/** The number of places besides those that are named. */
const sayMore = {
  en: (more: number): string => ` (and elsewhere: ${more})`,
  fr: (more: number): string => ` (et ailleurs : ${more})`,
  es: (more: number): string => ` (y en otros lugares: ${more})`,
  ar: (more: number): string => ` (وفي مواضع أخرى: ${more})`,
};

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, '');

/**
 * Returns the checks that a member breaks, each with its message. For a missing member there is one
 * message only, since every check would complain of something else, such as its length. For an
 * unknown member the message names the member that may be meant.
 */
export function brokenBy(fault: ValidationError): readonly (readonly [string, string])[] {
  const { constraints = {}, property } = fault;
  if ('whitelistValidation' in constraints)
    return [['whitelistValidation', sayUnknown(property, shapeOf(fault))]];
  const broken = Object.entries(constraints);
  return broken.length > 0 && fault.value === undefined
    ? [['isDefined', `${property} is missing`]]
    : broken;
}

function shapeOf({ target }: ValidationError): Shape | null {
  const shape = target?.constructor;
  return typeof shape === 'function' ? (shape as Shape) : null;
}
