import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';
import { type InEach, inEach, type InOthers } from '../../platform/language/language.ts';
import { dateIn, listIn } from '../../platform/language/speaker.ts';
import type { PlacementStatus } from '../placement.entity.ts';
import type { Party, Step, StepName } from './placement-steps.ts';

// Steps and statuses keep their names in the API, because the caller sends the former and reads the
// latter.

const partyNames: Readonly<Record<Party, InEach>> = {
  employer: { en: 'employer', fr: 'employeur', es: 'empleador', ar: 'المشغّل' },
  agency: { en: 'agency', fr: 'agence', es: 'agencia', ar: 'الوكالة' },
  ministry: { en: 'ministry', fr: 'ministère', es: 'ministerio', ar: 'الوزارة' },
  'partner-authority': {
    en: 'partner authority',
    fr: 'autorité du pays partenaire',
    es: 'autoridad del país socio',
    ar: 'سلطة البلد الشريك',
  },
};

export function notEntitled(step: StepName, parties: readonly Party[]): ProblemError {
  const named = inEach((language) => {
    const names = parties.map((party) => partyNames[party][language]);
    return listIn(names, language);
  });
  const said = {
    en: `The step "${step}" is for: ${named.en}.`,
    fr: `L'étape « ${step} » est réservée à : ${named.fr}.`,
    es: `El paso «${step}» está reservado a: ${named.es}.`,
    ar: `الخطوة "${step}" مخصصة لـ: ${named.ar}.`,
  };
  return refuse(403, 'step-not-yours', said, { extensions: { parties } });
}

export function notFromHere(step: StepName, status: PlacementStatus): ProblemError {
  const said = {
    en: `From "${status}" there is no step "${step}".`,
    fr: `Depuis « ${status} », il n'y a pas d'étape « ${step} ».`,
    es: `Desde «${status}» no hay ningún paso «${step}».`,
    ar: `لا توجد خطوة "${step}" انطلاقا من "${status}".`,
  };
  return refuse(409, 'step-out-of-order', said, { extensions: { placementStatus: status } });
}

const needed: Readonly<Record<Step['needs'][number], InOthers>> = {
  reason: { fr: 'son motif', es: 'su motivo', ar: 'سببها' },
  evidence: { fr: 'sa preuve', es: 'su prueba', ar: 'إثباتها' },
};

/** The step lacks a member that it needs. */
export function stepLacks(step: StepName, need: Step['needs'][number]): ProblemError {
  const { fr, es, ar } = needed[need];
  return notUsable(`/${need}`, `${need}-required`, {
    en: `The step "${step}" states its ${need}.`,
    fr: `L'étape « ${step} » indique ${fr}.`,
    es: `El paso «${step}» indica ${es}.`,
    ar: `الخطوة "${step}" تذكر ${ar}.`,
  });
}

/** The step is dated before `on`, the day on which the placement reached `status`. */
export function beforeStatus(status: PlacementStatus, on: string): ProblemError {
  return notUsable('/on', 'dates-out-of-order', {
    en: `It came to "${status}" on ${on} only.`,
    fr: `« ${status} » ne date que du ${dateIn(on, 'fr')}.`,
    es: `No llegó a «${status}» hasta el ${dateIn(on, 'es')}.`,
    ar: `لم تبلغ العملية "${status}" إلا في ${dateIn(on, 'ar')}.`,
  });
}

export function answerLate(until: string): ProblemError {
  return refuse(409, 'answer-late', {
    en: `An answer was taken until ${until}.`,
    fr: `Une réponse était possible jusqu'au ${dateIn(until, 'fr')}.`,
    es: `Se podía responder hasta el ${dateIn(until, 'es')}.`,
    ar: `كان الجواب ممكنا إلى غاية ${dateIn(until, 'ar')}.`,
  });
}

export function beforeContract(startsOn: string): ProblemError {
  return notUsable('/on', 'before-contract', {
    en: `The contract begins on ${startsOn}.`,
    fr: `Le contrat commence le ${dateIn(startsOn, 'fr')}.`,
    es: `El contrato empieza el ${dateIn(startsOn, 'es')}.`,
    ar: `يبدأ العقد في ${dateIn(startsOn, 'ar')}.`,
  });
}

export function personErased(): ProblemError {
  return refuse(409, 'person-erased', {
    en: 'The person is no longer with the agency.',
    fr: "La personne n'est plus à l'agence.",
    es: 'La persona ya no está en la agencia.',
    ar: 'لم يعد الشخص مسجلا لدى الوكالة.',
  });
}

export function personRequired(): ProblemError {
  return notUsable('/matchId', 'person-required', {
    en: 'Name the person who fills the post.',
    fr: 'Nommez la personne qui occupe le poste.',
    es: 'Nombre a la persona que ocupa el puesto.',
    ar: 'اذكروا الشخص الذي يشغل المنصب.',
  });
}

/**
 * `country` is the partner country that the seat is reserved for, ISO 3166-1 alpha-2; null if it is
 * reserved for none.
 */
export function otherSeat(country: string | null): ProblemError {
  return refuse(409, 'other-seat', {
    en: `The seat is for people of ${country ?? 'no partner country'}.`,
    fr: country
      ? `La place est pour des personnes de ce pays : ${country}.`
      : "La place n'est réservée à aucun pays partenaire.",
    es: country
      ? `La plaza es para personas de este país: ${country}.`
      : 'La plaza no está reservada a ningún país socio.',
    ar: country ? `المقعد مخصص لأشخاص من هذا البلد: ${country}.` : 'المقعد غير مخصص لأي بلد شريك.',
  });
}

export function notFit(): ProblemError {
  return refuse(409, 'not-proposed', {
    en: 'A post is filled by people whom a match finds fit for the vacancy.',
    fr: "Un poste est occupé par une personne jugée apte pour l'offre d'emploi.",
    es: 'Un puesto lo ocupan personas consideradas aptas para la oferta de empleo.',
    ar: 'لا يشغل المنصب إلا شخص يناسب عرض الشغل.',
  });
}

export function alreadyPlaced(): ProblemError {
  return refuse(409, 'person-already-placed', {
    en: 'The person has another placement in the same time. Nobody is in two at once.',
    fr: "La personne a un autre placement sur la même période. Personne n'est dans deux à la fois.",
    es: 'La persona tiene otra colocación en el mismo período. Nadie está en dos a la vez.',
    ar: 'للشخص عملية توظيف أخرى في المدة نفسها. لا يكون أحد في عمليتين معا.',
  });
}
