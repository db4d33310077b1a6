import { foldArabicYa } from '../../reference/fold-words.ts';
import type { Findings } from './findings.ts';
import { each, isObject, type JsonObject, textAt } from './json-values.ts';
import type { AskedExperience } from './vacancy-draft.ts';
import { saysNoExperience, tokensOfLength, unitsAYear } from './years-in-words.ts';

const path = '/experienceRequirements';

const LONGEST_YEARS = 60;
/** Beyond, it is a description, of which the number may be of anything. */
const LONGEST_TEXT = 300;

/** Whole texts, folded, that ask for none; the first is what search engines have postings write. */
const none = new Set([
  ...['no requirements', 'none', 'not required', 'no experience required', 'no experience needed', 'no experience necessary', 'entry level'],
  ...['aucune', 'aucune experience requise', 'aucune experience exigee', 'aucune experience n est exigee', 'debutant accepte', 'debutants acceptes', 'debutant e accepte e', 'experience non exigee'],
  ...['ninguna', 'no se requiere experiencia', 'experiencia no requerida', 'no se exige experiencia', 'no requiere experiencia'],
  ...['لا يشترط خبره', 'لا تشترط خبره', 'لا تشترط الخبره', 'الخبره غير مطلوبه', 'خبره غير مطلوبه'],
]); // prettier-ignore

/** A length of something else than work that is asked for: of a life, of the time to look back on, the most. */
const ofSomethingElse =
  /(?<!\p{L})(?:old|aged?|ages?|edad|سن|السن|عمر|العمر|last|past|derni\p{L}*|ultim[oa]s|اخر|less|max|maximum|maximo|up to|jusqu|hasta|اقل من|(?<!(?:au|a lo|al) )(?:moins|menos))(?!\p{L})/u;

/** Letters that are units in a table and words in a sentence. */
const units = new Map([...unitsAYear].filter(([word]) => word.length > 1));

const betweenTwo = new Set(['-', '/', 'a', 'to', 'ou', 'or', 'o', 'et', 'and', 'y', 'الي', 'او']);

/**
 * Years, to one decimal, that a text asks for: `au moins 2 ans d'expérience`, the lower of `3 to 5 years`. Null unless
 * there is one length of time alone, which is of work.
 */
function askedYears(text: string): number | null {
  if (text.length > LONGEST_TEXT || ofSomethingElse.test(foldArabicYa(text))) return null;
  const [years, ...others] = lengthsIn(tokensOfLength(text));
  if (years === undefined || others.length > 0 || years > LONGEST_YEARS) return null;
  return Math.round(years * 10) / 10;
}

/** The years of each number with its unit behind it, perhaps with `+` or a higher number between the two. */
function lengthsIn(tokens: readonly string[]): number[] {
  const marked = tokens.filter((token) => !/^[+()]$/.test(token));
  const lengths: number[] = [];
  for (let at = 0; at < marked.length; at += 1) {
    const lowest = amountOf(marked[at]);
    if (lowest === null) continue;
    if (betweenTwo.has(marked[at + 1] ?? '') && amountOf(marked[at + 2]) !== null) at += 2;
    const perYear = units.get(marked[at + 1] ?? '');
    if (perYear !== undefined) lengths.push(lowest / perYear);
  }
  return lengths;
}

const amountOf = (token = ''): number | null =>
  /^\d/.test(token) ? Number(token.replace(',', '.')) : null;

function asksForNone(text: string): boolean {
  return none.has(foldArabicYa(text)) || saysNoExperience(text);
}

/**
 * The work that a schema.org posting asks for: the months of an OccupationalExperienceRequirements, or plain
 * words of English, French, Spanish or Arabic. What names no length of time is told and left out.
 */
export function readJobExperience(job: JsonObject, findings: Findings): AskedExperience[] {
  const years = each(job, 'experienceRequirements').flatMap((one) => {
    const text = isObject(one) ? textOf(one) : textAt({ one }, 'one');
    const months = isObject(one) ? textAt(one, 'monthsOfExperience') : null;
    if (months === null && (text === null || asksForNone(text))) return [];
    const read = months === null ? askedYears(text ?? '') : yearsOfMonths(months);
    if (read !== null) return read === 0 ? [] : [read];
    const message = 'No length of time that is asked for is found in it; left out.';
    findings.drop('experience-unreadable', { path, value: months ?? text }, message);
    return [];
  });
  return [...new Set(years)].map((each) => ({ isco: null, years: each }));
}

/** What an object without months says of itself. */
const textOf = (one: JsonObject): string | null =>
  textAt(one, 'description') ?? textAt(one, 'name');

function yearsOfMonths(text: string): number | null {
  const months = Number(text);
  return months >= 0 && months <= 12 * LONGEST_YEARS ? Math.round(months / 1.2) / 10 : null;
}
