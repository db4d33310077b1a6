import type { Findings } from '../../../platform/formats/findings.ts';
import { saysNo } from '../cells/cell-values.ts';
import { writtenOut } from '../headers/header-words.ts';
import { tellNotHeld } from '../cells/not-held.ts';
import { saysNothing } from '../cells/nothing.ts';
import { readSheetDate } from './sheet-dates.ts';
import { type Column, findColumn, foldHeader } from '../headers/spreadsheet-columns.ts';

/**
 * Names for the last day of validity. If one name is the end of another, the longer comes first.
 */
const names = [
  "date de fin de validité", 'fin de validité', 'date de validité', 'validité', "date d'expiration", "date d'échéance", 'expiration', 'échéance',
  "valable jusqu'au", "valable jusqu'à", "valide jusqu'au", 'expire le', 'expiry date', 'expiration date', 'date of expiry', 'expiry', 'expires on', 'expires',
  'valid until', 'valid till', 'valid to', 'validity', 'fecha de vencimiento', 'vencimiento', 'fecha de caducidad', 'caducidad', 'vigencia', 'validez',
  'válido hasta', 'válida hasta', 'vigente hasta', 'vence el', 'تاريخ انتهاء الصلاحية', 'تاريخ نهاية الصلاحية', 'تاريخ الانتهاء', 'تاريخ انتهاء', 'صالحة إلى', 'صالحة لغاية', 'الصلاحية',
].map((name) => writtenOut(foldHeader(name))); // prettier-ignore

/** The columns that may end on a day stated in another column. */
const ending = new Set<Column>(['licences', 'residence_permits']);

/** Returns whether a value of the column may end on a day stated in another column. */
export const mayEnd = (column: Column | null): boolean => column !== null && ending.has(column);

/**
 * Returns the column whose last day a header gives: the one that it names
 * (`Date de validité du permis`), or null for the column before it (`Valable jusqu'au`). Undefined
 * for any other header.
 */
export function findValidity(header: string): Column | null | undefined {
  const folded = writtenOut(foldHeader(header));
  const name = names.find((one) => ` ${folded} `.includes(` ${one} `));
  if (name === undefined) return undefined;
  const rest = ` ${folded} `.replace(` ${name} `, ' ').trim();
  if (rest === '') return null;
  const column = findColumn(rest);
  return mayEnd(column) ? column : undefined;
}

/**
 * Returns the cell, or an empty text with a finding if the day in `until` is before `today`
 * (`yyyy-mm-dd`). If `until` cannot be read, there is a finding and the cell is kept.
 */
export function unlessEnded(
  cell: string,
  { until, today, column }: { until: string; today: string; column: Column },
  findings: Findings,
): string {
  if (cell === '' || saysNo(cell) || until === '' || saysNothing(until, 'available_until'))
    return cell;
  const last = readSheetDate(until);
  if (last === null) {
    const message = 'The end of validity cannot be read. Write it as 2027-01-31.';
    findings.drop('date-unreadable', { path: column, value: until }, message);
    return cell;
  }
  if (last >= today) return cell;
  tellNotHeld(`${cell}, ${until}`, column, findings);
  return '';
}
