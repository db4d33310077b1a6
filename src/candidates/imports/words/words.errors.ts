import type { Finding } from '../../../platform/formats/finding.ts';
import type { ProblemError } from '../../../platform/http/problem.ts';
import { notUsable, refuse } from '../../../platform/http/refuse.ts';
import { findingInEach } from '../../../platform/imports/faults/finding-messages.ts';
import { columns } from '../../formats/headers/spreadsheet-columns.ts';
import { findingSayings } from '../finding-translations.ts';

/** 422: words are learnt only for a column of the template, and headers only mean one. */
export function columnUnknown(name: string): ProblemError {
  const list = columns.join(', ');
  return refuse(422, 'column-unknown', {
    en: `"${name}" is not a column of the template. Choose one of these: ${list}.`,
    fr: `« ${name} » n'est pas une colonne du modèle. Choisissez l'une des suivantes : ${list}.`,
    es: `«${name}» no es una columna de la plantilla. Elija una de las siguientes: ${list}.`,
    ar: `"${name}" ليس عمودا في النموذج. اختاروا أحد الأعمدة التالية: ${list}.`,
  });
}

/** 400 with what the reader of files would report of the meaning in every later file. */
export function meaningUnreadable(found: Finding): ProblemError {
  return notUsable('/means', found.code, findingInEach(found, findingSayings));
}

/** 400: headers and cells are compared by their letters and digits alone. */
export function wordWithoutLetters(): ProblemError {
  return notUsable('/word', 'word-without-letters', {
    en: 'The word contains neither a letter nor a digit, so it cannot be recognised. Enter one that does.',
    fr: 'Ce mot ne contient ni lettre ni chiffre et ne peut pas être reconnu. Indiquez-en un qui en contient.',
    es: 'La palabra no contiene ninguna letra ni cifra y no se puede reconocer. Indique una que las contenga.',
    ar: 'لا تحتوي الكلمة على أي حرف أو رقم، فلا يمكن التعرف عليها. اكتبوا كلمة تحتوي على حرف أو رقم.',
  });
}
