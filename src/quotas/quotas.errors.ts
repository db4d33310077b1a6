import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable, refuse } from '../platform/http/refuse.ts';

export function quotaNotFound(): ProblemError {
  return refuse(404, 'quota-not-found', {
    en: 'This national offer does not exist, or you do not have access to it. Check its id.',
    fr: "Cette offre nationale n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta oferta nacional no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'هذا العرض الوطني غير موجود أو لا يحق لكم الاطلاع عليه. تحققوا من معرّفه.',
  });
}

export function quotaExhausted(remaining: number): ProblemError {
  const said = {
    en: `Not enough seats are left: ${remaining}. Take fewer.`,
    fr: `Il ne reste pas assez de places : ${remaining}. Prenez-en moins.`,
    es: `No quedan plazas suficientes: ${remaining}. Tome menos.`,
    ar: `المقاعد المتبقية لا تكفي: ${remaining}. خذوا عددا أقل.`,
  };
  return refuse(409, 'quota-exhausted', said, { extensions: { remaining } });
}

export function notTaken(): ProblemError {
  return refuse(409, 'seats-not-taken', {
    en: 'You cannot release more seats than are taken. Release fewer.',
    fr: "Vous ne pouvez pas libérer plus de places qu'il n'en est pris. Libérez-en moins.",
    es: 'No se pueden liberar más plazas de las que están ocupadas. Libere menos.',
    ar: 'لا يمكن تحرير مقاعد أكثر من المقاعد المأخوذة. حرّروا عددا أقل.',
  });
}

export function seatsNotMovable(): ProblemError {
  return refuse(409, 'seats-not-movable', {
    en: 'Only free seats can be moved, and only to another national offer of the same state. Move fewer seats, or choose another offer.',
    fr: 'Seules des places libres peuvent être déplacées, et uniquement vers une autre offre nationale du même État. Déplacez moins de places ou choisissez une autre offre.',
    es: 'Solo se pueden mover plazas libres, y únicamente a otra oferta nacional del mismo Estado. Mueva menos plazas o elija otra oferta.',
    ar: 'لا يمكن نقل سوى المقاعد الشاغرة، وإلى عرض وطني آخر للدولة نفسها فقط. انقلوا عددا أقل أو اختاروا عرضا آخر.',
  });
}

/** `country`, ISO 3166-1 alpha-2, is the one whose people have taken the seats. */
export function seatsOfOthers(country: string): ProblemError {
  return refuse(409, 'seats-of-another-country', {
    en: `Seats of this offer are taken for people from ${country}. Keep the country, and make another offer for the other one.`,
    fr: `Des places de cette offre sont prises pour des personnes de ce pays : ${country}. Conservez le pays et créez une autre offre pour l'autre.`,
    es: `Hay plazas de esta oferta ocupadas por personas de este país: ${country}. Mantenga el país y cree otra oferta para el otro.`,
    ar: `مقاعد من هذا العرض مأخوذة لأشخاص من هذا البلد: ${country}. أبقوا البلد وأنشئوا عرضا آخر للبلد الآخر.`,
  });
}

export function fallBackIncomplete(): ProblemError {
  return notUsable('/fallsBackOn', 'fall-back-incomplete', {
    en: 'Unused seats fall back to another offer on a date. State both fallsBackTo and fallsBackOn, or neither.',
    fr: 'Le report des places suppose une autre offre nationale et une date. Indiquez à la fois fallsBackTo et fallsBackOn, ou aucun des deux.',
    es: 'La reversión de plazas exige otra oferta nacional y una fecha. Indique tanto fallsBackTo como fallsBackOn, o ninguno de los dos.',
    ar: 'يتطلب تحويل المقاعد عرضا وطنيا آخر وتاريخا. اذكروا fallsBackTo وfallsBackOn معا أو لا تذكروا أيا منهما.',
  });
}

export function noOfferToFallBackTo(): ProblemError {
  return notUsable('/fallsBackTo', 'no-such-offer', {
    en: 'Seats can fall back only to another national offer of the same state. Choose such an offer.',
    fr: "Les places ne peuvent revenir qu'à une autre offre nationale du même État. Choisissez une telle offre.",
    es: 'Las plazas solo pueden revertir a otra oferta nacional del mismo Estado. Elija una de ellas.',
    ar: 'لا تعود المقاعد إلا إلى عرض وطني آخر للدولة نفسها. اختاروا عرضا من هذا النوع.',
  });
}

/** Both countries are ISO 3166-1 alpha-2. */
export function noPartnershipInForce(partnerCountry: string, state: string): ProblemError {
  return notUsable('/partnershipId', 'no-partnership-in-force', {
    en: `This partnership is not in force between ${partnerCountry} and ${state}. Choose one that is.`,
    fr: `Ce partenariat n'est pas en vigueur entre ces pays : ${partnerCountry}, ${state}. Choisissez-en un qui l'est.`,
    es: `Esta asociación no está en vigor entre estos países: ${partnerCountry}, ${state}. Elija una que lo esté.`,
    ar: `هذه الشراكة غير سارية بين البلدين ${partnerCountry} و${state}. اختاروا شراكة سارية.`,
  });
}
