import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable, refuse } from '../platform/http/refuse.ts';

export function placementNotFound(): ProblemError {
  return refuse(404, 'placement-not-found', {
    en: 'There is no such placement, or it is not yours to see.',
    fr: "Ce placement n'existe pas, ou vous n'avez pas à le voir.",
    es: 'Esta colocación no existe, o no le corresponde verla.',
    ar: 'عملية التوظيف هذه غير موجودة، أو ليس لكم الاطلاع عليها.',
  });
}

export function noSuchRule(): ProblemError {
  return refuse(404, 'rule-not-found', {
    en: 'No rule of law held on that day.',
    fr: "Aucune règle de droit n'était en vigueur ce jour-là.",
    es: 'Ese día no regía ninguna norma.',
    ar: 'لم تكن أي قاعدة قانونية سارية في ذلك اليوم.',
  });
}

/** The vacancy is not one of the calling employer's. */
export function vacancyNotYours(): ProblemError {
  return refuse(409, 'vacancy-not-yours', {
    en: 'There is no such vacancy of yours.',
    fr: "Cette offre d'emploi n'est pas l'une des vôtres.",
    es: 'Esta oferta de empleo no es una de las suyas.',
    ar: 'عرض الشغل هذا ليس من عروضكم.',
  });
}

/** This employer has already offered the person a post of the vacancy. */
export function offeredBefore(): ProblemError {
  return refuse(409, 'offered-before', {
    en: 'The person has an open placement for this vacancy already.',
    fr: "La personne a déjà un placement en cours pour cette offre d'emploi.",
    es: 'La persona ya tiene una colocación abierta para esta oferta de empleo.',
    ar: 'للشخص عملية توظيف جارية لعرض الشغل هذا.',
  });
}

export function notYet(pointer: string): ProblemError {
  return notUsable(pointer, 'date-ahead', {
    en: 'It has not happened yet.',
    fr: "Cela n'a pas encore eu lieu.",
    es: 'Eso no ha ocurrido todavía.',
    ar: 'لم يحدث هذا بعد.',
  });
}
