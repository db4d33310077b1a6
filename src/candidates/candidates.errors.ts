import type { Finding } from '../platform/formats/finding.ts';
import type { ProblemError } from '../platform/http/problem.ts';
import { refuse } from '../platform/http/refuse.ts';
import { findingInEach } from '../platform/imports/faults/finding-messages.ts';
import { inEach } from '../platform/language/language.ts';
import { findingSayings } from './imports/finding-translations.ts';

export function candidateNotFound(): ProblemError {
  return refuse(404, 'candidate-not-found', {
    en: 'This candidate does not exist, or you do not have access to them. Check the id or the reference.',
    fr: "Ce candidat n'existe pas ou ne vous est pas accessible. Vérifiez l'identifiant ou la référence.",
    es: 'Este candidato no existe o usted no tiene acceso a él. Compruebe el identificador o la referencia.',
    ar: 'هذا المرشح غير موجود أو لا يحق لكم الاطلاع عليه. تحققوا من المعرّف أو المرجع.',
  });
}

export function consentNotFound(): ProblemError {
  return refuse(404, 'consent-not-found', {
    en: 'This consent does not exist, or it has already been withdrawn. Check its id.',
    fr: "Ce consentement n'existe pas ou a déjà été retiré. Vérifiez son identifiant.",
    es: 'Este consentimiento no existe o ya se ha retirado. Compruebe su identificador.',
    ar: 'هذه الموافقة غير موجودة أو سبق سحبها. تحققوا من معرّفها.',
  });
}

/** 409: a withdrawn consent stays withdrawn; only one given after the withdrawal counts. */
export function consentWithdrawn(): ProblemError {
  return refuse(409, 'consent-withdrawn-since', {
    en: 'A consent to this purpose has been withdrawn since that day. Only a consent given after the withdrawal counts.',
    fr: 'Un consentement à cette finalité a été retiré depuis cette date. Seul compte un consentement donné après le retrait.',
    es: 'Desde esa fecha se ha retirado un consentimiento para esta finalidad. Solo vale un consentimiento dado después de la retirada.',
    ar: 'سُحبت موافقة على هذا الغرض منذ ذلك التاريخ. لا يُعتدّ إلا بموافقة أُعطيت بعد السحب.',
  });
}

/**
 * 409: the call names only part of the sections or countries of the consent of that purpose and
 * day.
 */
export function consentLeavesOut(): ProblemError {
  return refuse(409, 'consent-leaves-out', {
    en: 'The consent to this purpose recorded for that day covers sections or countries that are left out here. Name them too, or send the candidate again with the consents that apply.',
    fr: 'Le consentement à cette finalité enregistré pour ce jour couvre des rubriques ou des pays qui manquent ici. Ajoutez-les, ou renvoyez le candidat avec les consentements applicables.',
    es: 'El consentimiento para esta finalidad registrado ese día abarca secciones o países que aquí faltan. Añádalos, o vuelva a enviar al candidato con los consentimientos aplicables.',
    ar: 'تشمل الموافقة المسجلة على هذا الغرض في ذلك اليوم أقساما أو بلدانا غير مذكورة هنا. أضيفوها، أو أعيدوا إرسال المرشح بالموافقات السارية.',
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
