import type { Findings } from '../../../platform/formats/findings.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';

/**
 * Matches `#REF!`, `#NOM?`, `#¡VALOR!`, the `Err:508` of LibreOffice in its languages, and the
 * marks of a column too narrow for its number. `#N/A` only says that there is no value, which is no
 * error.
 */
const error =
  /^(?:#[¡¿]?\p{Lu}+(?:\/0)?[!?]|(?:err|خطأ)\s?:\s?5\d\d|#{3,}|#(?:CALC|SPILL|BUSY|GETTING_DATA)!?)$/iu;

/**
 * Matches `=CONCATENATE(B2;C2)`, `=B2`, `=2026-2020`, and the `=?` of a formula without its text.
 */
const formula = /^=\s?(?:[\p{L}$"(?]|[-+]?\d[\d.,]*\s?[-+*/^&])/u;

const ditto = /^(?:idem|ídem|id\.|dito|ditto|["'″〃»«“”]{1,2}|←|↑|كذلك|نفسه|نفسها)$/iu;

/** Matches `???? ??`: letters or digits that a program wrote in a code without them. */
const lost = /^\?\?[?\s/.,-]{2,}$/;

/** Matches `H?l?ne`, where a program wrote `?` for a letter that its code does not have. */
const lostWithin = /\p{L}\?\p{L}|^\?\p{L}/u;
/** Columns in which nobody asks anything. */
const ofNames = new Set<Column>(['given_name', 'family_name', 'residence_region']);

/** Longer than any of these texts, formulas apart. */
const longest = 14;

/** Returns whether a cell holds a formula without its result, or an error instead of a result. */
export const isUncalculated = (cell: string): boolean => formula.test(cell) || isError(cell);

const isError = (cell: string): boolean => cell.length <= longest && error.test(cell);

/**
 * Returns an empty text, with a finding, for an error of the spreadsheet, lost letters or a mark
 * that repeats the row above. Once rows are sorted, the row above is another person.
 */
export function usable(cell: string, path: Column, findings: Findings): string {
  const at = { path, value: cell };
  if (lost.test(cell) || (ofNames.has(path) && lostWithin.test(cell))) {
    findings.drop('text-unreadable', at, lettersLost);
    return '';
  }
  if (formula.test(cell)) {
    findings.drop('cell-formula', at, withoutResult);
    return '';
  }
  if (cell.length > longest) return cell;
  if (isError(cell))
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

const withoutResult =
  'This cell holds a formula whose result is not in the file. Open the file in a spreadsheet program, save it and send it again.';

const lettersLost =
  'The letters of this cell were lost when the file was saved. Type it again and save the file in UTF-8.';
