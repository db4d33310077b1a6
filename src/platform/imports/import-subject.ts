import type { EntityManager } from 'typeorm';

/** What a feature says of the files that it takes in. */
export interface ImportSubject {
  /** As its table and its paths have it. */
  name: 'candidates' | 'vacancies';
  /** The job that reads a file once it is here. */
  uploaded: 'candidate-import.uploaded' | 'vacancy-import.uploaded';
  /**
   * What it brought goes, what it changed is as before.
   * @throws ProblemError 409 where something was changed since, or rests on it
   */
  undo: (sql: EntityManager, importId: string) => Promise<void>;
  /** By language and code of a finding: what is said instead of its English message. */
  sayings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
