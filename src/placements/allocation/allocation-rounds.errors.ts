import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';
import type { Failure } from '../../platform/language/failure.ts';
import type { InEach } from '../../platform/language/language.ts';
import { dateIn } from '../../platform/language/speaker.ts';
import type { pendingStatuses, RoundStatus } from './allocation-round.entity.ts';

export function roundNotFound(): ProblemError {
  return refuse(404, 'allocation-round-not-found', {
    en: 'This allocation round does not exist, or it is not yours. Check its id.',
    fr: "Ce tour d'attribution n'existe pas ou n'est pas le vôtre. Vérifiez son identifiant.",
    es: 'Esta ronda de asignación no existe o no es suya. Compruebe su identificador.',
    ar: 'دورة التوزيع هذه غير موجودة أو ليست تابعة لكم. تحققوا من معرّفها.',
  });
}

/** The only reason for which a round fails. */
export const drawGivenUp: Failure = {
  code: 'draw-given-up',
  said: {
    en: 'An error occurred on our side: nothing was drawn and no seat was given. Draw again, or withdraw the round.',
    fr: "Une erreur s'est produite de notre côté : le tirage n'a pas eu lieu et aucune place n'a été attribuée. Relancez le tirage ou retirez le tour.",
    es: 'Se ha producido un error por nuestra parte: no se ha sorteado nada ni se ha concedido ninguna plaza. Repita el sorteo o retire la ronda.',
    ar: 'حدث خطأ من جانبنا: لم تُجر القرعة ولم يُمنح أي مقعد. أعيدوا القرعة أو اسحبوا الدورة.',
  },
};

export function roundPending(): ProblemError {
  return refuse(409, 'allocation-pending', {
    en: 'The seats of this national offer are already in a round that has not been drawn yet. Wait for the draw, or withdraw that round.',
    fr: "Les places de cette offre nationale font déjà partie d'un tour dont le tirage n'a pas encore eu lieu. Attendez le tirage ou retirez ce tour.",
    es: 'Las plazas de esta oferta nacional ya están en una ronda que aún no se ha sorteado. Espere al sorteo o retire esa ronda.',
    ar: 'مقاعد هذا العرض الوطني ضمن دورة لم تُجر قرعتها بعد. انتظروا القرعة أو اسحبوا تلك الدورة.',
  });
}

type OverStatus = Exclude<RoundStatus, (typeof pendingStatuses)[number]>;

const over: Readonly<Record<OverStatus, InEach>> = {
  drawn: {
    en: 'The round has already been drawn.',
    fr: 'Le tirage de ce tour a déjà eu lieu.',
    es: 'La ronda ya se ha sorteado.',
    ar: 'سبق إجراء قرعة هذه الدورة.',
  },
  withdrawn: {
    en: 'The round has been withdrawn and cannot be drawn.',
    fr: 'Ce tour a été retiré et ne peut plus être tiré.',
    es: 'La ronda se ha retirado y no se puede sortear.',
    ar: 'سُحبت هذه الدورة ولا يمكن إجراء قرعتها.',
  },
};

const notDrawable = (said: InEach): ProblemError => refuse(409, 'allocation-not-drawable', said);

export function nothingToDraw(status: OverStatus): ProblemError {
  return notDrawable(over[status]);
}

export function stillOpen(until: string): ProblemError {
  return notDrawable({
    en: `Applications are accepted until ${until}. Draw after that day.`,
    fr: `Les demandes sont acceptées jusqu'au ${dateIn(until, 'fr')}. Procédez au tirage après cette date.`,
    es: `Se admiten solicitudes hasta el ${dateIn(until, 'es')}. Realice el sorteo después de esa fecha.`,
    ar: `تُقبل الطلبات إلى غاية ${dateIn(until, 'ar')}. أجروا القرعة بعد ذلك التاريخ.`,
  });
}

export function publicValueUnasked(): ProblemError {
  return notDrawable({
    en: 'A round with a public source needs its value, and a round without one takes none. Send publicValue in the first case only.',
    fr: "Un tour qui a une source publique exige sa valeur ; un tour qui n'en a pas n'en accepte aucune. N'envoyez publicValue que dans le premier cas.",
    es: 'Una ronda con fuente pública exige su valor; una ronda sin ella no admite ninguno. Envíe publicValue solo en el primer caso.',
    ar: 'تتطلب الدورة التي لها مصدر علني قيمته، ولا تقبل الدورة التي لا مصدر لها أي قيمة. أرسلوا publicValue في الحالة الأولى فقط.',
  });
}

export function otherPublicValue(): ProblemError {
  return notDrawable({
    en: 'Another public value has already been given for this round. Send the same value.',
    fr: 'Une autre valeur publique a déjà été indiquée pour ce tour. Envoyez la même valeur.',
    es: 'Ya se indicó otro valor público para esta ronda. Envíe el mismo valor.',
    ar: 'سبق تقديم قيمة علنية أخرى لهذه الدورة. أرسلوا القيمة نفسها.',
  });
}

