import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable, refuse } from '../platform/http/refuse.ts';

export function partnershipNotFound(): ProblemError {
  return refuse(404, 'partnership-not-found', {
    en: 'There is no such partnership.',
    fr: "Ce partenariat n'existe pas.",
    es: 'Esta asociación no existe.',
    ar: 'هذه الشراكة غير موجودة.',
  });
}

export function pressedSectorNotFound(): ProblemError {
  return refuse(404, 'pressed-sector-not-found', {
    en: 'There is no such pressed sector, or another country named it.',
    fr: "Ce secteur sous tension n'existe pas, ou un autre pays l'a désigné.",
    es: 'Este sector presionado no existe, o lo declaró otro país.',
    ar: 'هذا القطاع تحت الضغط غير موجود، أو أعلنه بلد آخر.',
  });
}

export function capNotFound(): ProblemError {
  return refuse(404, 'outflow-cap-not-found', {
    en: 'There is no such cap, or another country set it.',
    fr: "Ce plafond n'existe pas, ou un autre pays l'a fixé.",
    es: 'Este límite no existe, o lo fijó otro país.',
    ar: 'هذا السقف غير موجود، أو حدده بلد آخر.',
  });
}

export function figureNotFound(): ProblemError {
  return refuse(404, 'migration-figure-not-found', {
    en: 'There is no such line of a migration profile.',
    fr: "Cette ligne d'un profil migratoire n'existe pas.",
    es: 'Esta línea de un perfil migratorio no existe.',
    ar: 'هذا السطر من ملف الهجرة غير موجود.',
  });
}

export function workforceUnknown(): ProblemError {
  return notUsable('/sharePerMille', 'workforce-unknown', {
    en: 'Record the workforce in the migration profile first: the share is of that.',
    fr: "Enregistrez d'abord la main-d'œuvre dans le profil migratoire : la part se calcule sur elle.",
    es: 'Registre antes la mano de obra en el perfil migratorio: la parte se calcula sobre ella.',
    ar: 'سجّلوا أولا اليد العاملة في ملف الهجرة: تُحسب النسبة منها.',
  });
}

export function numberOrShare(): ProblemError {
  return notUsable('/sharePerMille', 'number-or-share', {
    en: 'A cap is a number or a share, not both.',
    fr: 'Un plafond est un nombre ou une part, pas les deux.',
    es: 'Un límite es un número o una parte, no ambos.',
    ar: 'السقف عدد أو نسبة، لا كلاهما.',
  });
}

/** `country` is ISO 3166-1 alpha-2. */
export function noThirdCountry(country: string): ProblemError {
  return notUsable('/partnerCountry', 'no-third-country', {
    en: `${country} is no third country.`,
    fr: `${country} n'est pas un pays tiers.`,
    es: `${country} no es un tercer país.`,
    ar: `${country} ليس بلدا ثالثا.`,
  });
}
