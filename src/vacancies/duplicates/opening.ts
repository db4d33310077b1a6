import { OWN_AGENCY } from '../formats/vacancy-draft.ts';
import type { Vacancy } from '../vacancy.entity.ts';

/** The fields by which an opening is found. */
export type Found = Pick<
  Vacancy,
  | 'sourceAgency' | 'sourceId' | 'employerName' | 'employerLegalId' | 'isco' | 'locations'
  | 'title' | 'language' | 'translations' // prettier-ignore
>;

/** The fields that tell which opening a vacancy is for. */
export interface Opening extends Found, Pick<Vacancy, 'startsOn' | 'positions' | 'schedule'> {
  /** A hash of the words of its description, or null if it has none. */
  text: string | null;
}

/**
 * Returns the key of the document that another service issued, or null for a vacancy entered here.
 */
export function issuedBy({ sourceAgency, sourceId }: Found): string | null {
  return sourceAgency === OWN_AGENCY ? null : JSON.stringify([sourceAgency, sourceId]);
}
