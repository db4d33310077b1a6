import type { EntityManager } from 'typeorm';

/** What a feature defines about the files that it takes in. */
export interface ImportSubject {
  /** The name as in its table and its paths. */
  name: 'candidates' | 'vacancies';
  /** The job that reads a file once it has arrived. */
  uploaded: 'candidate-import.uploaded' | 'vacancy-import.uploaded';
  /**
   * Removes what the import created and restores what it changed.
   * @throws ProblemError 409 if something was changed since, or something depends on it
   */
  undo: (sql: EntityManager, importId: string) => Promise<void>;
  /** The message of a finding by language and code, in place of its English message. */
  sayings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
