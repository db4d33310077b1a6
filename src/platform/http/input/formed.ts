import { Matches, type ValidationOptions } from 'class-validator';

/** A text that has to be written in one way. */
export interface Form {
  pattern: RegExp;
  /** What people are told who write it otherwise, after "must be"; in other languages by `refusal-sayings.ts`. */
  wanted: string;
}

/** A name or some words. */
export const lineForm: Form = {
  pattern: /^.{1,300}$/u,
  wanted: 'one line of 1 to 300 characters',
};

/** A text of that form; with `each`, a list of such texts. */
export function Formed(
  { pattern, wanted }: Form,
  options: ValidationOptions = {},
): PropertyDecorator {
  const subject = options.each ? 'each value in $property' : '$property';
  return Matches(pattern, { message: `${subject} must be ${wanted}`, ...options });
}
