import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable } from '../platform/http/refuse.ts';

/** `scheme`: the classification as it is called, such as `isco`. */
export function unknownCode(pointer: string, code: string, scheme: string): ProblemError {
  const name = scheme.toUpperCase();
  return notUsable(pointer, 'unknown-code', {
    en: `"${code}" is no ${name} code.`,
    fr: `« ${code} » n'est pas un code ${name}.`,
    es: `«${code}» no es un código ${name}.`,
    ar: `"${code}" ليس رمزا في ${name}.`,
  });
}
