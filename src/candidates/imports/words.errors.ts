import type { ProblemError } from '../../platform/http/problem.ts';
import { refuse } from '../../platform/http/refuse.ts';

export function columnUnknown(name: string, known: readonly string[]): ProblemError {
  const list = known.join(', ');
  return refuse(422, 'column-unknown', {
    en: `"${name}" is no column. Known are: ${list}.`,
    fr: `« ${name} » n'est pas une colonne. Celles que l'on connaît : ${list}.`,
    es: `«${name}» no es una columna. Las conocidas son: ${list}.`,
    ar: `"${name}" ليس عمودا. الأعمدة المعروفة: ${list}.`,
  });
}
