import type { ProblemError } from '../platform/http/problem.ts';
import { notUsable, refuse } from '../platform/http/refuse.ts';

export function notAuthenticated(): ProblemError {
  const said = {
    en: 'The API key is missing, not valid or revoked. Send a valid one as "Authorization: Bearer psl_...".',
    fr: 'La clé d\'API manque, n\'est pas valable ou a été révoquée. Envoyez-en une valable : "Authorization: Bearer psl_...".',
    es: 'La clave de API falta, no es válida o está revocada. Envíe una válida: "Authorization: Bearer psl_...".',
    ar: 'مفتاح API ناقص أو غير صالح أو ملغى. أرسلوا مفتاحا صالحا: "Authorization: Bearer psl_...".',
  };
  const headers = { 'WWW-Authenticate': 'Bearer realm="passerelle"' };
  return refuse(401, 'not-authenticated', said, { headers });
}

export function notPermitted(roles: readonly string[]): ProblemError {
  return refuse(403, 'not-permitted', {
    en: `Only these roles may use this operation: ${roles.join(', ') || 'none'}.`,
    fr: `Cette opération est réservée aux rôles suivants : ${roles.join(', ') || 'aucun'}.`,
    es: `Esta operación está reservada a las siguientes funciones: ${roles.join(', ') || 'ninguna'}.`,
    ar: `هذه العملية متاحة فقط للأدوار التالية: ${roles.join(', ') || 'لا يوجد'}.`,
  });
}

export function organisationNotFound(): ProblemError {
  return refuse(404, 'organisation-not-found', {
    en: 'This organisation does not exist, or you do not have access to it. Check its id.',
    fr: "Cette organisation n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta organización no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'هذه المنظمة غير موجودة أو لا يحق لكم الاطلاع عليها. تحققوا من معرّفها.',
  });
}

export function apiKeyNotFound(): ProblemError {
  return refuse(404, 'api-key-not-found', {
    en: 'This API key does not exist, or you do not have access to it. Check its id.',
    fr: "Cette clé d'API n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta clave de API no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'مفتاح API هذا غير موجود أو لا يحق لكم الاطلاع عليه. تحققوا من معرّفه.',
  });
}

export function countryUnknown(country: string): ProblemError {
  return notUsable('/country', 'country-unknown', {
    en: `${country} is not the code of a country. Send an ISO 3166-1 alpha-2 code, such as MA.`,
    fr: `${country} n'est pas un code de pays. Envoyez un code ISO 3166-1 alpha-2, par exemple MA.`,
    es: `${country} no es un código de país. Envíe un código ISO 3166-1 alfa-2, por ejemplo MA.`,
    ar: `${country} ليس رمز بلد. أرسلوا رمزا من حرفين وفق ISO 3166-1، مثل MA.`,
  });
}

/**
 * Returns a 400 `country-of-others` for a country that the role cannot have. A ministry belongs to
 * a state of free movement, a partner authority to a country outside them.
 */
export function countryOfOthers(country: string): ProblemError {
  return notUsable('/country', 'country-of-others', {
    en: `The country ${country} does not fit the role: a ministry belongs to a state of the EU or the EEA, or to Switzerland, and a partner authority to any other country. Correct the country or the role.`,
    fr: `Le pays ${country} ne convient pas à ce rôle : un ministère relève d'un État de l'Union ou de l'EEE, ou de la Suisse, et une autorité du pays partenaire relève d'un autre pays. Corrigez le pays ou le rôle.`,
    es: `El país ${country} no corresponde a esta función: un ministerio pertenece a un Estado de la Unión o del EEE, o a Suiza, y una autoridad del país socio pertenece a otro país. Corrija el país o la función.`,
    ar: `البلد ${country} لا يناسب هذا الدور: تتبع الوزارة دولة من الاتحاد الأوروبي أو المنطقة الاقتصادية الأوروبية أو سويسرا، وتتبع سلطة البلد الشريك بلدا آخر. صححوا البلد أو الدور.`,
  });
}

export function countryRequired(role: string): ProblemError {
  return notUsable('/country', 'country-required', {
    en: `An organisation with the role ${role} needs a country. State it in country.`,
    fr: `Une organisation qui a le rôle « ${role} » doit avoir un pays. Indiquez-le dans country.`,
    es: `Una organización con la función «${role}» debe tener un país. Indíquelo en country.`,
    ar: `يجب تحديد بلد المنظمة التي لها الدور "${role}". اذكروه في country.`,
  });
}
