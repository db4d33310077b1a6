import type { Findings } from '../../vacancies/formats/findings.ts';
import { licenceCategories } from '../../vacancies/formats/code-words.ts';
import { saysNo, splitCell } from './cell-values.ts';
import { remembered } from './remembered.ts';

/** What is written beside the categories: `permis B et C`, `Cat. B`, `carné de conducir B`, `صنف ب`. */
const besides =
  /(?<!\p{L})(permis|conduire|categories|catégories|categorie|catégorie|categoría|categoria|category|cat|classe|class|carné|carnet|licencia|permiso|conducir|driving|licence|license|رخصة|السياقة|القيادة|صنف|de|et|y|and|و)(?!\p{L})\.?/giu;

/** The letters of the categories on licences in Arabic. */
const arabicLetters: Readonly<Record<string, string>> = { أ: 'A', ا: 'A', ب: 'B', ج: 'C', د: 'D' };

/**
 * The categories of Directive 2006/126/EC in a cell. What is none of them, such as a category of
 * another country, is kept as it is written, with a word: a person reads it, the score does not.
 */
export const readLicences = remembered((cell: string, findings: Findings): string[] => {
  const licences = splitCell(cell).flatMap((value) => {
    if (saysNo(value)) return [];
    if (yes.test(value)) {
      findings.drop('licence-unknown', { path: 'licences', value }, advice);
      return [];
    }
    const bare = value
      .replace(/\(.*?\)/g, ' ')
      .replace(/([BCD]1?)\s*\+\s*E/gi, '$1E')
      .replace(besides, ' ')
      .replaceAll(':', ' ');
    const parts = bare.split(/[\s+]+/).filter(Boolean);
    const known = parts.map((part) => arabicLetters[part] ?? part.toUpperCase());
    if (known.length > 0 && known.every(isCategory)) return known;
    findings.warn('licence-unknown', { path: 'licences', value }, advice);
    return [value.toUpperCase()];
  });
  return [...new Set(licences)];
});

/** Which categories it does not say. */
const yes = /^(yes|oui|si|sí|نعم)$/i;

const isCategory = (word: string): boolean =>
  licenceCategories.some((category) => category === word);

const advice = `Write the categories, such as B;CE. Known are ${licenceCategories.join(', ')}.`;
