import type { ProblemError } from '../platform/http/problem.ts';
import { refuse } from '../platform/http/refuse.ts';

export function matchNotFound(): ProblemError {
  return refuse(404, 'match-not-found', {
    en: 'There is no such match, or it is not yours to see.',
    fr: "Cette proposition n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta propuesta no existe, o no le corresponde verla.',
    ar: 'هذا الاقتراح غير موجود، أو ليس لكم الاطلاع عليه.',
  });
}

export function matchNotRecorded(): ProblemError {
  return refuse(409, 'match-not-recorded', {
    en: 'The facts behind this decision were not recorded; it can be asked once it is decided anew.',
    fr: "Les faits de cette décision n'ont pas été gardés ; demandez à nouveau quand elle aura été reprise.",
    es: 'Los hechos de esta decisión no se guardaron; pregunte de nuevo cuando se haya vuelto a tomar.',
    ar: 'لم تُحفظ وقائع هذا القرار؛ أعيدوا السؤال بعد اتخاذه من جديد.',
  });
}

export function runNotFound(): ProblemError {
  return refuse(404, 'matching-run-not-found', {
    en: 'There is no such matching run, or it is not yours to see.',
    fr: "Cette mise en correspondance n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta búsqueda de correspondencias no existe, o no le corresponde verla.',
    ar: 'عملية المطابقة هذه غير موجودة، أو ليس لكم الاطلاع عليها.',
  });
}

export function tooManyToAllocate(most: number): ProblemError {
  return refuse(409, 'too-many-to-allocate', {
    en: `At most ${most} vacancies are allocated at once: name those that belong together.`,
    fr: `On attribue au plus ${most} offres à la fois : nommez celles qui vont ensemble.`,
    es: `Se asignan como máximo ${most} ofertas a la vez: nombre las que van juntas.`,
    ar: `العدد الأقصى للعروض التي تُوزع معا: ${most}. اذكروا العروض المترابطة.`,
  });
}

export function assignmentNotFound(): ProblemError {
  return refuse(404, 'assignment-not-found', {
    en: 'There is no such assignment.',
    fr: "Cette affectation n'existe pas.",
    es: 'Esta asignación no existe.',
    ar: 'هذا الإسناد غير موجود.',
  });
}

export function evidencePackNotFound(): ProblemError {
  return refuse(404, 'evidence-pack-not-found', {
    en: 'There is no such evidence pack, or it is not yours to see.',
    fr: "Ce dossier de preuves n'existe pas, ou vous n'avez pas à le voir.",
    es: 'Este expediente de pruebas no existe, o no le corresponde verlo.',
    ar: 'ملف الإثباتات هذا غير موجود، أو ليس لكم الاطلاع عليه.',
  });
}

export function notProposed(): ProblemError {
  return refuse(409, 'match-not-proposed', {
    en: 'Somebody is held back; they may only be offered to wait for a seat.',
    fr: "Quelqu'un est retenu : on peut seulement lui proposer d'attendre une place.",
    es: 'Alguien está retenido: solo se le puede proponer que espere una plaza.',
    ar: 'هناك شخص موقوف اقتراحه: لا يمكن إلا أن يُعرض عليه انتظار مقعد.',
  });
}

export function invitationsOwed(): ProblemError {
  return refuse(409, 'invitations-owed', {
    en: 'Fit people with Community preference have to be invited first; the close-out report lists them.',
    fr: "Les personnes aptes qui ont la préférence communautaire sont à inviter d'abord ; le rapport de clôture les nomme.",
    es: 'Primero hay que invitar a las personas aptas con preferencia comunitaria; el informe de cierre las enumera.',
    ar: 'يجب أولا دعوة الأشخاص المناسبين ذوي أفضلية الاتحاد الأوروبي؛ تقرير الإغلاق يذكرهم.',
  });
}

export function nothingToMatch(): ProblemError {
  return refuse(409, 'nothing-to-match', {
    en: 'There is no open vacancy of yours to match.',
    fr: "Vous n'avez pas d'offre ouverte à mettre en correspondance.",
    es: 'No tiene ninguna oferta abierta para la que buscar correspondencias.',
    ar: 'ليس لديكم عرض مفتوح للمطابقة.',
  });
}
