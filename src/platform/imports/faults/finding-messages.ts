import { type InEach, inEach, type Language } from '../../language/language.ts';
import { sayRefusal } from '../../language/refusal-sayings.ts';
import { failureSayings } from './failure-sayings.ts';
import type { FileImport, FileImportError } from '../file-import.entity.ts';
import type { ImportSubject } from '../import-subject.ts';

/**
 * Returns the message of a finding in the given language, with what `{}` stands for. A code without
 * a translation keeps its English message.
 */
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

/** Returns the place in a text where reading failed, which translations omit; '' if unknown. */
function placeOf(message: string, language: Language): string {
  const [, line, column] = / \(line (\d+), column (\d+)\)$/.exec(message) ?? [];
  if (line === undefined || column === undefined) return '';
  if (language === 'fr') return ` (ligne ${line}, colonne ${column})`;
  if (language === 'es') return ` (línea ${line}, columna ${column})`;
  return language === 'ar' ? ` (السطر ${line}، العمود ${column})` : '';
}

/** Returns the message of a finding in every language. */
export function findingInEach(
  found: Pick<FileImportError, 'code' | 'message'>,
  sayings: ImportSubject['sayings'],
): InEach {
  return inEach((language) => sayFinding(found, language, sayings));
}

/** Returns the import with the message of its failure, if any, in the given language. */
export function sayFailure<T extends Pick<FileImport, 'failure'>>(told: T, language: Language): T {
  const { failure } = told;
  const saying = failureSayings[language]?.[failure?.code ?? ''];
  if (!failure || saying === undefined) return told;
  const said = saying.replace('{}', () => failure.about ?? '');
  const message = said + placeOf(failure.message, language);
  return { ...told, failure: { ...failure, message } };
}
