import type { ProblemError } from '../../platform/http/problem.ts';
import { refuse } from '../../platform/http/refuse.ts';
import { columns } from '../formats/spreadsheet-columns.ts';

/** A word is learnt for a column of the template, or means one. */
export function columnUnknown(name: string): ProblemError {
  const list = columns.join(', ');
  return refuse(422, 'column-unknown', {
    en: `"${name}" is no column. Known are: ${list}.`,
    fr: `« ${name} » n'est pas une colonne. Celles que l'on connaît : ${list}.`,
    es: `«${name}» no es una columna. Las conocidas son: ${list}.`,
    ar: `"${name}" ليس عمودا. الأعمدة المعروفة: ${list}.`,
  });
}
