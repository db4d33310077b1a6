import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable } from '../../platform/http/refuse.ts';

export function courseNotOver(): ProblemError {
  return notUsable('/trainedOn', 'date-ahead', {
    en: 'The course is not over yet.',
    fr: "La formation n'est pas encore terminée.",
    es: 'La formación aún no ha terminado.',
    ar: 'لم ينته التكوين بعد.',
  });
}

export function notYourPeople(): ProblemError {
  return notUsable('/candidateIds', 'unknown-candidates', {
    en: 'Some of them are not people of yours.',
    fr: 'Certaines de ces personnes ne sont pas de votre agence.',
    es: 'Algunas de estas personas no son de su agencia.',
    ar: 'بعض هؤلاء الأشخاص ليسوا مسجلين لديكم.',
  });
}
