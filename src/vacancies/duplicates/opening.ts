import { OWN_AGENCY } from '../formats/vacancy-draft.ts';
import type { Vacancy } from '../vacancy.entity.ts';

/** What an opening is found by. */
export type Found = Pick<
  Vacancy,
  | 'sourceAgency' | 'sourceId' | 'employerName' | 'employerLegalId' | 'isco' | 'locations'
  | 'title' | 'language' | 'translations' // prettier-ignore
>;

/** What tells which opening a vacancy is of. */
export interface Opening extends Found, Pick<Vacancy, 'startsOn' | 'positions' | 'schedule'> {
  /** What its description says, by a hash of its words; null where it says nothing. */
  text: string | null;
}

/** The document that another service issued; null for what was entered here. */
export function issuedBy({ sourceAgency, sourceId }: Found): string | null {
  return sourceAgency === OWN_AGENCY ? null : JSON.stringify([sourceAgency, sourceId]);
}
