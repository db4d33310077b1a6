import type { Findings } from '../../vacancies/formats/findings.ts';
import {
  type ConsentDraft,
  type ConsentPurpose,
  consentPurposes,
  type ConsentSection,
  consentSections,
} from './candidate-draft.ts';
import { remembered } from './remembered.ts';
import { readCalendarDate, readCountries, splitCell } from './cell-values.ts';
import type { Column } from './spreadsheet-columns.ts';

const everything = /^(all|\*|tout|toutes|todo|todas|الكل)$/i;

/**
 * The consents of a row: none unless purpose, sections, countries and date are all there, since
 * consent is specific or it is none (Regulation (EU) 2016/679 Art. 4(11)).
 */
export function readConsents(cell: (column: Column) => string, findings: Findings): ConsentDraft[] {
  const purposes = readPurposes(cell('consent_purposes'), findings);
  const sections = readSections(cell('consent_sections'), findings);
  const countries = readConsentCountries(cell('consent_countries'), findings);
  const givenOn = readCalendarDate(cell('consent_given_on'));
  if (
    purposes.length === 0 ||
    sections.length === 0 ||
    countries.length === 0 ||
    givenOn === null
  ) {
    const message = 'No complete consent (purposes, sections, countries, date): never matched.';
    findings.warn('consent-missing', { path: 'consent_purposes' }, message);
    return [];
  }
  const evidence = cell('consent_evidence') || null;
  return purposes.map((purpose) => ({ purpose, sections, countries, givenOn, evidence }));
}

const readConsentCountries = remembered((cell: string, findings: Findings): string[] =>
  readCountries(cell, 'consent_countries', findings),
);

const readPurposes = remembered((cell: string, findings: Findings): ConsentPurpose[] => {
  const words = splitCell(cell.toLowerCase());
  for (const value of words.filter((word) => !consentPurposes.some((known) => known === word))) {
    const at = { path: 'consent_purposes', value };
    findings.drop('purpose-unknown', at, `Known are: ${consentPurposes.join(', ')}.`);
  }
  return consentPurposes.filter((known) => words.includes(known));
});

const readSections = remembered((cell: string, findings: Findings): ConsentSection[] => {
  const words = splitCell(cell.toLowerCase());
  if (words.some((word) => everything.test(word))) return [...consentSections];
  return words.flatMap((value) => {
    const known = consentSections.find((section) => section === value);
    if (known) return [known];
    const at = { path: 'consent_sections', value };
    findings.drop('section-unknown', at, `Known are: ${consentSections.join(', ')}.`);
    return [];
  });
});
