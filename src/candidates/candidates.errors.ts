import type { Finding } from '../platform/formats/finding.ts';
import type { ProblemError } from '../platform/http/problem.ts';
import { refuse } from '../platform/http/refuse.ts';
import { findingInEach } from '../platform/imports/faults/finding-messages.ts';
import { inEach } from '../platform/language/language.ts';
import { findingSayings } from './imports/finding-translations.ts';

export function candidateNotFound(): ProblemError {
  return refuse(404, 'candidate-not-found', {
    en: 'There is no such candidate, or they are not yours to see.',
    fr: "Cette personne n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta persona no existe, o no le corresponde verla.',
    ar: 'هذا الشخص غير موجود، أو ليس لكم الاطلاع عليه.',
  });
}

export function consentNotFound(): ProblemError {
  return refuse(404, 'consent-not-found', {
    en: 'There is no such consent, or it was withdrawn before.',
    fr: "Ce consentement n'existe pas, ou il a déjà été retiré.",
    es: 'Este consentimiento no existe, o ya se retiró.',
    ar: 'هذه الموافقة غير موجودة، أو سبق سحبها.',
  });
}

const pointers: Readonly<Record<string, string>> = {
  birth_date: '/birthOn',
  consent_given_on: '/consents',
  previous_stays: '/previousStays',
};

/** `found`: what `withLikelyDates` has left out. */
export function datesUnlikely(found: readonly Finding[]): ProblemError {
  const errors = found.map(({ path, code, message }) => {
    const said = findingInEach({ code, message }, findingSayings);
    return { pointer: pointers[path] ?? '', code, said };
  });
  const said = inEach((language) => errors.map((error) => error.said[language]).join(' '));
  return refuse(422, 'dates-unlikely', said, { errors });
}
