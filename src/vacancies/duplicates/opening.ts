import type { Vacancy } from '../vacancy.entity.ts';

/** What tells which opening a vacancy is of. */
export type Opening = Pick<
  Vacancy,
  | 'sourceAgency' | 'sourceId' | 'title' | 'language' | 'translations' | 'description' | 'employerName'
  | 'employerLegalId' | 'isco' | 'locations' | 'startsOn' | 'positions' | 'schedule' // prettier-ignore
>;

/** The document that another service issued; null for what was entered here. */
export function issuedBy({ sourceAgency, sourceId }: Opening): string | null {
  return sourceAgency === 'own' ? null : JSON.stringify([sourceAgency, sourceId]);
}
