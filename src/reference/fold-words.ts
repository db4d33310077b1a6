/**
 * Accents of Latin, Greek and Cyrillic letters, and the short vowels and lengthening mark of
 * Arabic.
 */
const marks = /[\u0300-\u036f\u064b-\u0652\u0670\u0640]/g;

/** A text that needs folding only of its capitals. */
const oneWord = /^[a-z0-9]*$/i;

/**
 * Folds the words of a name, so that different ways of writing it compare equal. The result is in
 * lower case, without accents and Arabic vowel signs. Anything but letters and numbers becomes one
 * space.
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
 * Folds as `foldWords` does, and unifies the forms of alif and of tā' marbūṭa, which typists
 * interchange. The two forms of yā' stay apart.
 */
export function foldArabic(text: string): string {
  return foldWords(text).replaceAll('ة', 'ه').replace(/[أإآ]/g, 'ا');
}

/** Folds as `foldArabic` does, and unifies the two forms of yā'. */
export function foldArabicYa(text: string): string {
  return foldArabic(text).replaceAll('ى', 'ي');
}

/** Replaces Arabic-Indic digits, eastern and western, by plain ones. */
export const plainDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
