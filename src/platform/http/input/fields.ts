import { ApiProperty, type ApiPropertyOptions, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  getMetadataStorage,
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  type ValidationArguments,
  ValidationTypes,
} from 'class-validator';
import { outOfOrder } from '../../language/refusal-sayings.ts';
import { type Form, Formed } from './formed.ts';
import { Nested, type Shape } from './members.ts';

const dateForm: Form = {
  pattern: /^\d{4}-\d{2}-\d{2}$/,
  wanted: 'a date that exists, such as 2026-11-24',
};

/**
 * Checks that the member is a calendar date that exists, `yyyy-mm-dd`. `described` adds to the API
 * document.
 */
export function CalendarDate(described: ApiPropertyOptions = {}): PropertyDecorator {
  return (target, key) => {
    const options = { format: 'date', example: '2026-11-24', ...described } as ApiPropertyOptions;
    ApiProperty(options)(target, key);
    Formed(dateForm)(target, key);
    IsISO8601({ strict: true }, { message: `$property must be ${dateForm.wanted}` })(target, key);
  };
}

/** Checks a calendar date, as `CalendarDate` does, that may be left out. */
export function OptionalDate(described: ApiPropertyOptions = {}): PropertyDecorator {
  return (target, key) => {
    CalendarDate({ required: false, ...described } as ApiPropertyOptions)(target, key);
    IsOptional()(target, key);
  };
}

/** Checks that the date is not before that of the member `start`, if both are given. */
export function NotBefore(start: string): PropertyDecorator {
  return AtLeast('datesOutOfOrder', start, outOfOrder.en);
}

/** Checks that the number is not less than that of the member `least`, if both are given. */
export function NotLess(least: string): PropertyDecorator {
  return AtLeast('notLess', least, `$property must not be less than ${least}`);
}

function AtLeast(name: string, least: string, message: string): PropertyDecorator {
  const validate = (value: unknown, checked?: ValidationArguments): boolean =>
    !isLess(value, memberOf(checked, least));
  return ValidateBy({ name, validator: { validate, defaultMessage: () => message } });
}

const memberOf = (checked: ValidationArguments | undefined, name: string): unknown =>
  (checked?.object as Record<string, unknown> | undefined)?.[name];

function isLess(value: unknown, least: unknown): boolean {
  if (typeof value === 'string' && typeof least === 'string') return value < least;
  return typeof value === 'number' && typeof least === 'number' && value < least;
}

const momentForm: Form = {
  pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/,
  wanted: 'a moment such as 2026-11-24T12:00:00Z',
};

/**
 * Checks that the member, if given, is a moment with its time zone. In a query, a missing moment
 * means now.
 */
export function OptionalMoment(described: ApiPropertyOptions = {}): PropertyDecorator {
  return (target, key) => {
    const options = { format: 'date-time', example: '2026-11-24T12:00:00Z', ...described };
    ApiPropertyOptional(options)(target, key);
    Formed(momentForm)(target, key);
    IsISO8601({ strict: true }, { message: `$property must be ${momentForm.wanted}` })(target, key);
    IsOptional()(target, key);
  };
}

/**
 * Returns whether `@IsOptional()` or `@ValidateIf()` is written below the decorator that asks: the
 * lowest is applied first.
 */
export function mayBeLeftOut(target: object, key: string | symbol): boolean {
  const shape = target.constructor as Shape;
  const checks = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  return checks.some(
    ({ propertyName, type }) =>
      propertyName === key && type === ValidationTypes.CONDITIONAL_VALIDATION,
  );
}

/**
 * Checks that the member is a text of at most `length` characters, of which at least one is not
 * blank. It is described as required unless `@IsOptional()` is written below it.
 */
export function Text(length: number, described: ApiPropertyOptions = {}): PropertyDecorator {
  return (target, key) => {
    const required = !mayBeLeftOut(target, key);
    ApiProperty({ maxLength: length, required, ...described } as ApiPropertyOptions)(target, key);
    IsString()(target, key);
    NotBlank()(target, key);
    MaxLength(length)(target, key);
  };
}

/** Refuses blank text, which the check of class-validator accepts. */
function NotBlank(): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value !== 'string' || /\S/.test(value);
  const defaultMessage = (): string => '$property should not be empty';
  return ValidateBy({ name: 'isNotEmpty', validator: { validate, defaultMessage } });
}

/**
 * Checks that the member is a whole number from `least` to `most`. Of the checks that fail, only
 * the one applied first is told: no bound may be told of what is no number.
 */
export function Whole(least: number, most: number): PropertyDecorator {
  return (target, key) => {
    IsInt()(target, key);
    Min(least)(target, key);
    Max(most)(target, key);
  };
}

/**
 * Checks that the member is a number with at most `places` decimals. The check of class-validator
 * fails for 0.0000001, since it looks for the decimals in `1e-7`.
 */
export function Decimal(places: number): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    Number.isFinite(value) && Number((value as number).toFixed(places)) === value;
  const defaultMessage = (): string => `$property must be a number with at most ${places} decimals`;
  return ValidateBy({ name: 'isNumber', validator: { validate, defaultMessage } });
}

/**
 * Reads `?flag`, `?flag=true` or `?flag=1` as true. Any word that is neither true nor false is
 * refused rather than taken as false.
 */
export function Flag(description: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: Boolean, default: false, description })(target, key);
    Transform(({ value }: { value: unknown }) => asFlag(value))(target, key);
    IsBoolean()(target, key);
    IsOptional()(target, key);
  };
}

function asFlag(value: unknown): unknown {
  if (value === '' || value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : value;
}

/**
 * Checks that the member is a list of at most `most` objects, each valid by `shape`. `IsObject` is
 * needed because nested lists would pass as objects without a fault.
 */
export function ListOf(shape: Shape, most: number, description?: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: [shape], description })(target, key);
    IsArray()(target, key);
    ArrayMaxSize(most)(target, key);
    IsObject({ each: true })(target, key);
    Nested(shape, { each: true })(target, key);
  };
}

/** Checks that the member, if given, is one object valid by `shape`. */
export function OptionalObject(shape: Shape, description?: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: shape, description })(target, key);
    IsObject()(target, key);
    Nested(shape)(target, key);
    IsOptional()(target, key);
  };
}
