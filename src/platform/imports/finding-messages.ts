import { type InEach, inEach, type Language } from '../language/language.ts';
import { sayRefusal } from '../language/refusal-sayings.ts';
import { failureSayings } from './failure-sayings.ts';
import type { FileImport, FileImportError } from './file-import.entity.ts';
import type { ImportSubject } from './import-subject.ts';

/** What is wrong, in that language, with what `{}` stands for; a code that has no translation is said in English. */
export function sayFinding(
  { code, message }: Pick<FileImportError, 'code' | 'message'>,
  language: Language,
  sayings: ImportSubject['sayings'],
): string {
  const saying = sayings[language]?.[code] ?? failureSayings[language]?.[code] ?? message;
  return saying.replace('{}', () => sayRefusal(message, language));
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
  const message = saying.replace('{}', () => failure.about ?? '');
  return { ...told, failure: { ...failure, message } };
}
