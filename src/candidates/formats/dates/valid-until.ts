import type { Findings } from '../../../vacancies/formats/values/findings.ts';
import { saysNo } from '../cells/cell-values.ts';
import { writtenOut } from '../headers/header-words.ts';
import { tellNotHeld } from '../cells/not-held.ts';
import { saysNothing } from '../cells/nothing.ts';
import { readSheetDate } from './sheet-dates.ts';
import { type Column, findColumn, foldHeader } from '../headers/spreadsheet-columns.ts';

/** Names of the last day on which something holds, the longest first where one is the end of another. */
const names = [
  ...["date de fin de validité", 'fin de validité', 'date de validité', 'validité', "date d'expiration", "date d'échéance", 'expiration', 'échéance'],
  ...["valable jusqu'au", "valable jusqu'à", "valide jusqu'au", 'expire le', 'expiry date', 'expiration date', 'date of expiry', 'expiry', 'expires on', 'expires'],
  ...['valid until', 'valid till', 'valid to', 'validity', 'fecha de vencimiento', 'vencimiento', 'fecha de caducidad', 'caducidad', 'vigencia', 'validez'],
  ...['válido hasta', 'válida hasta', 'vigente hasta', 'vence el', 'تاريخ انتهاء الصلاحية', 'تاريخ نهاية الصلاحية', 'تاريخ الانتهاء', 'تاريخ انتهاء', 'صالحة إلى', 'صالحة لغاية', 'الصلاحية'],
].map((name) => writtenOut(foldHeader(name))); // prettier-ignore

/** What ends on a day that another column says. */
const ending = new Set<Column>(['licences', 'residence_permits']);

/** Whether something under a header ends on a day of which another column may tell. */
export const mayEnd = (column: Column | null): boolean => column !== null && ending.has(column);

/**
 * Of what a header is the last day: the column that it names, `Date de validité du permis`, or null where it is that of the column
 * before it, `Valable jusqu'au`; undefined for a header that is none.
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

/** What a cell holds unless it ended before `today` (`yyyy-mm-dd`), by the day that `until` says; empty where it did, and that is told. */
export function unlessEnded(
  cell: string,
  { until, today, column }: { until: string; today: string; column: Column },
  findings: Findings,
): string {
  if (cell === '' || saysNo(cell) || until === '' || saysNothing(until, 'available_until'))
    return cell;
  const last = readSheetDate(until);
  if (last === null) {
    const message = 'Until when it holds cannot be read; write 2027-01-31.';
    findings.drop('date-unreadable', { path: column, value: until }, message);
    return cell;
  }
  if (last >= today) return cell;
  tellNotHeld(`${cell}, ${until}`, column, findings);
  return '';
}
