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

/** 409: a withdrawn consent stays withdrawn; only one given after the withdrawal counts. */
export function consentWithdrawn(): ProblemError {
  return refuse(409, 'consent-withdrawn-since', {
    en: 'A consent to this purpose was withdrawn since that day: only one that was given afterwards counts.',
    fr: 'Un consentement à cette finalité a été retiré depuis ce jour : seul compte celui qui a été donné après.',
    es: 'Un consentimiento para esta finalidad se retiró después de ese día: solo cuenta el que se haya dado más tarde.',
    ar: 'سُحبت موافقة على هذا الغرض منذ ذلك اليوم: لا تُحتسب إلا موافقة أُعطيت بعد ذلك.',
  });
}

/**
 * 409: the call names only part of the sections or countries of the consent of that purpose and
 * day.
 */
export function consentLeavesOut(): ProblemError {
  return refuse(409, 'consent-leaves-out', {
    en: 'A consent to this purpose of that day has sections or countries that are left out here: name them too, or send the person anew with what holds.',
    fr: 'Un consentement à cette finalité du même jour a des rubriques ou des pays qui manquent ici : nommez-les aussi, ou renvoyez la personne avec ce qui vaut.',
    es: 'Un consentimiento para esta finalidad del mismo día tiene secciones o países que aquí faltan: nómbrelos también, o envíe de nuevo a la persona con lo que vale.',
    ar: 'توجد موافقة على هذا الغرض في اليوم نفسه بأقسام أو بلدان غير مذكورة هنا: اذكروها أيضا، أو أعيدوا إرسال الشخص بما هو ساري.',
  });
}

const pointers: Readonly<Record<string, string>> = {
  birth_date: '/birthOn',
  consent_given_on: '/consents',
  previous_stays: '/previousStays',
};

/** 422: `found` is what `withLikelyDates` has dropped. */
export function datesUnlikely(found: readonly Finding[]): ProblemError {
  const errors = found.map(({ path, code, message }) => {
    const said = findingInEach({ code, message }, findingSayings);
    return { pointer: pointers[path] ?? '', code, said };
  });
  const said = inEach((language) => errors.map((error) => error.said[language]).join(' '));
  return refuse(422, 'dates-unlikely', said, { errors });
}
