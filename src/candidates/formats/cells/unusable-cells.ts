import type { Findings } from '../../../platform/formats/findings.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';

/**
 * Matches `#REF!`, `#NOM?`, `#¡VALOR!`. `#N/A` only says that there is no value, which is no error.
 */
const error = /^#[¡¿]?\p{Lu}+(?:\/0)?[!?]$/u;

const ditto = /^(?:idem|ídem|id\.|dito|ditto|["'″〃»«“”]{1,2}|←|↑|كذلك|نفسه|نفسها)$/iu;

/** Matches `???? ??`: letters or digits that a program wrote in a code without them. */
const lost = /^\?\?[?\s/.,-]{2,}$/;

/** Longer than any of these texts. */
const longest = 12;

/**
 * Returns an empty text, with a finding, for an error of the spreadsheet, lost letters or a mark
 * that repeats the row above. Once rows are sorted, the row above is another person.
 */
export function usable(cell: string, path: Column, findings: Findings): string {
  const at = { path, value: cell };
  if (lost.test(cell)) {
    findings.drop('text-unreadable', at, lettersLost);
    return '';
  }
  if (cell.length > longest) return cell;
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

const lettersLost =
  'The letters of this cell were lost when the file was saved. Type it again and save the file in UTF-8.';
