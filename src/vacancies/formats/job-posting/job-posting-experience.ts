import { foldArabicYa } from '../../../reference/fold-words.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import {
  asText,
  each,
  isObject,
  type JsonObject,
  textAt,
} from '../../../platform/formats/json/json-values.ts';
import type { AskedExperience } from '../vacancy-draft.ts';
import {
  saysNoExperience,
  tokensOfLength,
  unitsAYear,
  withoutAtLeast,
} from '../../../reference/years-in-words.ts';

const path = '/experienceRequirements';

const LONGEST_YEARS = 60;
/** A longer text is a description, in which a number may mean anything. */
const LONGEST_TEXT = 300;

/**
 * Whole texts, folded, that ask for no experience. The first is the one that search engines
 * prescribe.
 */
const none = new Set([
  'no requirements', 'none', 'not required', 'no experience required', 'no experience needed', 'no experience necessary', 'entry level',
  'aucune', 'aucune experience requise', 'aucune experience exigee', 'aucune experience n est exigee', 'debutant accepte', 'debutants acceptes', 'debutant e accepte e', 'experience non exigee',
  'ninguna', 'no se requiere experiencia', 'experiencia no requerida', 'no se exige experiencia', 'no requiere experiencia',
  'لا يشترط خبره', 'لا تشترط خبره', 'لا تشترط الخبره', 'الخبره غير مطلوبه', 'خبره غير مطلوبه',
]); // prettier-ignore

/**
 * Words that show that the length of time is not work asked for: an age, a period in the past, a
 * maximum, a course or a contract.
 */
const ofSomethingElse =
  /(?<!\p{L})(?:old|aged?|ages?|edad|سن|السن|عمر|العمر|last|past|derni\p{L}*|ultim[oa]s|اخر|less|max|maximum|maximo|up to|jusqu|hasta|اقل من|moins|menos|training|formation\p{L}*|formacion|contra\p{L}*|cdd|cdi|stages?|internship|practicas|fixed|probation|demi|half|medio|تكوين|تدريب|عقد|نصف)(?!\p{L})/u;

/**
 * Words that may precede the number. After any other word it may mean something else (`Bac+2 et 3
 * ans`, `vingt-deux ans`).
 */
const before = new Set(
  [
    'at', 'least', 'minimum', 'min', 'minimal', 'of', 'a', 'an', 'from', 'with', 'over', 'more', 'than', 'required', 'relevant', 'work', 'working',
    'experience', 'experiences', 'exp', 'professional', 'proven', 'au', 'moins', 'mini', 'plus', 'de', 'd', 'du', 'partir', 'avec', 'experimente',
    'professionnelle', 'requise', 'exigee', 'demandee', 'souhaitee', 'justifier', 'justifiez', 'vous', 'il', 'faut', 'entre', 'between',
    'al', 'menos', 'minimo', 'minima', 'como', 'por', 'lo', 'mas', 'desde', 'con', 'experiencia', 'requerida', 'profesional', 'laboral', 'se', 'requiere', 'requieren',
    'خبره', 'الخبره', 'لا', 'تقل', 'يقل', 'عن', 'علي', 'الاقل', 'مهنيه', 'مطلوبه', 'من', 'بين', 'ادني', 'حد', 'كحد', 'الحد', 'الادني',
  ].map((word) => foldArabicYa(word)).concat([...":->=≥.,(+'’"]),
); // prettier-ignore

/** Single letters are left out: they are units in a table, but words in a sentence. */
const units = new Map([...unitsAYear].filter(([word]) => word.length > 1));

const betweenTwo = new Set(['-', '/', 'a', 'to', 'ou', 'or', 'o', 'et', 'and', 'y', 'الي', 'او']);

/**
 * Returns the years, to one decimal, that a text asks for, such as `au moins 2 ans d'expérience`.
 * Of `3 to 5 years` and of `three (3) to five (5) years` it is the lower number. Returns null
 * unless there is exactly one length of time, and no word shows that it means something else.
 */
function askedYears(words: string): number | null {
  const text = withoutAtLeast(words);
  if (text.length > LONGEST_TEXT || ofSomethingElse.test(foldArabicYa(text))) return null;
  const tokens = onceEachNumber(tokensOfLength(text));
  const at = tokens.findIndex((token) => amountOf(token) !== null);
  const lowest = amountOf(tokens[at]);
  if (lowest === null || !tokens.slice(0, at).every((token) => before.has(token))) return null;
  const behind = tokens.slice(at + 1).filter((token) => token !== '+');
  const higher = betweenTwo.has(behind[0] ?? '') ? amountOf(behind[1]) : null;
  if (higher !== null && higher <= lowest) return null;
  const rest = higher === null ? behind : behind.slice(2);
  const perYear = units.get(rest[0] ?? '');
  const isAlone = !rest.some(
    (token, next) => amountOf(token) !== null && units.has(rest[next + 1] ?? ''),
  );
  if (perYear === undefined || !isAlone || lowest / perYear > LONGEST_YEARS) return null;
  return Math.round((10 * lowest) / perYear) / 10;
}

/** Removes a number that repeats the previous one in brackets: `three (3)`. */
const onceEachNumber = (tokens: readonly string[]): string[] =>
  tokens
    .join(' ')
    .replace(/(?<!\S)(\d\S*) \( \1 \)/g, '$1')
    .split(' ');

const amountOf = (token = ''): number | null =>
  /^\d/.test(token) ? Number(token.replace(',', '.')) : null;

function asksForNone(text: string): boolean {
  return none.has(foldArabicYa(text)) || saysNoExperience(text);
}

/**
 * Reads the experience that a schema.org posting asks for: the months of an
 * OccupationalExperienceRequirements, or plain words in English, French, Spanish or Arabic. A text
 * without a length of time is reported and left out.
 */
export function readJobExperience(job: JsonObject, findings: Findings): AskedExperience[] {
  const years = each(job, 'experienceRequirements').flatMap((one) => {
    const text = isObject(one) ? textOf(one) : asText(one);
    const months = isObject(one) ? textAt(one, 'monthsOfExperience') : null;
    if (months === null && (text === null || asksForNone(text))) return [];
    const read = months === null ? askedYears(text ?? '') : yearsOfMonths(months);
    if (read !== null) return read === 0 ? [] : [read];
    const message =
      'No length of experience can be read here, so it is left out. Write a number of years or months, such as 2 years.';
    findings.drop('experience-unreadable', { path, value: months ?? text }, message);
    return [];
  });
  return [...new Set(years)].map((each) => ({ isco: null, years: each }));
}

/** Returns the description or the name of an object without months. */
const textOf = (one: JsonObject): string | null =>
  textAt(one, 'description') ?? textAt(one, 'name');

function yearsOfMonths(text: string): number | null {
  const months = Number(text);
  return months >= 0 && months <= 12 * LONGEST_YEARS ? Math.round(months / 1.2) / 10 : null;
}
