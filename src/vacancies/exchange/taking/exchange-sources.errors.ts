import type { ProblemError } from '../../../platform/http/problem.ts';
import { notUsable, refuse } from '../../../platform/http/refuse.ts';
import type { InEach } from '../../../platform/language/language.ts';

export function sourceNotFound(): ProblemError {
  return refuse(404, 'exchange-source-not-found', {
    en: 'There is no such source, or it is not yours to see.',
    fr: "Cette source n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta fuente no existe, o no le corresponde verla.',
    ar: 'هذا المصدر غير موجود، أو ليس لكم الاطلاع عليه.',
  });
}

export function sourceKnown(): ProblemError {
  return refuse(409, 'exchange-source-known', {
    en: 'You have a source with this address already.',
    fr: 'Vous avez déjà une source à cette adresse.',
    es: 'Ya tiene una fuente con esta dirección.',
    ar: 'لديكم مصدر بهذا العنوان.',
  });
}

export function addressRefused(reason: InEach): ProblemError {
  return notUsable('/address', 'address-refused', reason);
}

/** The address goes further than to the API itself. */
export function addressGoesOn(): ProblemError {
  return addressRefused({
    en: 'The address ends before /getAll, with neither a query nor a fragment.',
    fr: "L'adresse s'arrête avant /getAll, sans paramètres ni fragment.",
    es: 'La dirección termina antes de /getAll, sin parámetros ni fragmento.',
    ar: 'ينتهي العنوان قبل /getAll، دون معلمات ولا جزء بعد #.',
  });
}
