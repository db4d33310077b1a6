import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable, refuse } from '../platform/http/refuse.ts';

export function quotaNotFound(): ProblemError {
  return refuse(404, 'quota-not-found', {
    en: 'There is no such offer, or it is not yours to see.',
    fr: "Cette offre nationale n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta oferta nacional no existe, o no le corresponde verla.',
    ar: 'هذا العرض الوطني غير موجود، أو ليس لكم الاطلاع عليه.',
  });
}

export function quotaExhausted(remaining: number): ProblemError {
  const said = {
    en: `Not enough seats are left: ${remaining}.`,
    fr: `Il ne reste pas assez de places : ${remaining}.`,
    es: `No quedan plazas suficientes: ${remaining}.`,
    ar: `المقاعد المتبقية لا تكفي: ${remaining}.`,
  };
  return refuse(409, 'quota-exhausted', said, { extensions: { remaining } });
}

export function notTaken(): ProblemError {
  return refuse(409, 'seats-not-taken', {
    en: 'More seats cannot be released than are taken.',
    fr: 'On ne peut pas libérer plus de places que celles qui sont prises.',
    es: 'No se pueden liberar más plazas de las que están tomadas.',
    ar: 'لا يمكن تحرير مقاعد أكثر من المأخوذة.',
  });
}

export function seatsNotMovable(): ProblemError {
  return refuse(409, 'seats-not-movable', {
    en: 'Only free seats move, and only to another offer of the same state.',
    fr: 'Seules des places libres se déplacent, et vers une autre offre nationale du même État.',
    es: 'Solo se mueven plazas libres, y solo a otra oferta nacional del mismo Estado.',
    ar: 'لا تُنقل إلا المقاعد الشاغرة، وإلى عرض وطني آخر للدولة نفسها.',
  });
}

export function fallBackIncomplete(): ProblemError {
  return notUsable('/fallsBackOn', 'fall-back-incomplete', {
    en: 'A fall-back is an offer and a date.',
    fr: 'Un report de places est une offre nationale et une date.',
    es: 'Una reversión de plazas es una oferta nacional y una fecha.',
    ar: 'تحويل المقاعد يتطلب عرضا وطنيا وتاريخا.',
  });
}

export function noOfferToFallBackTo(): ProblemError {
  return notUsable('/fallsBackTo', 'no-such-offer', {
    en: 'Seats fall back to another offer of the same state.',
    fr: 'Les places reviennent à une autre offre nationale du même État.',
    es: 'Las plazas revierten a otra oferta nacional del mismo Estado.',
    ar: 'تعود المقاعد إلى عرض وطني آخر للدولة نفسها.',
  });
}

/** Both countries are ISO 3166-1 alpha-2. */
export function noPartnershipInForce(partnerCountry: string, state: string): ProblemError {
  return notUsable('/partnershipId', 'no-partnership-in-force', {
    en: `There is no such partnership in force between ${partnerCountry} and ${state}.`,
    fr: `Ce partenariat n'est pas en vigueur entre ${partnerCountry} et ${state}.`,
    es: `Esta asociación no está en vigor entre ${partnerCountry} y ${state}.`,
    ar: `هذه الشراكة غير سارية بين ${partnerCountry} و ${state}.`,
  });
}
