import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';

export function homeVacancyNotFound(): ProblemError {
  return refuse(404, 'home-vacancy-not-found', {
    en: 'There is no such vacancy in your country.',
    fr: "Cette offre d'emploi n'existe pas dans votre pays.",
    es: 'Esta oferta de empleo no existe en su país.',
    ar: 'عرض الشغل هذا غير موجود في بلدكم.',
  });
}

export function noSuchDay(pointer: string, written: string): ProblemError {
  return notUsable(pointer, 'no-such-day', {
    en: `"${written}" is no day.`,
    fr: `« ${written} » n'est pas un jour.`,
    es: `«${written}» no es un día.`,
    ar: `"${written}" ليس يوما.`,
  });
}
