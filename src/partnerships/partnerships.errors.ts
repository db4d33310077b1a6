import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable, refuse } from '../platform/http/refuse.ts';

export function partnershipNotFound(): ProblemError {
  return refuse(404, 'partnership-not-found', {
    en: 'This partnership does not exist, or you do not have access to it. Check its id.',
    fr: "Ce partenariat n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta asociación no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'هذه الشراكة غير موجودة أو لا يحق لكم الاطلاع عليها. تحققوا من معرّفها.',
  });
}

export function pressedSectorNotFound(): ProblemError {
  return refuse(404, 'pressed-sector-not-found', {
    en: 'This pressed sector does not exist, or another country named it. Check its id.',
    fr: "Ce secteur sous tension n'existe pas ou a été désigné par un autre pays. Vérifiez son identifiant.",
    es: 'Este sector en tensión no existe o lo declaró otro país. Compruebe su identificador.',
    ar: 'هذا القطاع تحت الضغط غير موجود أو أعلنه بلد آخر. تحققوا من معرّفه.',
  });
}

export function capNotFound(): ProblemError {
  return refuse(404, 'outflow-cap-not-found', {
    en: 'This cap does not exist, or another country set it. Check its id.',
    fr: "Ce plafond n'existe pas ou a été fixé par un autre pays. Vérifiez son identifiant.",
    es: 'Este límite no existe o lo fijó otro país. Compruebe su identificador.',
    ar: 'هذا السقف غير موجود أو حدده بلد آخر. تحققوا من معرّفه.',
  });
}

export function figureNotFound(): ProblemError {
  return refuse(404, 'migration-figure-not-found', {
    en: 'This line of a migration profile does not exist. Check its id.',
    fr: "Cette ligne de profil migratoire n'existe pas. Vérifiez son identifiant.",
    es: 'Esta línea de un perfil migratorio no existe. Compruebe su identificador.',
    ar: 'هذا السطر من ملف الهجرة غير موجود. تحققوا من معرّفه.',
  });
}

export function workforceUnknown(): ProblemError {
  return notUsable('/sharePerMille', 'workforce-unknown', {
    en: 'The migration profile does not state the workforce that the share is calculated from. Record it first.',
    fr: "Le profil migratoire n'indique pas la main-d'œuvre sur laquelle la part se calcule. Enregistrez-la d'abord.",
    es: 'El perfil migratorio no indica la mano de obra sobre la que se calcula la parte. Regístrela primero.',
    ar: 'لا يذكر ملف الهجرة اليد العاملة التي تُحسب منها النسبة. سجّلوها أولا.',
  });
}

export function workforceNeeded(): ProblemError {
  return notUsable('/workforce', 'workforce-needed', {
    en: 'A cap is a share of this workforce. State it, or change the cap first.',
    fr: "Un plafond est une part de cette main-d'œuvre. Indiquez-la ou modifiez d'abord le plafond.",
    es: 'Un límite es una parte de esta mano de obra. Indíquela o cambie antes el límite.',
    ar: 'يستند حد أقصى إلى نسبة من هذه اليد العاملة. اذكروها أو غيّروا الحد أولا.',
  });
}

export function numberOrShare(): ProblemError {
  return notUsable('/sharePerMille', 'number-or-share', {
    en: 'A cap is either a number of people or a share. Send exactly one of people and sharePerMille.',
    fr: 'Un plafond est soit un nombre de personnes, soit une part. Indiquez soit people, soit sharePerMille.',
    es: 'Un límite es un número de personas o una parte. Indique exactamente uno de los dos: people o sharePerMille.',
    ar: 'السقف إما عدد من الأشخاص وإما نسبة. اذكروا واحدا منهما فقط: people أو sharePerMille.',
  });
}

/** `country` is ISO 3166-1 alpha-2. */
export function noThirdCountry(country: string): ProblemError {
  return notUsable('/partnerCountry', 'no-third-country', {
    en: `${country} is not the code of a third country. Send that of a country outside the EU, the EEA and Switzerland, such as MA.`,
    fr: `${country} n'est pas le code d'un pays tiers. Indiquez celui d'un pays hors de l'Union, de l'EEE et de la Suisse, par exemple MA.`,
    es: `${country} no es el código de un tercer país. Indique el de un país que no pertenezca a la Unión ni al EEE ni sea Suiza, por ejemplo MA.`,
    ar: `${country} ليس رمز بلد ثالث. اذكروا رمز بلد خارج الاتحاد الأوروبي والمنطقة الاقتصادية الأوروبية وسويسرا، مثل MA.`,
  });
}
