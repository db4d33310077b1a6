import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable } from '../platform/http/refuse.ts';

/**
 * Returns a 400 `unknown-code` for a code that the classification `scheme`, such as `isco`, does
 * not have. `pointer`: a JSON pointer to it.
 */
export function unknownCode(pointer: string, code: string, scheme: string): ProblemError {
  const name = scheme.toUpperCase();
  return notUsable(pointer, 'unknown-code', {
    en: `"${code}" is no ${name} code.`,
    fr: `« ${code} » n'est pas un code ${name}.`,
    es: `«${code}» no es un código ${name}.`,
    ar: `"${code}" ليس رمزا في ${name}.`,
  });
}
