import { Matches, type ValidationOptions } from 'class-validator';

/** A form in which a text must be written. */
export interface Form {
  pattern: RegExp;
  /**
   * What a text must be, in English, to follow "must be" in a refusal. `refusal-sayings.ts` has it
   * in other languages.
   */
  wanted: string;
}

/** The form of a name or a few words. */
export const lineForm: Form = {
  pattern: /^.{1,300}$/u,
  wanted: 'one line of 1 to 300 characters',
};

/** Checks that the member is a text of that form; with `each`, a list of such texts. */
export function Formed(
  { pattern, wanted }: Form,
  options: ValidationOptions = {},
): PropertyDecorator {
  const subject = options.each ? 'each value in $property' : '$property';
  return Matches(pattern, { message: `${subject} must be ${wanted}`, ...options });
}
