import type { ProblemError } from '../../../platform/http/problem.ts';
import { notUsable, refuse } from '../../../platform/http/refuse.ts';
import type { InEach } from '../../../platform/language/language.ts';

export function sourceNotFound(): ProblemError {
  return refuse(404, 'exchange-source-not-found', {
    en: 'This source does not exist, or you do not have access to it. Check its id.',
    fr: "Cette source n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta fuente no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'هذا المصدر غير موجود أو لا يحق لكم الاطلاع عليه. تحققوا من معرّفه.',
  });
}

export function sourceKnown(): ProblemError {
  return refuse(409, 'exchange-source-known', {
    en: 'You already have a source with this address. Change that source, or enter another address.',
    fr: 'Vous avez déjà une source à cette adresse. Modifiez cette source ou indiquez une autre adresse.',
    es: 'Ya tiene una fuente con esta dirección. Modifique esa fuente o indique otra dirección.',
    ar: 'لديكم مصدر بهذا العنوان. عدّلوا ذلك المصدر أو اذكروا عنوانا آخر.',
  });
}

/** A poll of a paused source would end at once. */
export function sourcePaused(): ProblemError {
  return refuse(409, 'exchange-source-paused', {
    en: 'This source is paused, so it cannot be polled. Resume it first.',
    fr: "Cette source est en pause : elle ne peut pas être interrogée. Réactivez-la d'abord.",
    es: 'Esta fuente está en pausa y no se puede consultar. Reanúdela primero.',
    ar: 'هذا المصدر متوقف مؤقتا ولا يمكن استعلامه. أعيدوا تشغيله أولا.',
  });
}

export function addressRefused(reason: InEach): ProblemError {
  return notUsable('/address', 'address-refused', reason);
}

/** The address goes further than to the API itself. */
export function addressGoesOn(): ProblemError {
  return addressRefused({
    en: 'The address goes on too far. It must end before /getAll and have neither a query nor a fragment.',
    fr: "L'adresse est trop longue. Elle doit s'arrêter avant /getAll, sans paramètres ni fragment.",
    es: 'La dirección va demasiado lejos. Debe terminar antes de /getAll, sin parámetros ni fragmento.',
    ar: 'العنوان أطول من المطلوب. يجب أن ينتهي قبل /getAll، دون معلمات ولا جزء بعد #.',
  });
}
