import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable, refuse } from '../platform/http/refuse.ts';

export function placementNotFound(): ProblemError {
  return refuse(404, 'placement-not-found', {
    en: 'This placement does not exist, or you do not have access to it. Check its id.',
    fr: "Ce placement n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta colocación no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'عملية التوظيف هذه غير موجودة أو لا يحق لكم الاطلاع عليها. تحققوا من معرّفها.',
  });
}

export function noSuchRule(): ProblemError {
  return refuse(404, 'rule-not-found', {
    en: 'No rule on absences was in force on that day. Choose another day or state.',
    fr: "Aucune règle relative aux absences n'était en vigueur ce jour-là. Choisissez un autre jour ou un autre État.",
    es: 'Ese día no estaba en vigor ninguna norma sobre ausencias. Elija otro día u otro Estado.',
    ar: 'لم تكن أي قاعدة بشأن الغياب سارية في ذلك اليوم. اختاروا يوما آخر أو دولة أخرى.',
  });
}

/** The vacancy is not one of the calling employer's. */
export function vacancyNotYours(): ProblemError {
  return refuse(409, 'vacancy-not-yours', {
    en: 'This vacancy does not exist or is not one of yours. Check its id.',
    fr: "Cette offre d'emploi n'existe pas ou n'est pas l'une des vôtres. Vérifiez son identifiant.",
    es: 'Esta oferta de empleo no existe o no es una de las suyas. Compruebe su identificador.',
    ar: 'هذه الوظيفة غير موجودة أو ليست من وظائفكم. تحققوا من معرّفها.',
  });
}

/** This employer has already offered the person a post of the vacancy. */
export function offeredBefore(): ProblemError {
  return refuse(409, 'offered-before', {
    en: 'The candidate already has an open placement for this vacancy. Continue with that one.',
    fr: "Le candidat a déjà un placement en cours pour cette offre d'emploi. Poursuivez celui-ci.",
    es: 'El candidato ya tiene una colocación abierta para esta oferta de empleo. Continúe con ella.',
    ar: 'للمرشح عملية توظيف جارية لهذه الوظيفة. تابعوا تلك العملية.',
  });
}

export function notYet(pointer: string): ProblemError {
  return notUsable(pointer, 'date-ahead', {
    en: 'This date is in the future. Record the event once it has happened.',
    fr: "Cette date est dans le futur. Enregistrez le fait une fois qu'il a eu lieu.",
    es: 'Esta fecha está en el futuro. Registre el hecho cuando haya ocurrido.',
    ar: 'هذا التاريخ في المستقبل. سجّلوا الحدث بعد وقوعه.',
  });
}
