import { foldWords } from '../../fold-words.ts';

/** Letters that are written in two ways, and Arabic letters that typists interchange. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ڭ: 'ك', گ: 'ك', ڤ: 'ف', پ: 'ب', چ: 'ش',
}; // prettier-ignore
const twoWays = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** The Arabic article before a word that is long enough to have one. */
const article = /(?<!\p{L})ال(?=\p{L}{3})/gu;

/**
 * Returns the normal form of a title, in which different ways of writing it compare equal. Folds as
 * `foldWords` does, unifies ß and ss, ø and o, and the forms of alif, yā' and tā' marbūṭa, and
 * removes the Arabic article.
 */
export function normalForm(text: string): string {
  return foldWords(text)
    .replace(twoWays, (letter) => letters[letter] ?? letter)
    .replace(article, '');
}

/** Marks of the genders that are sought: `(m/w/d)`, `H/F`, `(M/V/X)`, `f/h`. */
const audience = /\(?(?<![\p{L}/])[mwfdhkvxi](?:\s*[/|,]\s*[mwfdhkvxi])+(?![\p{L}/])\)?/giu;

const endings = [
  'innen', 'in', 'frau', 'mann', 'ère', 'ere', 'euse', 'trice', 'rice', 'ice', 'esse', 'enne', 'ienne',
  'nne', 'ne', 'ive', 'se', 'ée', 'es', 'e', 's', 'as', 'a', 'ra', 'ora', 'essa', 'ster', 'inne', 'ka',
].join('|'); // prettier-ignore

/**
 * The other gender as an ending: `(e)`, `/in`, `*innen`, `·e·s`, `/-frau`, `-trice`, and
 * `arbeiterIn`.
 */
const endingMark = new RegExp(
  `(?<=\\p{L}{3})(?:\\((?:-?)(?:${endings})\\)|(?:/-?|[·•*:_.])(?:${endings})(?!\\p{L})|-(?:e|ère|ere|euse|trice|rice|in|innen|a)(?!\\p{L}))s?(?!\\p{L})`,
  'giu',
);
const innerCapital = /(?<=\p{Ll}{3})In(?:nen)?(?!\p{L})/gu;

const withoutMarks = (title: string): string =>
  title
    .replace(audience, ' ')
    .replace(endingMark, '')
    .replace(endingMark, '')
    .replace(innerCapital, '');

/** Returns whether two words are one word in two genders: `Förster` and `Försterin`. */
function areOneWord(a: string, b: string): boolean {
  const [one, other] = [normalForm(a), normalForm(b)];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same >= 3 && same >= Math.min(one.length, other.length) / 2;
}

/**
 * Splits `A/B rest` into `A rest` and `B rest` if A and B are one thing in two genders; otherwise
 * returns null.
 */
function inEitherGender(left: string, right: string): string[] | null {
  const [before, after] = [left.trim().split(/\s+/), right.trim().split(/\s+/)];
  for (let count = Math.min(before.length, after.length); count >= 1; count -= 1) {
    if (!areOneWord(before.at(-count) ?? '', after[0] ?? '')) continue;
    return [
      [...before, ...after.slice(count)].join(' '),
      [...before.slice(0, -count), ...after].join(' '),
    ];
  }
  return null;
}

/**
 * Returns the titles that one title stands for, in normal form, the most telling first: without
 * marks of gender, in either gender, and each of several alternatives. Empty for a title without a
 * word.
 */
export function formsOf(title: string): string[] {
  const plain = withoutMarks(title);
  const sides = plain.split('/').filter((side) => side.trim() !== '');
  const [left, right] = sides;
  const pair =
    sides.length === 2 && left !== undefined && right !== undefined
      ? inEitherGender(left, right)
      : null;
  const forms = pair === null ? [plain, ...sides] : [...pair, plain];
  return [...new Set(forms.map(normalForm).filter((form) => form !== ''))];
}

/**
 * Returns the parts of a title that dashes, commas or brackets separate, without marks of gender.
 * The first part names the work.
 */
export function partsOf(title: string): string[] {
  return withoutMarks(title)
    .split(/\s[-\u2013\u2014|]+\s|[,;:()[\]]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * Words about who is sought, when and for how long, but not for what work; also the "of" of
 * Moroccan Arabic.
 */
const aside = new Set(
  normalForm(
    'senior junior experienced certified skilled urgent urgently wanted full part time temporary seasonal ' +
      'confirmé confirmée débutant débutante expérimenté expérimentée qualifié qualifiée diplômé diplômée urgent ' +
      'temps plein partiel cdi cdd intérim saisonnier saisonnière recherche recherchons ' +
      'titulado temporal urgente jornada completa parcial experiencia ' +
      'vollzeit teilzeit minijob sofort gesucht brutto fulltime parttime gezocht uur heltid deltid sökes søkes tempo pieno ' +
      'ديال dyal dial',
  ).split(' '),
);

/** An amount such as `35` or `32h`: hours, pay or a postcode. */
const amount = /^\d+h?$/;

/**
 * Returns the forms of a title as somebody wrote it, as `formsOf` does. Those without side remarks
 * and amounts come first.
 */
export function askedForms(title: string): string[] {
  const forms = formsOf(title);
  const bare = forms.map((form) =>
    form
      .split(' ')
      .filter((word) => !aside.has(word) && !amount.test(word))
      .join(' '),
  );
  return [...new Set([...bare.filter((form) => form !== ''), ...forms])];
}
