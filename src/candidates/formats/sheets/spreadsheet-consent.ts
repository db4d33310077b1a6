import { foldWords } from '../../../reference/fold-words.ts';
import { formWords } from '../../enrolment/form-words.ts';
import { sectionWord } from '../../enrolment/section-words.ts';
import { languages } from '../../../platform/language/language.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import {
  type ConsentDraft,
  type ConsentPurpose,
  consentPurposes,
  type ConsentSection,
  consentSections,
  sha256Form,
} from '../candidate-draft.ts';
import { remembered } from '../cells/remembered.ts';
import { readCountries, saysNo, splitCell } from '../cells/cell-values.ts';
import { readDateAt } from '../dates/sheet-dates.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';

const everything = /^(all|\*|tout|toutes|todo|todas|الكل)$/i;

/**
 * Reads the consents of a row, one per purpose. There are none unless purpose, sections, countries
 * and date are all given, since consent is specific or it is no consent (Regulation (EU) 2016/679
 * Art. 4(11)).
 */
export function readConsents(cell: (column: Column) => string, findings: Findings): ConsentDraft[] {
  return readTogether(columns.map(cell).join(between), findings);
}

const columns = [
  ...(['consent_purposes', 'consent_sections', 'consent_countries', 'consent_given_on'] as const),
  ...(['consent_scan_sha256', 'consent_witness', 'consent_evidence'] as const),
] satisfies Column[];

/** A character that no cell contains (`cleanCell`). */
const between = '\0';

/** Remembered, as most candidates of a file consent to the same on the same day. */
const readTogether = remembered((cells: string, findings: Findings): ConsentDraft[] => {
  const sent = cells.split(between);
  const cell = (column: (typeof columns)[number]): string => sent[columns.indexOf(column)] ?? '';
  const purposes = readPurposes(cell('consent_purposes'), findings);
  const sections = readSections(cell('consent_sections'), findings);
  const countries = readConsentCountries(cell('consent_countries'), findings);
  const givenOn = readDateAt(cell('consent_given_on'), 'consent_given_on', findings);
  if (
    purposes.length === 0 ||
    sections.length === 0 ||
    countries.length === 0 ||
    givenOn === null
  ) {
    const message =
      'The consent is missing or incomplete, so the person is not matched. Write the purposes, sections, countries and date.';
    findings.warn('consent-missing', { path: 'consent_purposes' }, message);
    return [];
  }
  const proof = readProof(cell, findings);
  if (proof === null) return [];
  return purposes.map((purpose) => ({ purpose, sections, countries, givenOn, ...proof }));
});

/**
 * Reads the hash of the scan and the witness of a paper consent. Returns null with a finding unless
 * both are valid or both are empty.
 */
function readProof(
  cell: (column: (typeof columns)[number]) => string,
  findings: Findings,
): Pick<ConsentDraft, 'evidence' | 'scanSha256' | 'witness'> | null {
  const scanSha256 = cell('consent_scan_sha256').toLowerCase() || null;
  const witness = cell('consent_witness') || null;
  const isWhole = scanSha256 !== null && sha256Form.test(scanSha256) && witness !== null;
  if (isWhole || (scanSha256 === null && witness === null))
    return { evidence: cell('consent_evidence') || null, scanSha256, witness };
  const at = { path: 'consent_scan_sha256', value: scanSha256 ?? '' };
  const message =
    'A consent on paper needs the SHA-256 of its scan (64 hexadecimal digits) and a witness, so this one is left out. Write both.';
  findings.drop('paper-consent-incomplete', at, message);
  return null;
}

const readConsentCountries = remembered((cell: string, findings: Findings): string[] =>
  readCountries(cell, 'consent_countries', findings),
);

/** The purposes and sections in the words of the printed form, folded. */
const purposeOf = new Map(
  Object.values(formWords).flatMap(({ purposes }) =>
    consentPurposes.map((purpose) => [foldWords(purposes[purpose]), purpose] as const),
  ),
);

const sectionOf = new Map(
  consentSections.flatMap((section) =>
    languages.map((language) => [foldWords(sectionWord(section, language)), section] as const),
  ),
);

const readPurposes = remembered((cell: string, findings: Findings): ConsentPurpose[] => {
  const sent = splitCell(cell.toLowerCase()).filter((word) => !saysNo(word));
  const words = sent.map((word) => purposeOf.get(foldWords(word)) ?? word);
  for (const value of words.filter((word) => !consentPurposes.some((known) => known === word))) {
    const at = { path: 'consent_purposes', value };
    findings.drop(
      'purpose-unknown',
      at,
      `This purpose is unknown, and "yes" names none. Write one or more of these: ${consentPurposes.join(', ')}.`,
    );
  }
  return consentPurposes.filter((known) => words.includes(known));
});

const readSections = remembered((cell: string, findings: Findings): ConsentSection[] => {
  const words = splitCell(cell.toLowerCase());
  if (words.some((word) => everything.test(word))) return [...consentSections];
  return words.flatMap((value) => {
    if (saysNo(value)) return [];
    const known =
      consentSections.find((section) => section === value) ?? sectionOf.get(foldWords(value));
    if (known) return [known];
    const at = { path: 'consent_sections', value };
    findings.drop(
      'section-unknown',
      at,
      `This section is unknown. Write "all" or some of these: ${consentSections.join(', ')}.`,
    );
    return [];
  });
});
