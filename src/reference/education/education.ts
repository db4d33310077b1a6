/** The levels of the European Qualifications Framework (Council Recommendation 2017/C 189/03). */
export const eqfLevels = [1, 2, 3, 4, 5, 6, 7, 8] as const;

export interface IscedLevel {
  level: number;
  title: string;
}

/** The levels of ISCED 2011 (UNESCO) with English titles. */
export const iscedLevels: readonly IscedLevel[] = [
  { level: 0, title: 'Early childhood education' },
  { level: 1, title: 'Primary education' },
  { level: 2, title: 'Lower secondary education' },
  { level: 3, title: 'Upper secondary education' },
  { level: 4, title: 'Post-secondary non-tertiary education' },
  { level: 5, title: 'Short-cycle tertiary education' },
  { level: 6, title: "Bachelor's or equivalent level" },
  { level: 7, title: "Master's or equivalent level" },
  { level: 8, title: 'Doctoral or equivalent level' },
];

/**
 * The EQF level of each ISCED 2011 level, as Cedefop relates most national frameworks. There is no
 * official table, since EQF describes outcomes and ISCED programmes. Upper secondary spans EQF 3
 * and 4; the higher is used.
 */
const eqfOfIsced: readonly (number | null)[] = [null, 1, 2, 4, 4, 5, 6, 7, 8];

/**
 * Returns the EQF level, 1 to 8, of `EQF-5`, `5`, `ISCED-6` or `ISCED 2011 6`. Knows the French and
 * Spanish names too (CEC and CITE, MEC and CINE). A bare number is EQF. Null for `9` (other) and
 * for anything else.
 */
export function parseEducationLevel(text: string): number | null {
  const plain = text.trim().toUpperCase();
  const isced = /(?:ISCED|CITE|CINE)(?:[- ]?2011)?[- :]?(\d)$/.exec(plain)?.[1];
  if (isced !== undefined) return eqfOfIsced[Number(isced)] ?? null;
  const eqf = /^(?:(?:EQF|CEC|MEC)[- :]?)?([1-8])$/.exec(plain)?.[1];
  return eqf === undefined ? null : Number(eqf);
}
