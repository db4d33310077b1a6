import { foldWords } from '../../../reference/fold-words.ts';
import { type Column, countryColumns } from '../headers/spreadsheet-columns.ts';

/** The words, folded, that mean an empty answer. `nada` is not among them, as it is a name. */
const words = new Set([
  'neant', 'aucun', 'aucune', 'non renseigne', 'non renseignee', 'non communique', 'inconnu', 'inconnue', 'sans objet', 'rien', 'nr',
  'n a', 'none', 'unknown', 'not available', 'not applicable', 'null',
  'sin datos', 'sin dato', 'ninguno', 'ninguna', 'no aplica', 'no tiene', 'no consta', 'desconocido', 's d', 'n d',
  'لا يوجد', 'لا يوجد شيء', 'لا توجد', 'لا شيء', 'غير متوفر', 'غير متوفره', 'غير معروف', 'بدون',
]); // prettier-ignore

/** Matches most cells that do say something, so that only the rest needs folding. */
const something = /[\d@:;]/;
/** Matches a text longer than any of these words. */
const long = /.{17}/;

/**
 * Returns whether a cell only says that there is nothing: `-`, `néant`, `N/A`, `sin datos`,
 * `لا يوجد`.
 */
export function saysNothing(cell: string, column: Column): boolean {
  if (cell === '' || something.test(cell) || (cell.length > 16 && long.test(cell))) return false;
  const folded = foldWords(cell).replaceAll('ة', 'ه');
  if (folded === '') return /^[-–—_./\\?\s]+$/.test(cell);
  // The null of databases.
  if (cell === '\\N') return true;
  if (words.has(folded)) return true;
  // In a column of countries `NA` is Namibia.
  return folded === 'na' && !countryColumns.some((one) => one === column);
}
