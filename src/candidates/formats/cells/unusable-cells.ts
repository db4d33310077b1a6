import type { Findings } from '../../../vacancies/formats/values/findings.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';

/** `#REF!`, `#NOM?`, `#¡VALOR!`; of `#N/A` the value is not there, and nothing is wrong. */
const error = /^#[¡¿]?\p{Lu}+(?:\/0)?[!?]$/u;

const ditto = /^(?:idem|ídem|id\.|dito|ditto|["'″〃»«“”]{1,2}|←|↑|كذلك|نفسه|نفسها)$/iu;

/** Longer than any of these. */
const longest = 12;

/**
 * Nothing in place of what only the spreadsheet or the row above could tell, and a word of it: when rows are sorted, the one above is
 * another person.
 */
export function usable(cell: string, path: Column, findings: Findings): string {
  if (cell.length > longest) return cell;
  const at = { path, value: cell };
  if (error.test(cell)) findings.drop('cell-error', at, 'An error of the spreadsheet, no value.');
  else if (ditto.test(cell)) findings.drop('cell-ditto', at, repeated);
  else return cell;
  return '';
}

const repeated = 'This stands for the cell above: write the value in each row.';
