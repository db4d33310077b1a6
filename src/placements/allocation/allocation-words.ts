import type { Language } from '../../platform/language/language.ts';
import { type Sayings, speakerOf } from '../../platform/language/speaker.ts';
import type { AllocationMode, DrawOutcome } from './drawing/draw.ts';

type Words = Sayings<
  'result' | 'result-by-points' | `order-${AllocationMode}` | `outcome-${DrawOutcome}`,
  'points'
>;

const english: Words = {
  sentences: {
    result: 'Number {rank} {order}: {outcome}.',
    'result-by-points': 'Number {rank} {order} with {points}: {outcome}.',
    'order-first-come': 'in the order of arrival',
    'order-batches': 'in the order of arrival',
    'order-lottery': 'in the order of the lottery',
    'order-points': 'in the order of points',
    'order-stable': 'by verified returns and score',
    'outcome-granted': 'a seat of every offer that covers it was left',
    'outcome-seats-gone': 'no seat was left',
    'outcome-other-offer-full': 'another offer that covers it had no seat left',
    'outcome-awaits-other-round': 'another offer that covers it is still to be drawn',
    'outcome-placed-elsewhere': 'the person got the seat of an application that suits them better',
  },
  counted: { points: { one: '{count} point', other: '{count} points' } },
};

const french: Words = {
  sentences: {
    result: 'Numéro {rank} {order} : {outcome}.',
    'result-by-points': 'Numéro {rank} {order}, avec {points} : {outcome}.',
    'order-first-come': 'dans l’ordre d’arrivée',
    'order-batches': 'dans l’ordre d’arrivée',
    'order-lottery': 'dans l’ordre du tirage au sort',
    'order-points': 'dans l’ordre des points',
    'order-stable': 'selon les retours vérifiés et la note',
    'outcome-granted': 'il restait une place dans chaque offre nationale concernée',
    'outcome-seats-gone': 'il ne restait plus de place',
    'outcome-other-offer-full': 'une autre offre nationale concernée n’avait plus de place',
    'outcome-awaits-other-round':
      'une autre offre nationale concernée n’a pas encore été attribuée',
    'outcome-placed-elsewhere':
      'la personne a obtenu la place d’une candidature qui lui convient mieux',
  },
  counted: { points: { one: '{count} point', other: '{count} points' } },
};

const spanish: Words = {
  sentences: {
    result: 'Número {rank} {order}: {outcome}.',
    'result-by-points': 'Número {rank} {order}, con {points}: {outcome}.',
    'order-first-come': 'por orden de llegada',
    'order-batches': 'por orden de llegada',
    'order-lottery': 'por orden de sorteo',
    'order-points': 'por orden de puntos',
    'order-stable': 'según los retornos verificados y la puntuación',
    'outcome-granted': 'quedaba una plaza en cada oferta nacional que la cubre',
    'outcome-seats-gone': 'no quedaban plazas',
    'outcome-other-offer-full': 'otra oferta nacional que la cubre no tenía más plazas',
    'outcome-awaits-other-round': 'otra oferta nacional que la cubre está aún por asignar',
    'outcome-placed-elsewhere': 'la persona obtuvo la plaza de una candidatura que le conviene más',
  },
  counted: { points: { one: '{count} punto', other: '{count} puntos' } },
};

const arabic: Words = {
  sentences: {
    result: 'الرقم {rank} {order}: {outcome}.',
    'result-by-points': 'الرقم {rank} {order} ({points}): {outcome}.',
    'order-first-come': 'حسب ترتيب الوصول',
    'order-batches': 'حسب ترتيب الوصول',
    'order-lottery': 'حسب ترتيب القرعة',
    'order-points': 'حسب ترتيب النقاط',
    'order-stable': 'حسب حالات العودة الموثقة والنقاط',
    'outcome-granted': 'بقي مقعد في كل عرض وطني يشمل هذا الطلب',
    'outcome-seats-gone': 'لم يبق أي مقعد',
    'outcome-other-offer-full': 'لم يبق أي مقعد في عرض وطني آخر يشمل هذا الطلب',
    'outcome-awaits-other-round': 'لم تُوزع بعد مقاعد عرض وطني آخر يشمل هذا الطلب',
    'outcome-placed-elsewhere': 'حصل الشخص على مقعد طلب أنسب له',
  },
  counted: {
    points: {
      zero: '{count} نقطة',
      one: 'نقطة واحدة',
      two: 'نقطتان',
      few: '{count} نقاط',
      many: '{count} نقطة',
      other: '{count} نقطة',
    },
  },
};

/** The words of allocation results, by language. */
export const allocationWords: Readonly<Record<Language, Words>> = {
  en: english,
  fr: french,
  es: spanish,
  ar: arabic,
};

export const allocationSayings = speakerOf(allocationWords);
