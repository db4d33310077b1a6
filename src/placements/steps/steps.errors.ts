import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';
import { type InEach, inEach, type InOthers } from '../../platform/language/language.ts';
import { dateIn, listIn } from '../../platform/language/speaker.ts';
import type { PlacementStatus } from '../placement.entity.ts';
import type { Party, Step, StepName } from './placement-steps.ts';

// Steps and statuses keep their names in the API, because the caller sends the former and reads the
// latter.

const partyNames: Readonly<Record<Party, InEach>> = {
  employer: { en: 'employer', fr: 'employeur', es: 'empleador', ar: 'صاحب العمل' },
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
    en: `Only these parties may take the step "${step}": ${named.en}.`,
    fr: `Seuls ces acteurs peuvent effectuer l'étape « ${step} » : ${named.fr}.`,
    es: `Solo estas partes pueden realizar el paso «${step}»: ${named.es}.`,
    ar: `الخطوة "${step}" متاحة لهذه الأطراف فقط: ${named.ar}.`,
  };
  return refuse(403, 'step-not-yours', said, { extensions: { parties } });
}

export function notFromHere(step: StepName, status: PlacementStatus): ProblemError {
  const said = {
    en: `The status "${status}" does not allow the step "${step}". Choose a step that follows this status.`,
    fr: `Le statut « ${status} » ne permet pas l'étape « ${step} ». Choisissez une étape qui suit ce statut.`,
    es: `El estado «${status}» no permite el paso «${step}». Elija un paso que siga a ese estado.`,
    ar: `لا تسمح الحالة "${status}" بالخطوة "${step}". اختاروا خطوة تلي هذه الحالة.`,
  };
  return refuse(409, 'step-out-of-order', said, { extensions: { placementStatus: status } });
}

const needed: Readonly<Record<Step['needs'][number], InOthers>> = {
  reason: { fr: 'un motif', es: 'un motivo', ar: 'ذكر السبب' },
  evidence: { fr: 'une preuve', es: 'una prueba', ar: 'تقديم إثبات' },
};

/** The step lacks a member that it needs. */
export function stepLacks(step: StepName, need: Step['needs'][number]): ProblemError {
  const { fr, es, ar } = needed[need];
  return notUsable(`/${need}`, `${need}-required`, {
    en: `The step "${step}" needs the member "${need}". Add it.`,
    fr: `L'étape « ${step} » exige ${fr}. Ajoutez le membre « ${need} ».`,
    es: `El paso «${step}» exige ${es}. Añada el miembro «${need}».`,
    ar: `تتطلب الخطوة "${step}" ${ar}. أضيفوا العضو "${need}".`,
  });
}

/** The step is dated before `on`, the day on which the placement reached `status`. */
export function beforeStatus(status: PlacementStatus, on: string): ProblemError {
  return notUsable('/on', 'dates-out-of-order', {
    en: `The placement reached the status "${status}" on ${on}. Choose that day or a later one.`,
    fr: `Le placement a atteint le statut « ${status} » le ${dateIn(on, 'fr')}. Indiquez cette date ou une date ultérieure.`,
    es: `La colocación alcanzó el estado «${status}» el ${dateIn(on, 'es')}. Indique esa fecha o una posterior.`,
    ar: `بلغت عملية التوظيف الحالة "${status}" في ${dateIn(on, 'ar')}. اذكروا هذا التاريخ أو تاريخا لاحقا.`,
  });
}

export function answerLate(until: string): ProblemError {
  return refuse(409, 'answer-late', {
    en: `The offer could be accepted until ${until}. Ask the employer for a new offer.`,
    fr: `La proposition pouvait être acceptée jusqu'au ${dateIn(until, 'fr')}. Demandez une nouvelle proposition à l'employeur.`,
    es: `La propuesta se podía aceptar hasta el ${dateIn(until, 'es')}. Pida al empleador una nueva propuesta.`,
    ar: `كان قبول الاقتراح ممكنا إلى غاية ${dateIn(until, 'ar')}. اطلبوا من صاحب العمل اقتراحا جديدا.`,
  });
}

