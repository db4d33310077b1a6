import type { Language } from '../../platform/language/language.ts';
import { type Sayings, speakerOf } from '../../platform/language/speaker.ts';
import type { AllocationMode, DrawOutcome } from './drawing/draw.ts';

type Words = Sayings<
  'result' | 'result-by-points' | `order-${AllocationMode}` | `outcome-${DrawOutcome}`,
  'points'
>;

const english: Words = {
  sentences: {
    result: 'Rank {rank} {order}: {outcome}.',
    'result-by-points': 'Rank {rank} {order} ({points}): {outcome}.',
    'order-first-come': 'by order of arrival',
    'order-batches': 'by order of arrival',
    'order-lottery': 'by lottery',
    'order-points': 'by points',
    'order-stable': 'by verified returns and score',
    'outcome-granted': 'every national offer that covers the application had a seat left',
    'outcome-seats-gone': 'this national offer had no seat left',
    'outcome-other-offer-full':
      'another national offer that covers the application had no seat left',
    'outcome-awaits-other-round':
      'another national offer that covers the application is still to be drawn',
    'outcome-placed-elsewhere': 'the candidate got a seat with another application',
  },
  counted: { points: { one: '{count} point', other: '{count} points' } },
};

const french: Words = {
  sentences: {
    result: 'Rang {rank} {order} : {outcome}.',
    'result-by-points': 'Rang {rank} {order} ({points}) : {outcome}.',
    'order-first-come': 'par ordre d’arrivée',
    'order-batches': 'par ordre d’arrivée',
    'order-lottery': 'par tirage au sort',
    'order-points': 'selon les points',
    'order-stable': 'selon les retours vérifiés et la note',
    'outcome-granted': 'il restait une place dans chaque offre nationale qui couvre la candidature',
    'outcome-seats-gone': 'cette offre nationale n’avait plus de place',
    'outcome-other-offer-full':
      'une autre offre nationale qui couvre la candidature n’avait plus de place',
    'outcome-awaits-other-round':
      'le tirage d’une autre offre nationale qui couvre la candidature n’a pas encore eu lieu',
    'outcome-placed-elsewhere': 'le candidat a obtenu une place avec une autre candidature',
  },
  counted: { points: { one: '{count} point', other: '{count} points' } },
};

const spanish: Words = {
  sentences: {
    result: 'Posición {rank} {order}: {outcome}.',
    'result-by-points': 'Posición {rank} {order} ({points}): {outcome}.',
    'order-first-come': 'por orden de llegada',
    'order-batches': 'por orden de llegada',
    'order-lottery': 'por sorteo',
    'order-points': 'por puntos',
    'order-stable': 'según los retornos verificados y la puntuación',
    'outcome-granted': 'quedaba una plaza en cada oferta nacional que abarca la candidatura',
    'outcome-seats-gone': 'esta oferta nacional no tenía más plazas',
    'outcome-other-offer-full':
      'otra oferta nacional que abarca la candidatura no tenía más plazas',
    'outcome-awaits-other-round':
      'el sorteo de otra oferta nacional que abarca la candidatura aún no se ha celebrado',
    'outcome-placed-elsewhere': 'la persona candidata obtuvo una plaza con otra candidatura',
  },
  counted: { points: { one: '{count} punto', other: '{count} puntos' } },
};

const arabic: Words = {
  sentences: {
    result: 'الرتبة {rank} {order}: {outcome}.',
    'result-by-points': 'الرتبة {rank} {order} ({points}): {outcome}.',
    'order-first-come': 'حسب ترتيب الوصول',
    'order-batches': 'حسب ترتيب الوصول',
    'order-lottery': 'حسب القرعة',
    'order-points': 'حسب النقاط',
    'order-stable': 'حسب حالات العودة الموثقة والنقاط',
    'outcome-granted': 'بقي مقعد في كل عرض وطني يشمل هذا الطلب',
    'outcome-seats-gone': 'لم يبق أي مقعد في هذا العرض الوطني',
    'outcome-other-offer-full': 'لم يبق أي مقعد في عرض وطني آخر يشمل هذا الطلب',
    'outcome-awaits-other-round': 'لم تُجر بعد قرعة عرض وطني آخر يشمل هذا الطلب',
    'outcome-placed-elsewhere': 'حصل المرشح على مقعد بطلب آخر',
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
