import { ProblemError } from '../platform/http/problem.ts';
import { notUsable } from '../platform/http/refuse.ts';

export function notAuthenticated(): ProblemError {
  return new ProblemError({
    status: 401,
    code: 'not-authenticated',
    detail: 'Send a valid, unrevoked API key as "Authorization: Bearer psl_...".',
    others: {
      fr: 'Envoyez une clé d\'API valable et non révoquée : "Authorization: Bearer psl_...".',
      es: 'Envíe una clave de API válida y no revocada: "Authorization: Bearer psl_...".',
      ar: 'أرسلوا مفتاح API صالحا وغير ملغى: "Authorization: Bearer psl_...".',
    },
    headers: { 'WWW-Authenticate': 'Bearer realm="passerelle"' },
  });
}

export function notPermitted(roles: readonly string[]): ProblemError {
  const detail = `This operation is only for: ${roles.join(', ') || 'nobody'}.`;
  const others = {
    fr: `Cette opération n'est que pour : ${roles.join(', ') || 'personne'}.`,
    es: `Esta operación es solo para: ${roles.join(', ') || 'nadie'}.`,
    ar: `هذه العملية مخصصة فقط لـ: ${roles.join(', ') || 'لا أحد'}.`,
  };
  return new ProblemError({ status: 403, code: 'not-permitted', detail, others });
}

export function organisationNotFound(): ProblemError {
  const detail = 'There is no such organisation, or it is not yours to see.';
  const others = {
    fr: "Cette organisation n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta organización no existe, o no le corresponde verla.',
    ar: 'هذه المنظمة غير موجودة، أو ليس لكم الاطلاع عليها.',
  };
  return new ProblemError({ status: 404, code: 'organisation-not-found', detail, others });
}

export function apiKeyNotFound(): ProblemError {
  const detail = 'There is no such key, or it is not yours to see.';
  const others = {
    fr: "Cette clé n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta clave no existe, o no le corresponde verla.',
    ar: 'هذا المفتاح غير موجود، أو ليس لكم الاطلاع عليه.',
  };
  return new ProblemError({ status: 404, code: 'api-key-not-found', detail, others });
}

export function countryRequired(role: string): ProblemError {
  return notUsable('/country', 'country-required', {
    en: `An organisation with the role ${role} belongs to a country: state it.`,
    fr: `Une organisation qui a le rôle « ${role} » appartient à un pays : indiquez-le.`,
    es: `Una organización con la función «${role}» pertenece a un país: indíquelo.`,
    ar: `المنظمة التي لها دور "${role}" تنتمي إلى بلد: اذكروه.`,
  });
}
