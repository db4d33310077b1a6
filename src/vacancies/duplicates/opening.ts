import { OWN_AGENCY } from '../formats/vacancy-draft.ts';
import type { Vacancy } from '../vacancy.entity.ts';

/** What an opening is found by. */
export type Found = Pick<
  Vacancy,
  'sourceAgency' | 'sourceId' | 'employerName' | 'employerLegalId' | 'isco' | 'locations'
>;

/** What tells which opening a vacancy is of. */
export type Opening = Found &
  Pick<
    Vacancy,
    'title' | 'language' | 'translations' | 'description' | 'startsOn' | 'positions' | 'schedule'
  >;

/** The document that another service issued; null for what was entered here. */
export function issuedBy({ sourceAgency, sourceId }: Found): string | null {
  return sourceAgency === OWN_AGENCY ? null : JSON.stringify([sourceAgency, sourceId]);
}
