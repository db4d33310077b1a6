import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable } from '../platform/http/refuse.ts';

/**
 * Returns a 400 `unknown-code` for a code that the classification `scheme`, such as `isco`, does
 * not have. `pointer`: a JSON pointer to it.
 */
export function unknownCode(pointer: string, code: string, scheme: string): ProblemError {
  const name = scheme.toUpperCase();
  return notUsable(pointer, 'unknown-code', {
    en: `"${code}" is not a code of ${name}. Check it in the classification.`,
    fr: `« ${code} » n'est pas un code de la nomenclature ${name}. Vérifiez-le dans celle-ci.`,
    es: `«${code}» no es un código de la clasificación ${name}. Compruébelo en ella.`,
    ar: `"${code}" ليس رمزا في تصنيف ${name}. تحققوا منه في هذا التصنيف.`,
  });
}
