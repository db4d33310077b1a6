import type { ProblemError } from '../../../platform/http/problem.ts';
import { notUsable, refuse } from '../../../platform/http/refuse.ts';
import { columns } from '../../formats/headers/spreadsheet-columns.ts';

/** 422: words are learnt only for a column of the template, and headers only mean one. */
export function columnUnknown(name: string): ProblemError {
  const list = columns.join(', ');
  return refuse(422, 'column-unknown', {
    en: `"${name}" is no column. Known are: ${list}.`,
    fr: `« ${name} » n'est pas une colonne. Celles que l'on connaît : ${list}.`,
    es: `«${name}» no es una columna. Las conocidas son: ${list}.`,
    ar: `"${name}" ليس عمودا. الأعمدة المعروفة: ${list}.`,
  });
}

/** 400: headers and cells are compared by their letters and digits alone. */
export function wordWithoutLetters(): ProblemError {
  return notUsable('/word', 'word-without-letters', {
    en: 'A word needs a letter or a digit, by which it is known again.',
    fr: 'Un mot a besoin d’une lettre ou d’un chiffre, auxquels on le reconnaît.',
    es: 'Una palabra necesita una letra o una cifra, por las que se la reconoce.',
    ar: 'تحتاج الكلمة إلى حرف أو رقم تُعرف به.',
  });
}
