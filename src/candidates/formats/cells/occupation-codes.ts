import type { Findings } from '../../../vacancies/formats/values/findings.ts';
import { splitList } from './cell-values.ts';
import { numberBehind } from '../headers/numbered-columns.ts';
import { headerForms } from '../headers/spreadsheet-columns.ts';

/** ISCO-08 under its French (CITP) and Spanish (CIUO) name too; CNO, ROME and ISCO-88 have other codes. */
const nameOfList = /^(?:(?:code|codigo|رمز) )?(?:citp|isco|ciuo)(?: ?(?:08|2008))?(?: code)?$/;

/** So many occupations of one person have columns of their own; behind a higher number is another list, as in `CITP-88`. */
const mostNumbered = 9;

/** Of `Code CITP`, 0; of `Code CITP 2`, 2; null for a header that is of no codes of ISCO-08. */
export function findOccupationCode(header: string): number | null {
  if (headerForms(header).some((form) => nameOfList.test(form))) return 0;
  const { name, number } = numberBehind(header) ?? { name: '', number: 0 };
  return number <= mostNumbered && nameOfList.test(name) ? number : null;
}

/**
 * Titles with the codes of the column beside them, `7212 Soudeur;7126 Plombier`. Where these are not as many, or are no
 * codes, the titles stand alone, and that is told.
 */
export function withCodes(titles: string, codes: string, findings: Findings): string {
  const each = splitList(codes);
  const named = splitList(titles);
  if (each.length === 0 || named.length === 0) return titles || codes;
  if (each.length !== named.length || !each.every((code) => isCode.test(code))) {
    const message = 'As many codes of ISCO-08 as titles are needed: the titles alone are read.';
    findings.drop('occupation-codes-unclear', { path: 'occupation', value: codes }, message);
    return titles;
  }
  return named.map((title, at) => `${each[at] ?? ''} ${title.replace(ownCode, '')}`).join(';');
}

const isCode = /^\d{1,4}(?:\.\d+)?$/;
/** A title may hold its code already. */
const ownCode = /^\d{1,4}(?:\.\d+)?[\s:,.–-]+(?=\p{L})/u;

/** Beyond, it is no title. */
const longest = 200;

/** `5120 Camarero`, `G1803 - Serveur`, `Albañil (7121)`: as in CNO, ROME and ISCO-88. */
const codeOfAnotherList =
  /(?<![\p{L}\d])(?:cno|rome|[A-Z])?[ -]?\d{3,8}(?:[.-]\d)?(?![\p{L}\d])/giu;

/** The titles in words of a cell whose codes are of another list than ours; a value that is a code alone is told. */
export function titlesAlone(cell: string, path: string, findings: Findings): string {
  const titles = splitList(cell).flatMap((value) => {
    const title = value
      .slice(0, longest)
      .replace(codeOfAnotherList, ' ')
      .replace(/^[\s:,.()–-]+|(?<![\s:,.()–-])[\s:,.()–-]+$/g, '');
    if (/\p{L}{2}/u.test(title)) return [title];
    const message = 'Neither ISCO-08 nor ESCO; it is left out. Write the title.';
    findings.drop('occupation-list-unknown', { path, value }, message);
    return [];
  });
  return titles.join(';');
}
