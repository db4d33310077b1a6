import { readLanguage } from '../values/asked-languages.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import {
  asText,
  each,
  isObject,
  type JsonObject,
  objectsAt,
  textAt,
  textIn,
} from '../../../platform/formats/json/json-values.ts';
import { plainText, sanitiseHtml } from '../values/sanitise-html.ts';
import type { Place, VacancyDraft } from '../vacancy-draft.ts';

/** The language of each state with one official language, used if the posting names none. */
const languageOf: Readonly<Record<string, string>> = {
  AT: 'de',
  BG: 'bg',
  CZ: 'cs',
  DE: 'de',
  DK: 'da',
  EE: 'et',
  ES: 'es',
  FR: 'fr',
  GR: 'el',
  HR: 'hr',
  HU: 'hu',
  IT: 'it',
  LT: 'lt',
  LV: 'lv',
  NL: 'nl',
  NO: 'no',
  PL: 'pl',
  PT: 'pt',
  RO: 'ro',
  SE: 'sv',
  SI: 'sl',
  SK: 'sk',
  MA: 'fr',
  TN: 'fr',
};

/** A text, and the language with which it is tagged (JSON-LD 1.1, 4.2.4). */
interface TaggedText {
  text: string;
  language: string | null;
}

function taggedTexts(job: JsonObject, key: string, findings: Findings): TaggedText[] {
  return each(job, key).flatMap((value) => {
    const text = textIn(value, '@value');
    if (text === null) return [];
    const tag = isObject(value) ? textAt(value, '@language') : null;
    return [{ text, language: readLanguage({ path: `/${key}`, value: tag }, findings) }];
  });
}

/** Returns the text in that language, or else the first one. */
const textInLanguage = (
  texts: readonly TaggedText[],
  language: string | null,
): TaggedText | undefined =>
  texts.find((one) => language !== null && one.language === language) ?? texts[0];

/** Reads the language that the posting names for itself, or its context for every text. */
function namedLanguage(job: JsonObject, findings: Findings): string | null {
  const [named] = each(job, 'inLanguage');
  const value = isObject(named)
    ? (textAt(named, 'alternateName') ?? textAt(named, 'name'))
    : asText(named);
  const contexts = objectsAt(job, '@context');
  const tags = contexts.map((one) => ({ path: '/@context', value: textAt(one, '@language') }));
  return [{ path: '/inLanguage', value }, ...tags].reduce<string | null>(
    (read, at) => read ?? readLanguage(at, findings),
    null,
  );
}

function languageOfPlace(places: readonly Place[], findings: Findings): string {
  const path = '/inLanguage';
  const assumed = languageOf[places[0]?.country ?? ''];
  if (assumed === undefined) {
    findings.reject(
      'language-missing',
      { path },
      'The language of the text is missing or not recognised. Write its ISO 639-1 code, such as fr.',
    );
    return '';
  }
  findings.warn(
    'language-assumed',
    { path },
    `The language of the text is not given; read as ${assumed}, the language of the place. If it is another, write it in inLanguage.`,
  );
  return assumed;
}

/**
 * Reads title, text and language. Texts that are tagged with other languages are translations.
 * Without any language, the one of the place is assumed.
 */
export function readJobTexts(
  job: JsonObject,
  places: readonly Place[],
  findings: Findings,
): Pick<VacancyDraft, 'title' | 'language' | 'description' | 'translations'> {
  const [given, names] = ['title', 'name'].map((key) => taggedTexts(job, key, findings));
  const titles = given?.length ? given : (names ?? []);
  const texts = taggedTexts(job, 'description', findings);
  const named = namedLanguage(job, findings);
  const main = textInLanguage(titles, named);
  const title = plainText(main?.text ?? '');
  if (title === '')
    findings.reject('title-missing', { path: '/title' }, 'The vacancy has no title. Add it.');
  const language = main?.language ?? named ?? languageOfPlace(places, findings);
  const others = titles.flatMap(({ text, language: code }) => {
    if (code === null || code === language) return [];
    const description = texts.find((one) => one.language === code)?.text ?? '';
    return [[code, { title: plainText(text), description: sanitiseHtml(description) }] as const];
  });
  const description = sanitiseHtml(textInLanguage(texts, language)?.text ?? '');
  return { title, language, description, translations: Object.fromEntries(others) };
}
