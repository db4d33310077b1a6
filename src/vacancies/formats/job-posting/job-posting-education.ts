import { parseEducationField } from '../../../reference/education/education-fields.ts';
import { parseEducationLevel } from '../../../reference/education/education.ts';
import { foldArabicYa } from '../../../reference/fold-words.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import {
  asText,
  each,
  isObject,
  type JsonObject,
  textAt,
  textIn,
} from '../../../platform/formats/json/json-values.ts';
import type { VacancyDraft } from '../vacancy-draft.ts';

const path = '/educationRequirements';

/**
 * EQF levels by folded words. They are degrees that mean the same in every country (the cycles of
 * Bologna), the levels of the French framework (decree 2019-14), and the categories that search
 * engines require.
 */
const eqfOfWords = new Map(
  [
    [8, 'doctorate', 'doctorate degree', 'doctoral degree', 'phd', 'doctorat', 'doctorado', 'دكتوراه'],
    [7, 'postgraduate degree', 'master', 'masters', 'master degree', 'master s degree', 'masters degree', 'bac 5', 'ماجستير', 'ماستر'],
    [6, 'bachelor', 'bachelor degree', 'bachelor s degree', 'bachelors degree', 'licence', 'bac 3', 'bac 4', 'grado universitario', 'بكالوريوس', 'اجازه', 'الاجازه'],
    [5, 'associate degree', 'associate s degree', 'bts', 'dut', 'bac 2', 'tecnico superior'],
    [4, 'high school', 'high school diploma', 'baccalaureat', 'bac', 'bachillerato', 'بكالوريا', 'باكالوريا', 'البكالوريا', 'الباكالوريا'],
    [3, 'cap', 'bep', 'cap bep'],
  ].flatMap(([eqf, ...words]) => words.map((word) => [String(word), Number(eqf)] as const)),
); // prettier-ignore

/** Whole texts, folded, that ask for no education. */
const none = new Set([
  'no requirements',
  'none',
  'not required',
  'no education required',
  'aucun',
  'aucune',
  'sans diplome',
  'aucun diplome requis',
  'ninguno',
  'ninguna',
  'sin estudios',
  'بدون شهاده',
]);

/**
 * Returns the words of a text or a DefinedTerm: its code with the name of its list, its address and
 * its name.
 */
function wordsOf(value: unknown): string[] {
  if (!isObject(value)) return [asText(value)].filter((text) => text !== null);
  const [inSet] = each(value, 'inDefinedTermSet');
  const list = textIn(inSet, 'name');
  const code = textAt(value, 'termCode');
  const [, scheme = ''] = /(ISCED-?F|ISCED|EQF)/i.exec(list ?? '') ?? [];
  const named = [textAt(value, 'url'), textAt(value, '@id'), textAt(value, 'name')];
  return [code === null ? null : `${scheme} ${code}`.trim(), ...named].filter(
    (text) => text !== null,
  );
}

/** Returns whether the text is a bare number with no list named: it could belong to any of them. */
const isOfNoList = (text: string): boolean => /^\d*$/.test(text);

function levelOf(words: readonly string[]): number | null {
  const read = words.map(
    (text) =>
      eqfOfWords.get(foldArabicYa(text)) ??
      (/EQF|ISCED/i.test(text) ? parseEducationLevel(text) : null),
  );
  return read.find((level) => level !== null) ?? null;
}

/**
 * Returns the words in which a credential states its level: plain text, its category or its
 * educational level.
 */
function levelWordsOf(credential: unknown): string[] {
  if (!isObject(credential)) return wordsOf(credential);
  const keys = ['credentialCategory', 'educationalLevel'];
  return keys.flatMap((key) => each(credential, key).flatMap(wordsOf));
}

/** Reads the level of education that a posting asks for, in words or as a code, and its field. */
export function readJobEducation(
  job: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'educationLevel' | 'educationField'> {
  const [asked] = each(job, 'educationRequirements');
  const level = readLevel(asked, findings);
  const qualified = levelOfQualifications(job, findings);
  const about = isObject(asked) ? each(asked, 'about').flatMap(wordsOf) : [];
  const fields = about.map((text) => (isOfNoList(text) ? null : parseEducationField(text)));
  const field = fields.find((code) => code !== null) ?? null;
  if (field === null && about[0] !== undefined) {
    const at = { path: `${path}/about`, value: about[0] };
    findings.drop(
      'education-field-unknown',
      at,
      'This field of study has no counterpart in ISCED-F, so it is left out. Write a code, such as 0913.',
    );
  }
  return { educationLevel: level ?? qualified, educationField: field };
}

function readLevel(asked: unknown, findings: Findings): number | null {
  const words = levelWordsOf(asked);
  const level = levelOf(words);
  const [first] = words;
  if (level === null && first !== undefined && !none.has(foldArabicYa(first))) {
    const message =
      'This level is neither of the EQF nor of ISCED, so it is left out. Write for example EQF-5 or ISCED-6.';
    findings.drop('education-unknown', { path, value: first }, message);
  }
  return level;
}

/**
 * Reads degrees among the qualifications. Any other qualification can be read only by people, and
 * is reported.
 */
function levelOfQualifications(job: JsonObject, findings: Findings): number | null {
  let found: number | null = null;
  for (const one of each(job, 'qualifications')) {
    const words = [...levelWordsOf(one), ...(isObject(one) ? wordsOf(one) : [])];
    const level = levelOf(words);
    const [first] = words;
    if (level !== null) found ??= level;
    else if (first !== undefined && !none.has(foldArabicYa(first))) {
      const message =
        'A qualification in words is not read. Write its level, such as EQF-5, or a skill.';
      findings.drop('qualification-unread', { path: '/qualifications', value: first }, message);
    }
  }
  return found;
}
