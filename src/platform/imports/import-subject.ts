import type { ImportedRows } from './undo/undo-import.ts';

/** What a feature defines about the files that it takes in. */
export interface ImportSubject {
  /** The name as in its table and its paths. */
  name: 'candidates' | 'vacancies';
  /** The job that reads a file once it has arrived. */
  uploaded: 'candidate-import.uploaded' | 'vacancy-import.uploaded';
  /** What its imports create and change. */
  rows: ImportedRows;
  /** The message of a finding by language and code, in place of its English message. */
  sayings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
