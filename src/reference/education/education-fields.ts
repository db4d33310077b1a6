import { readTable } from '../csv-table.ts';

/** A field of ISCED-F 2013 (UNESCO Institute for Statistics, 2014): 11 broad, 29 narrow, 80 detailed. */
export interface EducationField {
  /** 2 digits for a broad field, 3 for a narrow one, 4 for a detailed one: `0913`. */
  code: string;
  /** In English. */
  title: string;
}

export const educationFields: readonly EducationField[] = readTable(
  new URL('./isced-f-2013.csv', import.meta.url),
).map(([code = '', title = '']) => ({ code, title }));

const titles = new Map(educationFields.map(({ code, title }) => [code, title]));

/** Of two with one title, the more detailed. */
const codes = new Map(educationFields.map(({ code, title }) => [title.toLowerCase(), code]));

/** `0913`, `ISCED-F 0913`, `ISCED-F 2013: 0913`, or the URI that the Union gives it. */
const form =
  /^(?:ISCED[- ]?F(?:[- ]?2013)?[- :]+|https?:\/\/data\.europa\.eu\/snb\/isced-f\/)?(\d{2,4})$/i;

/** How a code ends that says no more than its group: not further defined, inter-disciplinary, others. */
const RESIDUAL = '089';

/**
 * The code of a field, 2 to 4 digits, of a code, a URI of it or its English title; `0919` (other
 * health) is `091`. Null for `9999` (unknown) and for what is no field.
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

/** The same of a cell of a table, which may have lost the zero before the number: `913` is `0913`. */
export function repairEducationField(cell: string): { code: string; repaired: boolean } | null {
  const code = parseEducationField(cell);
  if (code !== null) return { code, repaired: false };
  const whole = parseEducationField(`0${cell.trim()}`);
  return whole === null ? null : { code: whole, repaired: true };
}

/** The English title of a field; null for a code that is none. */
export function educationFieldTitle(code: string): string | null {
  return titles.get(code) ?? null;
}
