import type { Findings } from '../../../platform/formats/findings.ts';
import { splitList } from './cell-values.ts';
import { numberBehind } from '../headers/numbered-columns.ts';
import { headerForms } from '../headers/spreadsheet-columns.ts';

/**
 * Matches ISCO-08 under its French (CITP) and Spanish (CIUO) names too. CNO, ROME and ISCO-88 have
 * other codes.
 */
const nameOfList = /^(?:(?:code|codigo|رمز) )?(?:citp|isco|ciuo)(?: ?(?:08|2008))?(?: code)?$/;

/**
 * The most numbered columns of occupations. A higher number belongs to another list, as in
 * `CITP-88`.
 */
const mostNumbered = 9;

/**
 * Returns the number of a column of ISCO-08 codes: 0 for `Code CITP`, 2 for `Code CITP 2`; null for
 * any other header.
 */
export function findOccupationCode(header: string): number | null {
  if (headerForms(header).some((form) => nameOfList.test(form))) return 0;
  const { name, number } = numberBehind(header) ?? { name: '', number: 0 };
  return number <= mostNumbered && nameOfList.test(name) ? number : null;
}

/**
 * Joins titles with the codes of the column beside them: `7212 Soudeur;7126 Plombier`. If the
 * numbers differ, or a value is not a code, returns the titles alone with a finding.
 */
export function withCodes(titles: string, codes: string, findings: Findings): string {
  // A program that took the column for numbers writes 7112.0.
  const each = splitList(codes).map((code) => code.replace(/^(\d{4})\.0$/, '$1'));
  const named = splitList(titles);
  if (each.length === 0 || named.length === 0) return titles || codes;
  if (each.length !== named.length || !each.every((code) => isCode.test(code))) {
    const message =
      'Each title needs one ISCO-08 code, so only the titles are read. Write for example 7212;7126 for Welder;Plumber.';
    findings.drop('occupation-codes-unclear', { path: 'occupation', value: codes }, message);
    return titles;
  }
  return named.map((title, at) => `${each[at] ?? ''} ${title.replace(ownCode, '')}`).join(';');
}

const isCode = /^\d{1,4}(?:\.\d+)?$/;
/** Matches a code that the title already begins with. */
const ownCode = /^\d{1,4}(?:\.\d+)?[\s:,.–-]+(?=\p{L})/u;

/** The longest title in characters. */
const longest = 200;

/**
 * Matches the code in `5120 Camarero`, `G1803 - Serveur`, `Albañil (7121)`, in the forms of CNO,
 * ROME and ISCO-88.
 */
const codeOfAnotherList =
  /(?<![\p{L}\d])(?:cno|rome|[A-Z])?[ -]?\d{3,8}(?:[.-]\d)?(?![\p{L}\d])/giu;

/**
 * Returns the titles in words from a cell whose codes belong to another list than ours. Drops a
 * value that is only a code.
 */
export function titlesAlone(cell: string, path: string, findings: Findings): string {
  const titles = splitList(cell).flatMap((value) => {
    const title = value
      .slice(0, longest)
      .replace(codeOfAnotherList, ' ')
      .replace(/^[\s:,.()–-]+|(?<![\s:,.()–-])[\s:,.()–-]+$/g, '');
    if (/\p{L}{2}/u.test(title)) return [title];
    const message =
      'This code is neither of ISCO-08 nor of ESCO, so it is left out. Write the title of the occupation.';
    findings.drop('occupation-list-unknown', { path, value }, message);
    return [];
  });
  return titles.join(';');
}
