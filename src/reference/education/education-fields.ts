import { readTable } from '../csv-table.ts';

/**
 * A field of ISCED-F 2013 (UNESCO Institute for Statistics, 2014): 11 broad, 29 narrow, 80
 * detailed.
 */
export interface EducationField {
  /** 2 digits for a broad field, 3 for a narrow one, 4 for a detailed one: `0913`. */
  code: string;
  /** The English title. */
  title: string;
}

export const educationFields: readonly EducationField[] = readTable(
  new URL('./isced-f-2013.csv', import.meta.url),
).map(([code = '', title = '']) => ({ code, title }));

const titles = new Map(educationFields.map(({ code, title }) => [code, title]));

/** The codes by title. If two fields share a title, the more detailed one wins. */
const codes = new Map(educationFields.map(({ code, title }) => [title.toLowerCase(), code]));

/** `0913`, `ISCED-F 0913`, `ISCED-F 2013: 0913`, or the URI that the Union gives the field. */
const form =
  /^(?:ISCED[- ]?F(?:[- ]?2013)?[- :]+|https?:\/\/data\.europa\.eu\/snb\/isced-f\/)?(\d{2,4})$/i;

/**
 * The last digits of codes that say no more than their group: not further defined,
 * inter-disciplinary, others.
 */
const RESIDUAL = '089';

/**
 * Returns the code of a field, 2 to 4 digits, from a code, its URI or its English title. `0919`
 * (other health) becomes `091`. Null for `9999` (unknown) and for anything else.
 */
export function parseEducationField(text: string): string | null {
  const plain = text.trim();
  const [, digits = ''] = form.exec(plain) ?? [];
  for (let length = digits.length; length >= 2; length -= 1) {
    const code = digits.slice(0, length);
    if (titles.has(code)) return code;
    if (!RESIDUAL.includes(code.slice(-1))) return null;
  }
  return codes.get(plain.toLowerCase()) ?? null;
}

/**
 * Reads a field as `parseEducationField` does, from a cell of a table, which may have lost its
 * leading zero: `913` becomes `0913`. `repaired` tells whether it had.
 */
export function repairEducationField(cell: string): { code: string; repaired: boolean } | null {
  const code = parseEducationField(cell);
  if (code !== null) return { code, repaired: false };
  const whole = parseEducationField(`0${cell.trim()}`);
  return whole === null ? null : { code: whole, repaired: true };
}

/** Returns the English title of a field; null for an unknown code. */
export function educationFieldTitle(code: string): string | null {
  return titles.get(code) ?? null;
}
