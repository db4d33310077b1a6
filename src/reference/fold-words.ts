/** Accents of Latin, Greek and Cyrillic letters; the short vowels and the lengthening of Arabic. */
const marks = /[\u0300-\u036f\u064b-\u0652\u0670\u0640]/g;

/** There is nothing to fold in it but its capitals. */
const oneWord = /^[a-z0-9]*$/i;

/**
 * The words of a name so that the ways of writing it compare equal: lower case, without accents and
 * Arabic vowel signs, everything that is neither letter nor number as one space.
 */
export function foldWords(text: string): string {
  if (oneWord.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * As `foldWords`, and with one form of the alif and of tā' marbūṭa, which typists use for others; the
 * two forms of yā' stay apart.
 */
export function foldArabic(text: string): string {
  return foldWords(text).replaceAll('ة', 'ه').replace(/[أإآ]/g, 'ا');
}

/** As `foldArabic`, and with one form of yā'. */
export function foldArabicYa(text: string): string {
  return foldArabic(text).replaceAll('ى', 'ي');
}

/** Arabic-Indic digits, eastern and western, as plain ones. */
export const plainDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
