import { parseEducationField } from '../../reference/education/education-fields.ts';
import { parseEducationLevel } from '../../reference/education/education.ts';
import type { Findings } from './findings.ts';
import { each, isObject, type JsonObject, textAt } from './json-values.ts';
import type { VacancyDraft } from './vacancy-draft.ts';

const path = '/educationRequirements';

/** Categories that search engines ask postings for, as EQF. */
const eqfOfCategory: Readonly<Record<string, number>> = {
  ...{ 'high school': 4, 'associate degree': 5, 'bachelor degree': 6, 'postgraduate degree': 7 },
};

/** A text, or what a DefinedTerm says: its code with the list it is from, its address, its name. */
function wordsOf(value: unknown): string[] {
  if (!isObject(value)) return [textAt({ value }, 'value')].filter((text) => text !== null);
  const [inSet] = each(value, 'inDefinedTermSet');
  const list = isObject(inSet) ? textAt(inSet, 'name') : textAt({ inSet }, 'inSet');
  const code = textAt(value, 'termCode');
  const [, scheme = ''] = /(ISCED-?F|ISCED|EQF)/i.exec(list ?? '') ?? [];
  const named = [textAt(value, 'url'), textAt(value, '@id'), textAt(value, 'name')];
  return [code === null ? null : `${scheme} ${code}`.trim(), ...named].filter(
    (text) => text !== null,
  );
}

/** A number alone, without the list it is from, may be of any. */
const isOfNoList = (text: string): boolean => /^\d*$/.test(text);

function levelOf(words: readonly string[]): number | null {
  const read = words.map(
    (text) =>
      eqfOfCategory[text.toLowerCase()] ??
      (/EQF|ISCED/i.test(text) ? parseEducationLevel(text) : null),
  );
  return read.find((level) => level !== null) ?? null;
}

/** The level that a posting asks for, in words of search engines or a code, and what it is about. */
export function readJobEducation(
  job: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'educationLevel' | 'educationField'> {
  const [asked] = each(job, 'educationRequirements');
  if (!isObject(asked)) return { educationLevel: levelOf(wordsOf(asked)), educationField: null };
  const words = ['credentialCategory', 'educationalLevel'].flatMap((key) =>
    each(asked, key).flatMap(wordsOf),
  );
  const about = each(asked, 'about').flatMap(wordsOf);
  const fields = about.map((text) => (isOfNoList(text) ? null : parseEducationField(text)));
  const field = fields.find((code) => code !== null) ?? null;
  if (field === null && about[0] !== undefined) {
    const at = { path: `${path}/about`, value: about[0] };
    findings.drop('education-field-unknown', at, 'No field of ISCED-F answers to it; left out.');
  }
  return { educationLevel: levelOf(words), educationField: field };
}