export function beforeContract(startsOn: string): ProblemError {
  return notUsable('/on', 'before-contract', {
    en: `The contract begins on ${startsOn}. Choose that day or a later one.`,
    fr: `Le contrat commence le ${dateIn(startsOn, 'fr')}. Indiquez cette date ou une date ultérieure.`,
    es: `El contrato empieza el ${dateIn(startsOn, 'es')}. Indique esa fecha o una posterior.`,
    ar: `يبدأ العقد في ${dateIn(startsOn, 'ar')}. اذكروا هذا التاريخ أو تاريخا لاحقا.`,
  });
}

/** The step is dated after the last day of the contract. */
export function afterContract(endsOn: string): ProblemError {
  return notUsable('/on', 'after-contract', {
    en: `The contract ended on ${endsOn}. Choose that day or an earlier one, or withdraw the placement.`,
    fr: `Le contrat a pris fin le ${dateIn(endsOn, 'fr')}. Indiquez cette date ou une date antérieure, ou retirez le placement.`,
    es: `El contrato terminó el ${dateIn(endsOn, 'es')}. Indique esa fecha o una anterior, o retire la colocación.`,
    ar: `انتهى العقد في ${dateIn(endsOn, 'ar')}. اذكروا هذا التاريخ أو تاريخا سابقا، أو اسحبوا عملية التوظيف.`,
  });
}

export function personErased(): ProblemError {
  return refuse(409, 'person-erased', {
    en: 'The data of this person have been erased, so the placement cannot continue.',
    fr: 'Les données de cette personne ont été effacées : le placement ne peut pas se poursuivre.',
    es: 'Los datos de esta persona se han suprimido: la colocación no puede continuar.',
    ar: 'مُحيت بيانات هذا الشخص، ولا يمكن متابعة عملية التوظيف.',
  });
}

export function personRequired(): ProblemError {
  return notUsable('/matchId', 'person-required', {
    en: 'The person who fills the post is not named. Name them by matchId.',
    fr: "La personne qui occupera le poste n'est pas désignée. Indiquez-la par matchId.",
    es: 'No se ha designado a la persona que ocupará el puesto. Indíquela con matchId.',
    ar: 'لم يُذكر الشخص الذي سيشغل المنصب. اذكروه بواسطة matchId.',
  });
}

/**
 * `country` is the partner country that the seat is reserved for, ISO 3166-1 alpha-2; null if it is
 * reserved for none.
 */
export function otherSeat(country: string | null): ProblemError {
  return refuse(409, 'other-seat', {
    en: country
      ? `The seat is reserved for people from ${country}. Name a person from that country.`
      : 'The seat is not reserved for any partner country. Name a person who needs no reserved seat.',
    fr: country
      ? `La place est réservée aux personnes de ce pays : ${country}. Désignez une personne de ce pays.`
      : "La place n'est réservée à aucun pays partenaire. Désignez une personne qui n'a pas besoin de place réservée.",
    es: country
      ? `La plaza está reservada a personas de este país: ${country}. Designe a una persona de ese país.`
      : 'La plaza no está reservada a ningún país socio. Designe a una persona que no necesite plaza reservada.',
    ar: country
      ? `المقعد مخصص لأشخاص من هذا البلد: ${country}. اذكروا شخصا من هذا البلد.`
      : 'المقعد غير مخصص لأي بلد شريك. اذكروا شخصا لا يحتاج إلى مقعد مخصص.',
  });
}

export function notFit(): ProblemError {
  return refuse(409, 'not-proposed', {
    en: 'No match finds this candidate suitable for the vacancy. Name a candidate whom a match finds suitable.',
    fr: "Ce candidat n'a pas été jugé apte pour l'offre d'emploi. Désignez un candidat qui l'a été.",
    es: 'Este candidato no se ha considerado apto para la oferta de empleo. Designe a un candidato que lo sea.',
    ar: 'لم يُعتبر هذا المرشح مناسبا للوظيفة. اذكروا مرشحا مناسبا لها.',
  });
}

export function alreadyPlaced(): ProblemError {
  return refuse(409, 'person-already-placed', {
    en: 'The person has another placement in the same period. Change the dates, or choose another person.',
    fr: 'La personne a un autre placement sur la même période. Changez les dates ou choisissez une autre personne.',
    es: 'La persona tiene otra colocación en el mismo período. Cambie las fechas o elija a otra persona.',
    ar: 'للشخص عملية توظيف أخرى في المدة نفسها. غيّروا التواريخ أو اختاروا شخصا آخر.',
  });
}
