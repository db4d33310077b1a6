import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';

export function trainedListNotFound(): ProblemError {
  return refuse(404, 'trained-list-not-found', {
    en: 'This course does not exist, or you do not have access to it. Check its id.',
    fr: "Cette formation n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta formación no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'هذا التكوين غير موجود أو لا يحق لكم الاطلاع عليه. تحققوا من معرّفه.',
  });
}

export function courseNotOver(): ProblemError {
  return notUsable('/trainedOn', 'date-ahead', {
    en: 'The training has not ended yet. Send the list on or after its last day.',
    fr: "La formation n'est pas encore terminée. Envoyez la liste à partir de son dernier jour.",
    es: 'La formación aún no ha terminado. Envíe la lista a partir de su último día.',
    ar: 'لم ينته التكوين بعد. أرسلوا القائمة ابتداء من يومه الأخير.',
  });
}

export function notYourPeople(): ProblemError {
  return notUsable('/candidateIds', 'unknown-candidates', {
    en: 'Some of these candidates do not exist or are not registered with you. Check their ids.',
    fr: "Certains de ces candidats n'existent pas ou ne sont pas inscrits chez vous. Vérifiez leurs identifiants.",
    es: 'Algunos de estos candidatos no existen o no están registrados en su agencia. Compruebe sus identificadores.',
    ar: 'بعض هؤلاء المرشحين غير موجودين أو غير مسجلين لديكم. تحققوا من معرّفاتهم.',
  });
}
