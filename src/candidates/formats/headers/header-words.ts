/** Short forms, folded, with the words that they stand for. */
const shortForms = new Map<string, string>([
  ...([['niv', 'niveau'], ['dipl', 'diplome']] as const),
  ...([['nat', 'nationalite'], ['exp', 'experience'], ['dispo', 'disponible'], ['naiss', 'naissance']] as const),
  ...([['dt', 'date'], ['sit', 'situation'], ['fam', 'familiale'], ['matrim', 'matrimoniale']] as const),
]); // prettier-ignore

const articles = new Set('d de du des l la les of the del los las a'.split(' '));

/**
 * Returns a folded header with its short forms written out and without articles: `Niv. d'étude`
 * becomes `niveau etude`.
 */
export const writtenOut = (folded: string): string =>
  folded
    .split(' ')
    .map((word) => shortForms.get(word) ?? word)
    .filter((word, at, words) => !articles.has(word) || isCategory(word, words[at + 1]))
    .join(' ');

/** The `D` of `Permis D` is not an article, which comes before a word. */
const isCategory = (word: string, next: string | undefined): boolean =>
  word.length === 1 && (next === undefined || next.length === 1);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const given = set(
  'prenom prenoms nombre nombres given first forename forenames الاسم الشخصي والاسم والشخصي',
);
const family = set(
  'nom noms apellido apellidos apell surname surnames last النسب اللقب العائلي والنسب واللقب والعائلي',
);
const besideNames = set('name names nomb y e et and و famille pila completos complets الاسم');

/**
 * Returns whether a folded header names both the given and the family name, as `Nom & Prénoms`
 * does.
 */
export function isWholeName(folded: string): boolean {
  const words = writtenOut(folded).split(' ');
  return (
    words.some((word) => given.has(word)) &&
    words.some((word) => family.has(word)) &&
    words.every((word) => given.has(word) || family.has(word) || besideNames.has(word))
  );
}

const phones = set(
  `tel telephone telephones tels gsm portable portables mobile mobiles phone phones whatsapp whats telefono telefonos movil moviles celular celulares tfno tlf tlfno telf telef cel cell
  هاتف الهاتف هاتفه الموبايل موبايل الجوال جوال التليفون تليفون المحمول النقال واتساب`.replaceAll(/\s+/g, ' '),
); // prettier-ignore
const besidePhones = set('app n no nro num numero number contact رقم et y and o ou or');

/**
 * Returns whether a folded header names only a telephone: `Tél GSM`, `WhatsApp Number`,
 * `رقم الموبايل`.
 */
export function isPhone(folded: string): boolean {
  const words = writtenOut(folded).split(' ');
  return (
    words.some((word) => phones.has(word)) &&
    words.every((word) => phones.has(word) || besidePhones.has(word))
  );
}

/**
 * Returns the names in a header of several languages, such as `Nom / النسب` or
 * `Nationality الجنسية`, which all mean the same. Empty for a header in one language.
 */
export function namesWithin(header: string): string[] {
  if (!/[/|\n]|\p{Script=Arabic}/u.test(header)) return [];
  const parts = header.split(/[/|\n]/).flatMap((part) => {
    const inArabic = part.replace(/[^\p{Script=Arabic}\s]+/gu, ' ').trim();
    const others = part.replace(/\p{Script=Arabic}+/gu, ' ').trim();
    const isBoth = inArabic !== '' && /\p{L}/u.test(others);
    return isBoth ? [others, inArabic] : [part.trim()];
  });
  return parts.length > 1 ? parts.filter(Boolean) : [];
}
