import { Findings } from '../../../platform/formats/findings.ts';
import { licenceCategories } from '../../../reference/code-words.ts';
import { meansOtherVehicles } from '../../../reference/countries/licence-letters.ts';
import { blanks, saysNo, saysYes, splitCell } from './cell-values.ts';
import { isNotHeld, withWhatUndoes } from './not-held.ts';
import { remembered } from './remembered.ts';
import { foldHeader } from '../headers/spreadsheet-columns.ts';

/**
 * Matches the words around categories: `permis B et C`, `Cat. B`, `carné de conducir B`, `صنف ب`.
 * Behind a dash, as in `ce-de`, `de` is a category.
 */
const besides =
  /(?<!\p{L}|-\s?)(permis|conduire|categories|catégories|categorie|catégorie|categoría|categoria|category|cat|classe|class|carné|carnet|licencia|permiso|conducir|driving|licence|license|رخصة|السياقة|القيادة|صنف|oui|yes|s[ií]|نعم|valide|valable|valid|de|et|y|and|و)(?!\p{L})\.?/giu;

/** Matches the `DE` of `PERMIS DE CONDUIRE`. Alone and in capitals it is a category. */
const capitalsBetween =
  /(?<=(?:PERMIS|PERMISO|CONDUIRE|CONDUCIR|CARN[EÉ]T?|LICENCIA|LICENCE)\s+)DE(?=\s+\p{L})/gu;

/** `permis B depuis 2015`. */
const sinceWhen = /(?<!\p{L})(?:depuis|since|desde|obtenue?\s+en|منذ)\s+\d{4}(?!\d)/giu;

/** The letters of the categories on Arabic licences. */
const arabicLetters: Readonly<Record<string, string>> = { أ: 'A', ا: 'A', ب: 'B', ج: 'C', د: 'D' };

/**
 * Returns the categories of Directive 2006/126/EC in a cell. Any other value, such as a category of
 * another country, is kept as written with a warning: people can read it, the score ignores it.
 */
export const readLicences = remembered((cell: string, findings: Findings): string[] => {
  const licences = withWhatUndoes(splitCell(cell.replace(blanks, ' '))).flatMap((value) => {
    const isSince = value.replace(sinceWhen, '').trim() === '';
    if (isSince || saysNo(value) || saysNone.test(value) || isNotHeld(value, 'licences', findings))
      return [];
    if (yes.test(value)) {
      findings.drop('licence-unknown', { path: 'licences', value }, advice);
      return [];
    }
    const bare = value
      .replace(/\(.*?\)/g, ' ')
      .replace(/([BCD]1?)\s*\+\s*E/gi, '$1E')
      .replace(sinceWhen, ' ')
      .replace(capitalsBetween, ' ')
      .replace(besides, (word) => (word === 'DE' ? word : ' '))
      .replace(/(?<=(?<!\p{L})[ABCDأابجد][1E]?)\s*-\s*(?=[ABCDأابجد][1E]?(?!\p{L}))/giu, ' ')
      .replaceAll(':', ' ');
    const parts = bare.split(/[\s+]+/).filter(Boolean);
    const known = parts.map((part) => arabicLetters[part] ?? part.toUpperCase());
    if (known.length > 0 && known.every(isCategory)) return known;
    findings.warn('licence-unknown', { path: 'licences', value }, advice);
    return [value.toUpperCase()];
  });
  return [...new Set(licences)];
});

/** `B (UE)`, as a licence issued in the Union is marked where the letters of the country differ. */
const ofUnion = /\(\s*(?:ue|eu|الاتحاد الا?أ?وروبي)\s*\)/iu;

/**
 * Returns the categories in a cell of a candidate who lives in `country` (ISO 3166-1 alpha-2; null
 * if not known). A category that means other vehicles there is kept as `C1 (CO)` with a warning:
 * people can read it, the score ignores it.
 */
export function readLicencesOf(country: string | null, cell: string, findings: Findings): string[] {
  const all = readLicences(cell, findings);
  const isOther = (licence: string): boolean => meansOtherVehicles(country, licence);
  if (country === null || !all.some(isOther)) return all;
  const union = splitCell(cell)
    .filter((value) => ofUnion.test(value))
    .flatMap((value) => readLicences(value, new Findings()));
  return all.map((licence) => {
    if (!isOther(licence) || union.includes(licence)) return licence;
    const value = `${licence} (${country})`;
    findings.warn('licence-of-country', { path: 'licences', value }, adviceOfCountry);
    return value;
  });
}

const adviceOfCountry =
  'On licences of this country, the category allows other vehicles than the EU category of the same name, so it does not count. Write the EU category for these vehicles with (EU) behind it, such as B (EU) for cars.';

const saysNone = /^(?:(?:sans|pas de|sin|no)(?: (?:permis|carn[eé]|permiso|licencia|licence))?)$/i;

/** Says that there is a licence, but not which categories. */
const yes = /^(yes|oui|si|sí|نعم)$/i;

const isCategory = (word: string): boolean =>
  licenceCategories.some((category) => category === word);

const advice = `This is not an EU licence category, so it does not count. Write for example B;CE; the categories are ${licenceCategories.join(', ')}.`;

/**
 * Matches `Permis B`, `رخصة السياقة صنف C`. Spanish headers are left out: in some countries of
 * America the same letters are other categories.
 */
const ofOneLicence =
  /^(?:permis(?: de conduire)?|رخصه (?:السياقه|القياده))(?: (?:cat|categorie|صنف|فئه))? (am|a1|a2|a|b|be|c1|c1e|c|ce|d1|d1e|d|de)$/;

/**
 * Returns the category if a column is for a single category of licence; null for any other header.
 */
export function findLicence(header: string): string | null {
  return ofOneLicence.exec(foldHeader(header))?.[1]?.toUpperCase() ?? null;
}

/** Matches `(depuis 2015)` and `: 12/05/2019` behind a yes. */
const sinceThen = /[\s(:,-]+(?:depuis|en|since|desde)?\s*\d[\d/.-]*\)?$/i;

/**
 * Returns what the cell of such a column says: the category, an empty text for no, or `C en cours`
 * if it is neither yes nor no.
 */
export function licenceSaid(licence: string, cell: string): string {
  if (cell === '' || saysNo(cell) || /^[0☐✗✘❌✖]\ufe0f?$/u.test(cell)) return '';
  const said = cell.replace(sinceThen, '');
  const isHeld = saysYes(said) || /^(?:o|y|[✓✔☑✅]\ufe0f?|ok|obtenue?)$/i.test(said);
  if (isHeld || cell.toUpperCase() === licence) return licence;
  return `${licence} ${cell.replace(/[/;,|]/g, '-')}`;
}
