import { ProblemError } from '../../platform/http/problem.ts';

export function columnUnknown(name: string, known: readonly string[]): ProblemError {
  const detail = `"${name}" is no column. Known are: ${known.join(', ')}.`;
  const list = known.join(', ');
  const others = {
    fr: `« ${name} » n'est pas une colonne. Celles que l'on connaît : ${list}.`,
    es: `«${name}» no es una columna. Las conocidas son: ${list}.`,
    ar: `"${name}" ليس عمودا. الأعمدة المعروفة: ${list}.`,
  };
  return new ProblemError({ status: 422, code: 'column-unknown', detail, others });
}
