import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable, refuse } from '../platform/http/refuse.ts';

export function notAuthenticated(): ProblemError {
  const said = {
    en: 'Send a valid, unrevoked API key as "Authorization: Bearer psl_...".',
    fr: 'Envoyez une clé d\'API valable et non révoquée : "Authorization: Bearer psl_...".',
    es: 'Envíe una clave de API válida y no revocada: "Authorization: Bearer psl_...".',
    ar: 'أرسلوا مفتاح API صالحا وغير ملغى: "Authorization: Bearer psl_...".',
  };
  const headers = { 'WWW-Authenticate': 'Bearer realm="passerelle"' };
  return refuse(401, 'not-authenticated', said, { headers });
}

export function notPermitted(roles: readonly string[]): ProblemError {
  return refuse(403, 'not-permitted', {
    en: `This operation is only for: ${roles.join(', ') || 'nobody'}.`,
    fr: `Cette opération n'est que pour : ${roles.join(', ') || 'personne'}.`,
    es: `Esta operación es solo para: ${roles.join(', ') || 'nadie'}.`,
    ar: `هذه العملية مخصصة فقط لـ: ${roles.join(', ') || 'لا أحد'}.`,
  });
}

export function organisationNotFound(): ProblemError {
  return refuse(404, 'organisation-not-found', {
    en: 'There is no such organisation, or it is not yours to see.',
    fr: "Cette organisation n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta organización no existe, o no le corresponde verla.',
    ar: 'هذه المنظمة غير موجودة، أو ليس لكم الاطلاع عليها.',
  });
}

export function apiKeyNotFound(): ProblemError {
  return refuse(404, 'api-key-not-found', {
    en: 'There is no such key, or it is not yours to see.',
    fr: "Cette clé n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta clave no existe, o no le corresponde verla.',
    ar: 'هذا المفتاح غير موجود، أو ليس لكم الاطلاع عليه.',
  });
}

export function countryUnknown(country: string): ProblemError {
  return notUsable('/country', 'country-unknown', {
    en: `${country} is no country.`,
    fr: `Ce n'est pas un pays : ${country}.`,
    es: `No es un país: ${country}.`,
    ar: `ليس هذا بلدا: ${country}.`,
  });
}

/**
 * Returns a 400 `country-of-others` for a country that the role cannot have. A ministry belongs to
 * a state of free movement, a partner authority to a country outside them.
 */
export function countryOfOthers(country: string): ProblemError {
  return notUsable('/country', 'country-of-others', {
    en: `A ministry is of a state of the Union, the EEA or Switzerland, a partner authority of another country: not ${country}.`,
    fr: `Un ministère est celui d'un État de l'Union, de l'EEE ou de la Suisse, une autorité partenaire celle d'un autre pays ; ce n'est pas le cas : ${country}.`,
    es: `Un ministerio es de un Estado de la Unión, del EEE o de Suiza, y una autoridad asociada de otro país; no es el caso: ${country}.`,
    ar: `الوزارة تابعة لدولة من الاتحاد الأوروبي أو المنطقة الاقتصادية الأوروبية أو سويسرا، والسلطة الشريكة تابعة لبلد آخر؛ وليس الأمر كذلك: ${country}.`,
  });
}

export function countryRequired(role: string): ProblemError {
  return notUsable('/country', 'country-required', {
    en: `An organisation with the role ${role} belongs to a country: state it.`,
    fr: `Une organisation qui a le rôle « ${role} » appartient à un pays : indiquez-le.`,
    es: `Una organización con la función «${role}» pertenece a un país: indíquelo.`,
    ar: `المنظمة التي لها دور "${role}" تنتمي إلى بلد: اذكروه.`,
  });
}
