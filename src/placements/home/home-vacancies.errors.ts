import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';

export function homeVacancyNotFound(): ProblemError {
  return refuse(404, 'home-vacancy-not-found', {
    en: 'This vacancy does not exist in your country. Check its id.',
    fr: "Cette offre d'emploi n'existe pas dans votre pays. Vérifiez son identifiant.",
    es: 'Esta oferta de empleo no existe en su país. Compruebe su identificador.',
    ar: 'هذه الوظيفة غير موجودة في بلدكم. تحققوا من معرّفها.',
  });
}

export function noSuchDay(pointer: string, written: string): ProblemError {
  return notUsable(pointer, 'no-such-day', {
    en: `"${written}" is not a date that exists. Correct it.`,
    fr: `« ${written} » n'est pas une date qui existe. Corrigez-la.`,
    es: `«${written}» no es una fecha que exista. Corríjala.`,
    ar: `"${written}" ليس تاريخا موجودا. صححوه.`,
  });
}
