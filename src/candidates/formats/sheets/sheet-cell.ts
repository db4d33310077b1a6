import { plainDigits } from '../../../reference/fold-words.ts';
import { type WordMeanings, translateCell } from '../headers/word-meanings.ts';
import { saysNo, splitCell } from '../cells/cell-values.ts';
import { withPayUnits } from '../cells/desired-pay.ts';
import { licenceSaid } from '../cells/driving-licences.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import { saysNothing } from '../cells/nothing.ts';
import { readSheetDate } from '../dates/sheet-dates.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';
import { tidyLines, withoutPlace } from '../cells/tidy-cells.ts';
import { withUnit } from '../cells/worked-years.ts';

/**
 * Returns what a cell says under its header (`Permis B`, `Langue maternelle`), written as in the
 * template's column; empty if it says nothing.
 */
export function readCell(
  sent: string,
  column: Column,
  mapping: HeaderMapping,
  words: WordMeanings,
): string {
  const { language, native, licence, unit, ofCards, ofPassports, number } = mapping;
  const meant = words.values.get(column);
  const told = meant ? translateCell(sent, meant, column) : sent;
  const cell = told.includes('\n') ? tidyLines(told, column) : told;
  if (saysNothing(cell, column)) return '';
  if (unit !== undefined) return withUnit(cell, unit);
  if (licence !== undefined) return licenceSaid(licence, cell);
  if (mayBeNone(column, number) && saysNo(cell)) return '';
  // The answer to a question: `Mobile (O/N)`.
  if (column === 'phone' && !/\p{Nd}/u.test(cell)) return '';
  if (column === 'birth_date' && /\p{L}/u.test(cell)) return withoutPlace(plainDigits(cell));
  if (column === 'desired_pay') return withPayUnits(cell, mapping.header);
  if (native) return asNative(cell);
  if (language !== undefined) return cell === '' || saysNo(cell) ? '' : `${language}:${cell}`;
  if (ofPassports) return asPassports(cell);
  // Its point and exponent show that the number was rounded.
  return ofCards && !isShortened.test(cell)
    ? cell.replace(/[\s.\u2010-\u2015-]/g, '').toUpperCase()
    : cell;
}

/** Matches `1,23457E+10`, to which a spreadsheet has shortened a number. */
const isShortened = /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i;

/** `Arabe, Tamazight`. A level beside one of them overrides the header. */
const asNative = (cell: string): string =>
  splitCell(cell)
    .map((value) => (/[:(\d]/.test(value) ? value : `${value}:C2`))
    .join(';');

/**
 * A number under a header of passports is a passport number. `oui` is not a number, and a date is
 * that of its validity.
 */
const asPassports = (cell: string): string =>
  saysNo(cell)
    ? ''
    : cell.replace(/^(?=.*\d{4})[A-Z0-9][A-Z0-9 -]{4,19}$/i, (number) =>
        readSheetDate(number) === null ? `passport:${number}` : number,
      );

/** Every candidate has a nationality, but few have a second one. */
const mayBeNone = (column: Column, number = 0): boolean =>
  column === 'residence_permits' || (column === 'nationalities' && number > 1);
