import { type InEach, inEach, type Language } from '../../language/language.ts';
import { sayRefusal } from '../../language/refusal-sayings.ts';
import { failureSayings } from './failure-sayings.ts';
import type { FileImport, FileImportError } from '../file-import.entity.ts';
import type { ImportSubject } from '../import-subject.ts';

/** What is wrong, in that language, with what `{}` stands for; a code that has no translation is said in English. */
export function sayFinding(
  { code, message }: Pick<FileImportError, 'code' | 'message'>,
  language: Language,
  sayings: ImportSubject['sayings'],
): string {
  const saying = sayings[language]?.[code] ?? failureSayings[language]?.[code];
  if (saying === undefined) return message;
  const said = saying.replace('{}', () => sayRefusal(message, language));
  return said + placeOf(message, language);
}

/** Where in a text its reader came to grief, which a saying leaves out; '' where it is not known. */
function placeOf(message: string, language: Language): string {
  const [, line, column] = / \(line (\d+), column (\d+)\)$/.exec(message) ?? [];
  if (line === undefined || column === undefined) return '';
  if (language === 'fr') return ` (ligne ${line}, colonne ${column})`;
  if (language === 'es') return ` (línea ${line}, columna ${column})`;
  return language === 'ar' ? ` (السطر ${line}، العمود ${column})` : '';
}

/** The same in each language. */
export function findingInEach(
  found: Pick<FileImportError, 'code' | 'message'>,
  sayings: ImportSubject['sayings'],
): InEach {
  return inEach((language) => sayFinding(found, language, sayings));
}

/** An import whose failure, if it has one, is told in that language. */
export function sayFailure<T extends Pick<FileImport, 'failure'>>(told: T, language: Language): T {
  const { failure } = told;
  const saying = failureSayings[language]?.[failure?.code ?? ''];
  if (!failure || saying === undefined) return told;
  const said = saying.replace('{}', () => failure.about ?? '');
  const message = said + placeOf(failure.message, language);
  return { ...told, failure: { ...failure, message } };
}