export function notWithdrawable(): ProblemError {
  return refuse(409, 'allocation-begun', {
    en: 'The round can no longer be withdrawn. This is possible only before its first day, or after a draw that failed.',
    fr: "Ce tour ne peut plus être retiré. Le retrait n'est possible qu'avant son premier jour ou après l'échec d'un tirage.",
    es: 'La ronda ya no se puede retirar. Solo es posible antes de su primer día o después de un sorteo fallido.',
    ar: 'لم يعد من الممكن سحب الدورة. لا يجوز ذلك إلا قبل يومها الأول أو بعد قرعة فاشلة.',
  });
}

export function opensInThePast(): ProblemError {
  return notUsable('/opensOn', 'date-past', {
    en: 'The opening date is in the past. Choose today or a later day.',
    fr: "La date d'ouverture est passée. Choisissez aujourd'hui ou une date ultérieure.",
    es: 'La fecha de apertura ya ha pasado. Elija hoy o una fecha posterior.',
    ar: 'تاريخ الافتتاح قد مضى. اختاروا اليوم أو تاريخا لاحقا.',
  });
}

export function closesBeforeItOpens(): ProblemError {
  return notUsable('/closesOn', 'dates-out-of-order', {
    en: 'The closing date is before the opening date. Correct one of the two.',
    fr: "La date de clôture précède la date d'ouverture. Corrigez l'une des deux.",
    es: 'La fecha de cierre es anterior a la de apertura. Corrija una de las dos.',
    ar: 'تاريخ الإغلاق قبل تاريخ الافتتاح. صححوا أحدهما.',
  });
}

export function closesAfterOffer(endsOn: string): ProblemError {
  return notUsable('/closesOn', 'after-offer', {
    en: `The national offer itself ends on ${endsOn}. Choose a closing date before that day.`,
    fr: `L'offre nationale elle-même se termine le ${dateIn(endsOn, 'fr')}. Choisissez une date de clôture antérieure.`,
    es: `La propia oferta nacional termina el ${dateIn(endsOn, 'es')}. Elija una fecha de cierre anterior.`,
    ar: `ينتهي العرض الوطني نفسه في ${dateIn(endsOn, 'ar')}. اختاروا تاريخ إغلاق قبله.`,
  });
}

export function criteriaForPoints(): ProblemError {
  return notUsable('/criteria', 'criteria-mode', {
    en: 'The mode points needs criteria, and no other mode takes them. Add criteria or leave them out.',
    fr: "Le mode points exige des critères, et aucun autre mode n'en accepte. Ajoutez des critères ou omettez-les.",
    es: 'El modo points exige criterios y ningún otro modo los admite. Añada criterios u omítalos.',
    ar: 'يتطلب النظام points معايير، ولا يقبلها أي نظام آخر. أضيفوا معايير أو لا تذكروها.',
  });
}

export function batchesForBatches(): ProblemError {
  return notUsable('/batches', 'batches-mode', {
    en: 'The mode batches needs the number of batches, and no other mode takes it. Add batches or leave it out.',
    fr: "Le mode batches exige le nombre de lots, et aucun autre mode ne l'accepte. Ajoutez batches ou omettez-le.",
    es: 'El modo batches exige el número de lotes y ningún otro modo lo admite. Añada batches u omítalo.',
    ar: 'يتطلب النظام batches عدد الدفعات، ولا يقبله أي نظام آخر. أضيفوا batches أو لا تذكروه.',
  });
}

export function nothingIsDrawn(): ProblemError {
  return notUsable('/publicSource', 'nothing-drawn', {
    en: 'Nothing is drawn in this mode: seats go in the order of arrival. Leave publicSource out.',
    fr: "Ce mode ne comporte pas de tirage au sort : les places suivent l'ordre d'arrivée. Omettez publicSource.",
    es: 'En este modo no hay sorteo: las plazas se asignan por orden de llegada. Omita publicSource.',
    ar: 'لا قرعة في هذا النظام، إذ تُمنح المقاعد حسب ترتيب الوصول. لا تذكروا publicSource.',
  });
}

/** `need` is the member that this kind of criterion takes, or null if it takes none. */
export function criterionIncomplete(
  index: number,
  kind: string,
  need: 'atLeast' | 'codes' | null,
): ProblemError {
  const named = need ?? '';
  return notUsable(`/criteria/${index}`, 'criterion-incomplete', {
    en: need
      ? `The criterion ${kind} needs ${named} and takes no other member. Correct it.`
      : `The criterion ${kind} takes neither atLeast nor codes. Leave them out.`,
    fr: need
      ? `Le critère « ${kind} » exige ${named} et n'accepte aucun autre membre. Corrigez-le.`
      : `Le critère « ${kind} » n'accepte ni atLeast ni codes. Omettez-les.`,
    es: need
      ? `El criterio «${kind}» exige ${named} y no admite ningún otro miembro. Corríjalo.`
      : `El criterio «${kind}» no admite ni atLeast ni codes. Omítalos.`,
    ar: need
      ? `يتطلب المعيار "${kind}" العضو ${named} ولا يقبل أي عضو آخر. صححوه.`
      : `لا يقبل المعيار "${kind}" لا atLeast ولا codes. لا تذكروهما.`,
  });
}
