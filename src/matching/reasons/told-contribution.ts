import type { Language } from '../../platform/language/language.ts';
import { listIn } from '../../platform/language/speaker.ts';
import { cefrLevels } from '../../reference/languages/cefr.ts';
import { cefrDimensions } from '../../reference/languages/levels-by-dimension.ts';
import { type DetailCode, detailParameters } from '../scoring/details.ts';
import type { Contribution } from '../scoring/score.ts';
import { languageIn } from './names.ts';
import { sayings } from './sayings.ts';
import type { SkillLabels } from './skill-labels.ts';

/** A contribution with its detail in words. */
export type ToldContribution = Omit<Contribution, 'detail'> & { detail: string };

type Params = Readonly<Record<string, string>>;

/** Parts whose words name what the candidate lacks. */
const namesWhatLacks: ReadonlySet<Contribution['part']> = new Set(['languages', 'skills']);

/** How many missing skills are named; if there are more, none is. */
const MAX_NAMED_SKILLS = 5;

/**
 * Returns a function that puts contributions to one vacancy into words in the language. `labels`:
 * the words in which the vacancy asks for skills. Contributions that many candidates share are put
 * into words once. Details stored before details were codes stay in English until the decision is
 * made again.
 */
export function contributionsIn(
  language: Language,
  labels: SkillLabels = new Map(),
): (one: Contribution) => ToldContribution {
  const told = new Map<string, string>();
  return (one) => {
    const { part, silent, detail, lacks } = one;
    const key = [part, silent, detail, ...(namesWhatLacks.has(part) ? lacks : [])].join();
    const words = told.get(key) ?? detailOf(one, { language, labels });
    told.set(key, words);
    return { ...one, detail: words };
  };
}

/** Returns `part: detail` for each contribution, joined into one text. */
export function joinParts(told: readonly ToldContribution[], language: Language): string {
  const [colon, semicolon] = [say('colon', language), say('semicolon', language)];
  return told
    .map(({ part, detail }) => `${say(`part-${part}`, language)}${colon}${detail}`)
    .join(semicolon);
}

interface Telling {
  language: Language;
  labels: SkillLabels;
}

function detailOf(
  { part, detail, silent, lacks }: Contribution,
  { language, labels }: Telling,
): string {
  if (silent !== null) return say(`${part}-of-${silent}-unknown`, language);
  const [code = '', ...values] = detail.split(' ');
  if (!isDetailCode(code)) return detail;
  const named = detailParameters[code].map((name, at) => [name, values[at] ?? '']);
  const params = Object.fromEntries(named) as Params;
  const items = itemsOf(code, params, { lacks, language, labels });
  return items.join(say(part === 'skills' ? 'comma' : 'semicolon', language));
}

function isDetailCode(code: string): code is DetailCode {
  return Object.hasOwn(detailParameters, code);
}

interface Beside extends Telling {
  lacks: readonly string[];
}

function itemsOf(code: DetailCode, params: Params, beside: Beside): string[] {
  const { lacks, language } = beside;
  switch (code) {
    case 'skills':
      return [...skillItems(params, language), ...lackingSkills(beside)];
    case 'languages':
      return [
        sayDetail(code, params, language),
        ...shortLanguages(lacks, language),
        ...lackingLanguages(lacks, language),
      ];
    case 'wishes':
    case 'wishes-beside-pay':
      return wishItems(code, params, language);
    case 'isco':
      return [sayDetail(isAsAsked(params) ? 'isco-asked' : code, params, language)];
    default:
      return [sayDetail(code, params, language)];
  }
}

function isAsAsked({ ownCode, askedCode }: Params): boolean {
  return ownCode === askedCode;
}

function skillItems(params: Params, language: Language): string[] {
  const { essential, ofEssential, optional, ofOptional, near } = params;
  const kinds = [
    ['skills-essential', essential, ofEssential],
    ['skills-optional', optional, ofOptional],
  ] as const;
  const counts = kinds.filter(([, , asked]) => asked !== '0');
  return [
    ...counts.map(([code, own = '', asked = '']) => sayDetail(code, { own, asked }, language)),
    ...(near === '0' ? [] : [sayDetail('skills-near', { near: near ?? '' }, language)]),
  ];
}

/**
 * Names the missing skills as the vacancy does. None is named if one is only known by its ESCO URI.
 */
function lackingSkills({ lacks, language, labels }: Beside): string[] {
  const named = lacks.map((skill) => labels.get(skill) ?? skill);
  const isNamed = named.length <= MAX_NAMED_SKILLS && !named.some((one) => one.includes('://'));
  return isNamed ? lackingOf(named, language) : [];
}

/** Names the languages that are missing altogether, with the level asked: `fr:3` is French B1. */
function lackingLanguages(lacks: readonly string[], language: Language): string[] {
  const whole = lacks.map((lack) => lack.split(':')).filter(({ length }) => length === 2);
  const named = whole.map(([code = '', rank]) =>
    `${languageIn(code, language)} ${cefrLevels[Number(rank) - 1] ?? ''}`.trim(),
  );
  return lackingOf(named, language);
}

function lackingOf(named: readonly string[], language: Language): string[] {
  if (named.length === 0) return [];
  return [sayDetail('lacking', { lacking: listIn(named, language) }, language)];
}

/** Names the languages that fall short in some dimensions only, such as `fr:writing:3`. */
function shortLanguages(lacks: readonly string[], language: Language): string[] {
  const partly = lacks.map((lack) => lack.split(':')).filter(({ length }) => length === 3);
  return [...new Set(partly.map(([code = '']) => code))].map((code) => {
    const short = partly.filter(([own]) => own === code).map(([, dimension = '']) => dimension);
    const params = {
      language: languageIn(code, language),
      dimensions: dimensionsIn(short, language),
    };
    return sayDetail('language-short', params, language);
  });
}

function wishItems(
  code: DetailCode,
  { met = '', unmet = '' }: Params,
  language: Language,
): string[] {
  const kinds = [
    ['wishes-met', met],
    ['wishes-unmet', unmet],
  ] as const;
  const told = kinds
    .filter(([, names]) => names !== '')
    .map(([kind, names]) => {
      const wishes = names.split(',').map((name) => say(`wish-${name}`, language));
      return sayDetail(kind, { wishes: listIn(wishes, language) }, language);
    });
  return code === 'wishes' ? told : [...told, say('detail-wishes-beside-pay', language)];
}

/** Returns dimensions of the CEFR as an enumeration, in the order of the grid. */
export function dimensionsIn(dimensions: readonly string[], language: Language): string {
  const sorted = cefrDimensions.filter((one) => dimensions.includes(one));
  return listIn(
    sorted.map((one) => say(one, language)),
    language,
  );
}

function say(code: string, language: Language): string {
  return sayings.say(code, language);
}

/** Parameters that look like numbers but are codes of classifications. */
const codes = new Set(['ownCode', 'askedCode']);

function sayDetail(code: string, params: Params, language: Language): string {
  const values = Object.entries(params).map(([name, value]) => {
    const isFigure = /^\d+(\.\d+)?$/.test(value) && !codes.has(name);
    return [name, isFigure ? Number(value) : value];
  });
  const valued = Object.fromEntries(values) as Record<string, string | number>;
  return sayings.say(`detail-${code}`, language, { params: valued });
}
