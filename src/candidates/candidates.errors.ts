import type { Finding } from '../platform/formats/finding.ts';
import { ProblemError } from '../platform/http/problem.ts';
import { findingInOthers } from '../platform/imports/finding-messages.ts';
import type { InOthers } from '../platform/language/language.ts';
import { findingSayings } from './imports/finding-translations.ts';

export function candidateNotFound(): ProblemError {
  const detail = 'There is no such candidate, or they are not yours to see.';
  const others = {
    fr: "Cette personne n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta persona no existe, o no le corresponde verla.',
    ar: 'هذا الشخص غير موجود، أو ليس لكم الاطلاع عليه.',
  };
  return new ProblemError({ status: 404, code: 'candidate-not-found', detail, others });
}

export function consentNotFound(): ProblemError {
  const detail = 'There is no such consent, or it was withdrawn before.';
  const others = {
    fr: "Ce consentement n'existe pas, ou il a déjà été retiré.",
    es: 'Este consentimiento no existe, o ya se retiró.',
    ar: 'هذه الموافقة غير موجودة، أو سبق سحبها.',
  };
  return new ProblemError({ status: 404, code: 'consent-not-found', detail, others });
}

const pointers: Readonly<Record<string, string>> = {
  birth_date: '/birthOn',
  consent_given_on: '/consents',
  previous_stays: '/previousStays',
};

/** `found`: what `withLikelyDates` has left out. */
export function datesUnlikely(found: readonly Finding[]): ProblemError {
  const errors = found.map(({ path, code, message }) => {
    const others = findingInOthers({ code, message }, findingSayings);
    return { pointer: pointers[path] ?? '', code, detail: message, others };
  });
  const detail = errors.map((error) => error.detail).join(' ');
  const all = (language: keyof InOthers): string =>
    errors.map((error) => error.others[language]).join(' ');
  const others = { fr: all('fr'), es: all('es'), ar: all('ar') };
  return new ProblemError({ status: 422, code: 'dates-unlikely', detail, others, errors });
}
