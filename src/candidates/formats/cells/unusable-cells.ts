import type { Findings } from '../../../platform/formats/findings.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';

/**
 * Matches `#REF!`, `#NOM?`, `#¡VALOR!`. `#N/A` only says that there is no value, which is no error.
 */
const error = /^#[¡¿]?\p{Lu}+(?:\/0)?[!?]$/u;

const ditto = /^(?:idem|ídem|id\.|dito|ditto|["'″〃»«“”]{1,2}|←|↑|كذلك|نفسه|نفسها)$/iu;

/** Longer than any of these texts. */
const longest = 12;

/**
 * Returns an empty text, with a finding, for an error of the spreadsheet or a mark that repeats the
 * row above. Once rows are sorted, the row above is another person.
 */
export function usable(cell: string, path: Column, findings: Findings): string {
  if (cell.length > longest) return cell;
  const at = { path, value: cell };
  if (error.test(cell))
    findings.drop(
      'cell-error',
      at,
      'This cell holds a spreadsheet error. Correct the formula or write the value.',
    );
  else if (ditto.test(cell)) findings.drop('cell-ditto', at, repeated);
  else return cell;
  return '';
}

const repeated = 'This refers to the cell above, so it is not read. Write the value in each row.';
