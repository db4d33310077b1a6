import i18next from 'i18next';
import { inEach, type Language } from './language.ts';

/**
 * The forms of a counted thing by the plural rules of the language (CLDR). `{count}` stands for the
 * number.
 */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** The sentences of one language. */
export interface Sayings<Code extends string, Counted extends string> {
  /**
   * The sentences by code. `{name}` stands for a parameter; `code_context` is used in that context.
   */
  sentences: Readonly<Record<Code, string>>;
  /** The counted things, by the name of the parameter that they stand for. */
  counted: Readonly<Record<Counted, Forms>>;
}

type Value = string | number;

export interface Speaker {
  /**
   * Returns the sentence with its parameters filled in; the code itself if there is no sentence.
   */
  say: (
    code: string,
    language: Language,
    told?: { params?: Readonly<Record<string, Value>>; context?: string },
  ) => string;
  knows: (code: string) => boolean;
}

/** Makes a speaker of these sentences. A sentence that a language lacks is said in English. */
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
    if (typeof value === 'string') return isolateFromArabic(dateIn(value, lng), lng);
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

/**
 * Locales with Latin digits in every language, as the administrations of the Maghreb write them.
 */
const numberLocales: Record<Language, string> = { en: 'en', fr: 'fr', es: 'es', ar: 'ar-MA' };

const numbers = inEach(
  (language) =>
    new Intl.NumberFormat(numberLocales[language], {
      useGrouping: false,
      maximumFractionDigits: 2,
    }),
);

const lists = inEach((language) => new Intl.ListFormat(language === 'en' ? 'en-GB' : language));

/** Joins words as an enumeration: `a, b and c`. */
export function listIn(words: readonly string[], language: Language): string {
  return lists[language].format(words);
}

/**
 * Returns a date `yyyy-mm-dd` as the language writes it in figures, `dd/mm/yyyy`; in English as it
 * is. Any other text is returned unchanged.
 */
export function dateIn(text: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (language === 'en' || !year || !month || !day) return text;
  return `${day}/${month}/${year}`;
}

/**
 * Isolates text that is not Arabic within a line from right to left (UAX #9, FSI and PDI).
 * Otherwise a code, a date or a citation could change places with its neighbours.
 */
function isolateFromArabic(text: string, language: Language): string {
  return language === 'ar' && /[^\p{Script=Arabic}\s]/u.test(text) ? `\u2068${text}\u2069` : text;
}
