import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';
import type { Failure } from '../../platform/language/failure.ts';
import type { InEach } from '../../platform/language/language.ts';
import { dateIn } from '../../platform/language/speaker.ts';
import type { pendingStatuses, RoundStatus } from './allocation-round.entity.ts';

export function roundNotFound(): ProblemError {
  return refuse(404, 'allocation-round-not-found', {
    en: 'There is no such allocation round.',
    fr: "Ce tour d'attribution n'existe pas.",
    es: 'Esta ronda de asignación no existe.',
    ar: 'دورة التوزيع هذه غير موجودة.',
  });
}

/** The only reason for which a round fails. */
export const drawGivenUp: Failure = {
  code: 'draw-given-up',
  said: {
    en: 'Something went wrong on our side, and nothing was drawn: no seat was given. Draw again, or withdraw the round.',
    fr: "Une erreur s'est produite de notre côté, et rien n'a été tiré : aucune place n'a été donnée. Relancez le tirage ou retirez le tour.",
    es: 'Algo ha fallado por nuestra parte y no se ha sorteado nada: no se ha dado ninguna plaza. Repita el sorteo o retire la ronda.',
    ar: 'حدث خطأ من جانبنا ولم تُجر القرعة: لم يُمنح أي مقعد. أعيدوا القرعة أو اسحبوا الدورة.',
  },
};

export function roundPending(): ProblemError {
  return refuse(409, 'allocation-pending', {
    en: 'The seats of this offer are in a round already, which is not drawn yet.',
    fr: "Les places de cette offre nationale sont déjà dans un tour, qui n'est pas encore tiré.",
    es: 'Las plazas de esta oferta nacional ya están en una ronda, que aún no se ha sorteado.',
    ar: 'مقاعد هذا العرض الوطني ضمن دورة لم تُجر قرعتها بعد.',
  });
}

type OverStatus = Exclude<RoundStatus, (typeof pendingStatuses)[number]>;

const over: Readonly<Record<OverStatus, InEach>> = {
  drawn: {
    en: 'The round is drawn.',
    fr: 'Le tour est déjà tiré.',
    es: 'La ronda ya se ha sorteado.',
    ar: 'أُجريت قرعة الدورة.',
  },
  withdrawn: {
    en: 'The round is withdrawn.',
    fr: 'Le tour est retiré.',
    es: 'La ronda está retirada.',
    ar: 'سُحبت الدورة.',
  },
};

const notDrawable = (said: InEach): ProblemError => refuse(409, 'allocation-not-drawable', said);

export function nothingToDraw(status: OverStatus): ProblemError {
  return notDrawable(over[status]);
}

export function stillOpen(until: string): ProblemError {
  return notDrawable({
    en: `Applications are taken until ${until}.`,
    fr: `Les demandes sont prises jusqu'au ${dateIn(until, 'fr')}.`,
    es: `Se admiten solicitudes hasta el ${dateIn(until, 'es')}.`,
    ar: `تُستقبل الطلبات إلى غاية ${dateIn(until, 'ar')}.`,
  });
}

export function publicValueUnasked(): ProblemError {
  return notDrawable({
    en: 'A public value is needed where a source was announced, and only there.',
    fr: 'Une valeur publique est nécessaire là où une source a été annoncée, et là seulement.',
    es: 'Se necesita un valor público donde se anunció una fuente, y solo allí.',
    ar: 'تلزم قيمة علنية حيث أُعلن عن مصدر لها، وهناك فقط.',
  });
}

export function otherPublicValue(): ProblemError {
  return notDrawable({
    en: 'Another public value was given before.',
    fr: 'Une autre valeur publique a déjà été donnée.',
    es: 'Ya se dio otro valor público.',
    ar: 'سبق تقديم قيمة علنية أخرى.',
  });
}

export function notWithdrawable(): ProblemError {
  return refuse(409, 'allocation-begun', {
    en: 'A round is withdrawn before its first day only: after that people rely on it.',
    fr: "Un tour ne se retire qu'avant son premier jour : ensuite, des personnes comptent dessus.",
    es: 'Una ronda solo se retira antes de su primer día: después hay personas que cuentan con ella.',
    ar: 'لا تُسحب الدورة إلا قبل يومها الأول: بعده يعتمد عليها الناس.',
  });
}

export function opensInThePast(): ProblemError {
  return notUsable('/opensOn', 'date-past', {
    en: 'It would open in the past.',
    fr: "La date d'ouverture est déjà passée.",
    es: 'La fecha de apertura ya ha pasado.',
    ar: 'تاريخ الافتتاح قد مضى.',
  });
}

export function closesBeforeItOpens(): ProblemError {
  return notUsable('/closesOn', 'dates-out-of-order', {
    en: 'It closes before it opens.',
    fr: "La clôture est avant l'ouverture.",
    es: 'El cierre es anterior a la apertura.',
    ar: 'تاريخ الإغلاق قبل تاريخ الافتتاح.',
  });
}

export function closesAfterOffer(endsOn: string): ProblemError {
  return notUsable('/closesOn', 'after-offer', {
    en: `The offer itself ends on ${endsOn}.`,
    fr: `L'offre nationale elle-même se termine le ${dateIn(endsOn, 'fr')}.`,
    es: `La propia oferta nacional termina el ${dateIn(endsOn, 'es')}.`,
    ar: `ينتهي العرض الوطني نفسه في ${dateIn(endsOn, 'ar')}.`,
  });
}

export function criteriaForPoints(): ProblemError {
  return notUsable('/criteria', 'criteria-mode', {
    en: 'Criteria are for points, and points need them.',
    fr: 'Les critères servent aux points, et les points en ont besoin.',
    es: 'Los criterios son para los puntos, y los puntos los necesitan.',
    ar: 'المعايير خاصة بنظام النقاط، ولا نقاط بدونها.',
  });
}

export function batchesForBatches(): ProblemError {
  return notUsable('/batches', 'batches-mode', {
    en: 'Say how many, for batches and for these alone.',
    fr: 'Dites combien, pour des lots et pour eux seuls.',
    es: 'Diga cuántos, para lotes y solo para ellos.',
    ar: 'اذكروا العدد، للدفعات وحدها.',
  });
}

export function nothingIsDrawn(): ProblemError {
  return notUsable('/publicSource', 'nothing-drawn', {
    en: 'The order of arrival needs no draw.',
    fr: "L'ordre d'arrivée se passe de tirage au sort.",
    es: 'El orden de llegada no necesita sorteo.',
    ar: 'ترتيب الوصول لا يحتاج إلى قرعة.',
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
    en: need ? `${kind} takes ${named} alone.` : `${kind} takes nothing else.`,
    fr: need ? `« ${kind} » ne prend que ${named}.` : `« ${kind} » ne prend rien d'autre.`,
    es: need ? `«${kind}» solo toma ${named}.` : `«${kind}» no toma nada más.`,
    ar: need ? `يأخذ "${kind}" الحقل ${named} وحده.` : `لا يأخذ "${kind}" أي حقل آخر.`,
  });
}
