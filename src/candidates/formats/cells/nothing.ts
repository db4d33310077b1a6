import { foldWords } from '../../../reference/fold-words.ts';
import { type Column, countryColumns } from '../headers/spreadsheet-columns.ts';

/** What forms hold where there is nothing to say, folded; `nada` is not among them, since it is a name. */
const words = new Set([
  ...['neant', 'aucun', 'aucune', 'non renseigne', 'non renseignee', 'non communique', 'inconnu', 'inconnue', 'sans objet', 'rien', 'nr'],
  ...['n a', 'none', 'unknown', 'not available', 'not applicable', 'null'],
  ...['sin datos', 'sin dato', 'ninguno', 'ninguna', 'no aplica', 'no tiene', 'no consta', 'desconocido', 's d', 'n d'],
  ...['لا يوجد', 'لا يوجد شيء', 'لا توجد', 'لا شيء', 'غير متوفر', 'غير متوفره', 'غير معروف', 'بدون'],
]); // prettier-ignore

/** What says something at first sight, which most cells do: the rest is folded to be compared. */
const something = /[\d@:;]/;
/** Longer than any of these words. */
const long = /.{17}/;

/** Whether a cell is there to say that there is nothing: `-`, `néant`, `N/A`, `sin datos`, `لا يوجد`. */
export function saysNothing(cell: string, column: Column): boolean {
  if (cell === '' || something.test(cell) || (cell.length > 16 && long.test(cell))) return false;
  const folded = foldWords(cell).replaceAll('ة', 'ه');
  if (folded === '') return /^[-–—_./\\?\s]+$/.test(cell);
  // Of databases.
  if (cell === '\\N') return true;
  if (words.has(folded)) return true;
  // Of countries it is Namibia.
  return folded === 'na' && !countryColumns.some((one) => one === column);
}
