import type { Language } from '../../platform/language/language.ts';
import type { Forms } from '../../platform/language/speaker.ts';

type Counted = 'days' | 'years' | 'vacancies';

/**
 * Counted things in the plural forms of each language (CLDR plural rules). `vacancies` are
 * additional ones.
 */
export const counted: Readonly<Record<Language, Readonly<Record<Counted, Forms>>>> = {
  en: {
    days: { one: '{count} day', other: '{count} days' },
    years: { one: '{count} year', other: '{count} years' },
    vacancies: { one: '{count} more vacancy', other: '{count} more vacancies' },
  },
  fr: {
    days: { one: '{count} jour', other: '{count} jours' },
    years: { one: '{count} an', other: '{count} ans' },
    vacancies: { one: '{count} offre d’emploi de plus', other: '{count} offres d’emploi de plus' },
  },
  es: {
    days: { one: '{count} día', other: '{count} días' },
    years: { one: '{count} año', other: '{count} años' },
    vacancies: { one: '{count} oferta de empleo más', other: '{count} ofertas de empleo más' },
  },
  ar: {
    days: {
      zero: '{count} يوم',
      one: 'يوم واحد',
      two: 'يومان',
      few: '{count} أيام',
      many: '{count} يوما',
      other: '{count} يوم',
    },
    years: {
      zero: '{count} سنة',
      one: 'سنة واحدة',
      two: 'سنتان',
      few: '{count} سنوات',
      many: '{count} سنة',
      other: '{count} سنة',
    },
    vacancies: {
      zero: '{count} وظيفة شاغرة إضافية',
      one: 'وظيفة شاغرة إضافية واحدة',
      two: 'وظيفتان شاغرتان إضافيتان',
      few: '{count} وظائف شاغرة إضافية',
      many: '{count} وظيفة شاغرة إضافية',
      other: '{count} وظيفة شاغرة إضافية',
    },
  },
};
