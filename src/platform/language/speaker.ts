import i18next from 'i18next';
import { inEach, type Language } from './language.ts';

/** The forms of a counted thing, by the plural rules of the language (CLDR); `{count}` is how many. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** What is said in one language. */
export interface Sayings<Code extends string, Counted extends string> {
  /** By code; `{name}` stands for a parameter, and `code_context` is said in that context. */
  sentences: Readonly<Record<Code, string>>;
  /** By the name of the parameter that they stand for. */
  counted: Readonly<Record<Counted, Forms>>;
}

type Value = string | number;

export interface Speaker {
  /** The saying with its parameters put into it; the code where there is none. */
  say: (
    code: string,
    language: Language,
    told?: { params?: Readonly<Record<string, Value>>; context?: string },
  ) => string;
  knows: (code: string) => boolean;
}

/** Says things in the languages given, and in English what one of them lacks. */
export function speakerOf<Code extends string, Counted extends string>(
  sayings: Readonly<Record<Language, Sayings<Code, Counted>>>,
): Speaker {
  const i18n = i18next.createInstance({
    resources: inEach((language) => ({ sayings: keysOf(sayings[language]) })),
    fallbackLng: 'en',
    defaultNS: 'sayings',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    missingInterpolationHandler: () => '?',
  });
  void i18n.init();
  const { counted } = sayings.en;
  const worded = (name: string, value: Value, lng: Language): string => {
    if (typeof value === 'string') return setApart(dateIn(value, lng), lng);
    const replace = { count: numbers[lng].format(value) };
    return name in counted ? i18n.t(name, { lng, count: value, replace }) : replace.count;
  };
  return {
    say: (code, lng, { params = {}, context = '' } = {}) => {
      const words = Object.entries(params).map(([name, value]) => [name, worded(name, value, lng)]);
      return i18n.t(code, {
        replace: Object.fromEntries(words) as Record<string, string>,
        context,
        lng,
      });
    },
    knows: (code) => i18n.exists(code),
  };
}

function keysOf({ sentences, counted }: Sayings<string, string>): Record<string, string> {
  const forms = Object.entries(counted).flatMap(([name, of]) =>
    Object.entries(of).map(([form, text]) => [`${name}_${form}`, text] as const),
  );
  return { ...sentences, ...Object.fromEntries(forms) };
}

/** Latin digits in every language, as the administrations of the Maghreb write them. */
const numberLocales: Record<Language, string> = { en: 'en', fr: 'fr', es: 'es', ar: 'ar-MA' };

const numbers = inEach(
  (language) =>
    new Intl.NumberFormat(numberLocales[language], {
      useGrouping: false,
      maximumFractionDigits: 2,
    }),
);

const lists = inEach((language) => new Intl.ListFormat(language === 'en' ? 'en-GB' : language));

/** Some words as one enumeration: `a, b and c`. */
export function listIn(words: readonly string[], language: Language): string {
  return lists[language].format(words);
}

/** A calendar date as the language writes it in figures, English as in ISO 8601; all else as it is. */
export function dateIn(text: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (language === 'en' || !year || !month || !day) return text;
  return `${day}/${month}/${year}`;
}

/**
 * In a line from right to left, what is not Arabic keeps its own direction (UAX #9, FSI and PDI), so that
 * a code, a date or a citation does not change places with what stands beside it.
 */
function setApart(text: string, language: Language): string {
  return language === 'ar' && /[^\p{Script=Arabic}\s]/u.test(text) ? `\u2068${text}\u2069` : text;
}
