import type { MatchOutcome } from '../../matching/match.entity.ts';
import { reasonSentence } from '../../matching/reasons/reason-sentence.ts';
import type { Reason } from '../../matching/rules/rule.ts';
import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';
import type { InEach, Language } from '../../platform/language/language.ts';
import { dateIn } from '../../platform/language/speaker.ts';
import type { VacancyStatus } from '../../vacancies/formats/vacancy-draft.ts';

export function collectiveOfferNotFound(): ProblemError {
  return refuse(404, 'collective-offer-not-found', {
    en: 'This collective offer does not exist, or you do not have access to it. Check its id.',
    fr: "Cette proposition collective n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta propuesta colectiva no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'اقتراح التشغيل الجماعي هذا غير موجود أو لا يحق لكم الاطلاع عليه. تحققوا من معرّفه.',
  });
}

const shut: Readonly<Record<Exclude<VacancyStatus, 'open'>, InEach>> = {
  closed: {
    en: 'The vacancy is closed. Posts can be offered only for an open vacancy.',
    fr: "L'offre d'emploi est close. Des postes ne peuvent être proposés que pour une offre ouverte.",
    es: 'La oferta de empleo está cerrada. Solo se pueden proponer puestos de una oferta abierta.',
    ar: 'الوظيفة مغلقة. لا تُقترح المناصب إلا لوظيفة مفتوحة.',
  },
  withdrawn: {
    en: 'The vacancy has been withdrawn. Posts can be offered only for an open vacancy.',
    fr: "L'offre d'emploi a été retirée. Des postes ne peuvent être proposés que pour une offre ouverte.",
    es: 'La oferta de empleo se ha retirado. Solo se pueden proponer puestos de una oferta abierta.',
    ar: 'سُحبت الوظيفة. لا تُقترح المناصب إلا لوظيفة مفتوحة.',
  },
};

export function vacancyShut(status: keyof typeof shut): ProblemError {
  return refuse(409, 'vacancy-closed', shut[status]);
}

export function vacancyMerged(): ProblemError {
  return refuse(409, 'vacancy-merged', {
    en: 'The ministry has merged this vacancy with another one, which is open. Offer the posts for that vacancy.',
    fr: "Le ministère a fusionné cette offre d'emploi avec une autre, qui est ouverte. Proposez les postes pour celle-ci.",
    es: 'El ministerio ha fusionado esta oferta de empleo con otra, que está abierta. Proponga los puestos de esa oferta.',
    ar: 'دمجت الوزارة هذه الوظيفة مع وظيفة أخرى مفتوحة. اقترحوا المناصب لتلك الوظيفة.',
  });
}

export function vacancyOver(endsOn: string): ProblemError {
  return refuse(409, 'vacancy-over', {
    en: `The work of this vacancy ended on ${endsOn}. Publish it again with new dates.`,
    fr: `Le travail proposé dans cette offre d'emploi s'est terminé le ${dateIn(endsOn, 'fr')}. Publiez-la à nouveau avec d'autres dates.`,
    es: `El trabajo de esta oferta de empleo terminó el ${dateIn(endsOn, 'es')}. Publíquela de nuevo con otras fechas.`,
    ar: `انتهى العمل المعروض في ${dateIn(endsOn, 'ar')}. انشروا الوظيفة من جديد بتواريخ أخرى.`,
  });
}

export function startRequired(): ProblemError {
  return notUsable('/startsOn', 'date-required', {
    en: 'The first day of work is not known. State startsOn.',
    fr: "Le premier jour de travail n'est pas connu. Indiquez startsOn.",
    es: 'No se conoce el primer día de trabajo. Indique startsOn.',
    ar: 'أول يوم عمل غير معروف. اذكروا startsOn.',
  });
}

export function endRequired(): ProblemError {
  return notUsable('/endsOn', 'date-required', {
    en: 'The last day of work is not known. State endsOn.',
    fr: "Le dernier jour de travail n'est pas connu. Indiquez endsOn.",
    es: 'No se conoce el último día de trabajo. Indique endsOn.',
    ar: 'آخر يوم عمل غير معروف. اذكروا endsOn.',
  });
}

export function startPast(): ProblemError {
  return notUsable('/startsOn', 'date-past', {
    en: 'The first day of work is in the past. Choose today or a later day.',
    fr: "Le premier jour de travail est passé. Choisissez aujourd'hui ou une date ultérieure.",
    es: 'El primer día de trabajo ya ha pasado. Elija hoy o una fecha posterior.',
    ar: 'أول يوم عمل قد مضى. اختاروا اليوم أو تاريخا لاحقا.',
  });
}

export function answerUndue(): ProblemError {
  return notUsable('/answerByOn', 'dates-out-of-order', {
    en: 'The deadline for the answer is not between today and the first day of work. Choose a day between the two.',
    fr: "Le délai de réponse ne se situe pas entre aujourd'hui et le premier jour de travail. Choisissez un jour entre les deux.",
    es: 'El plazo de respuesta no está entre hoy y el primer día de trabajo. Elija un día entre los dos.',
    ar: 'أجل الجواب ليس بين اليوم وأول يوم عمل. اختاروا يوما بينهما.',
  });
}

export function notProposed(): ProblemError {
  return refuse(409, 'not-proposed', {
    en: 'This candidate is not proposed for the vacancy. Offer the post to a candidate whom a match proposes.',
    fr: "Ce candidat n'est pas proposé pour l'offre d'emploi. Proposez le poste à un candidat qui l'est.",
    es: 'Este candidato no está propuesto para la oferta de empleo. Proponga el puesto a un candidato que lo esté.',
    ar: 'هذا المرشح غير مقترح للوظيفة. اقترحوا المنصب على مرشح مقترح لها.',
  });
}

/** Does not say which gate is closed, because an employer is not told what is known of a person. */
export function gateClosed(): ProblemError {
  return refuse(409, 'gate-closed', {
    en: 'By the law and the facts as they stand now, this candidate may not be given the post on these dates. Choose other dates or another candidate.',
    fr: "En l'état actuel du droit et des faits, ce poste ne peut pas être confié à ce candidat à ces dates. Choisissez d'autres dates ou un autre candidat.",
    es: 'Según el derecho y los hechos actuales, este puesto no puede darse a esta persona candidata en estas fechas. Elija otras fechas u otra persona.',
    ar: 'بحسب القانون والوقائع في الوقت الحالي، لا يجوز إسناد هذا المنصب إلى هذا المرشح في هذه التواريخ. اختاروا تواريخ أخرى أو مرشحا آخر.',
  });
}

/** `because` is told to an agency about its own people, and to an employer about a country. */
export function postClosed(because: Reason): ProblemError {
  const why = (language: Language): string =>
    reasonSentence(because, { language, audience: 'agency' });
  return refuse(409, 'gate-closed', {
    en: `${why('en')} Therefore the post may not be filled on these dates. Choose other dates, or wait until the reason is gone.`,
    fr: `${why('fr')} Le poste ne peut donc pas être pourvu à ces dates. Choisissez d'autres dates ou attendez que ce motif disparaisse.`,
    es: `${why('es')} Por eso el puesto no puede cubrirse en estas fechas. Elija otras fechas o espere a que desaparezca el motivo.`,
    ar: `${why('ar')} لذلك لا يجوز شغل المنصب في هذه التواريخ. اختاروا تواريخ أخرى أو انتظروا زوال السبب.`,
  });
}

const settled: Readonly<Record<'declined' | 'not-hired', InEach>> = {
  declined: {
    en: 'The candidate has already declined this vacancy. Choose another candidate.',
    fr: "Le candidat a déjà décliné cette offre d'emploi. Choisissez un autre candidat.",
    es: 'El candidato ya ha rechazado esta oferta de empleo. Elija otro candidato.',
    ar: 'سبق للمرشح أن اعتذر عن هذه الوظيفة. اختاروا مرشحا آخر.',
  },
  'not-hired': {
    en: 'It has already been decided not to hire the candidate for this vacancy. Choose another candidate.',
    fr: "Il a déjà été décidé de ne pas embaucher ce candidat pour cette offre d'emploi. Choisissez un autre candidat.",
    es: 'Ya se ha decidido no contratar a este candidato para esta oferta de empleo. Elija otro candidato.',
    ar: 'سبق أن تقرر عدم تشغيل هذا المرشح في هذه الوظيفة. اختاروا مرشحا آخر.',
  },
};

export function isSettled(outcome: MatchOutcome | null): outcome is keyof typeof settled {
  return outcome !== null && outcome in settled;
}

export function matchSettled(outcome: keyof typeof settled): ProblemError {
  return refuse(409, 'match-settled', settled[outcome]);
}

export function postsRequired(): ProblemError {
  return notUsable('/posts', 'posts-required', {
    en: 'The offer names neither candidates nor posts. State either matchIds, or agencyId and posts.',
    fr: "La proposition n'indique ni candidats ni postes. Indiquez soit matchIds, soit agencyId et posts.",
    es: 'La propuesta no indica ni candidatos ni puestos. Indique matchIds, o bien agencyId y posts.',
    ar: 'لا يذكر الاقتراح مرشحين ولا مناصب. اذكروا matchIds، أو agencyId مع posts.',
  });
}

export function noSuchAgency(): ProblemError {
  return notUsable('/agencyId', 'no-such-agency', {
    en: 'This agency does not exist. Check its id.',
    fr: "Cette agence n'existe pas. Vérifiez son identifiant.",
    es: 'Esta agencia no existe. Compruebe su identificador.',
    ar: 'هذه الوكالة غير موجودة. تحققوا من معرّفها.',
  });
}

export function noSeats(): ProblemError {
  return refuse(409, 'quota-exhausted', {
    en: 'A national offer that covers this post has no seat left, and no seat was taken. Wait for a seat with waitIfFull.',
    fr: "Une offre nationale qui couvre ce poste n'a plus de place, et aucune place n'a été prise. Attendez une place avec waitIfFull.",
    es: 'Una oferta nacional que cubre este puesto no tiene más plazas y no se ha ocupado ninguna. Espere una plaza con waitIfFull.',
    ar: 'لم يبق أي مقعد في عرض وطني يشمل هذا المنصب، ولم يُؤخذ أي مقعد. انتظروا مقعدا باستعمال waitIfFull.',
  });
}

export function noQuotaOffered(): ProblemError {
  return refuse(409, 'no-quota-offered', {
    en: 'No national offer covers this post on its first day, and candidates from this country need one. Ask the ministry for a national offer, or change the dates.',
    fr: "Aucune offre nationale ne couvre ce poste à son premier jour, et les candidats de ce pays doivent relever d'une telle offre. Adressez-vous au ministère ou changez les dates.",
    es: 'Ninguna oferta nacional cubre este puesto en su primer día, y los candidatos de este país la necesitan. Diríjase al ministerio o cambie las fechas.',
    ar: 'لا يشمل أي عرض وطني هذا المنصب في أول يوم عمل، ولا بد منه لمرشحي هذا البلد. اتصلوا بالوزارة أو غيّروا التواريخ.',
  });
}

export function roundClosed(): ProblemError {
  return refuse(409, 'allocation-closed', {
    en: 'The seats are in an allocation round that takes no applications today. Apply while the round is open.',
    fr: "Les places font partie d'un tour d'attribution qui n'accepte pas de demandes aujourd'hui. Déposez la demande pendant que le tour est ouvert.",
    es: 'Las plazas están en una ronda de asignación que hoy no admite solicitudes. Presente la solicitud mientras la ronda esté abierta.',
    ar: 'المقاعد ضمن دورة توزيع لا تستقبل الطلبات اليوم. قدموا الطلب أثناء فتح الدورة.',
  });
}

export function noFloorInRound(): ProblemError {
  return refuse(409, 'allocation-without-floor', {
    en: 'In an allocation round, each post is a separate application. Leave `atLeast` out.',
    fr: "Dans un tour d'attribution, chaque poste fait l'objet d'une demande distincte. N'envoyez pas `atLeast`.",
    es: 'En una ronda de asignación, cada puesto es una solicitud aparte. No envíe `atLeast`.',
    ar: 'في دورة التوزيع يُعدّ كل منصب طلبا مستقلا. لا ترسلوا `atLeast`.',
  });
}

export function positionsFilled(): ProblemError {
  return refuse(409, 'positions-filled', {
    en: 'Every position of the vacancy already has a placement. To offer more posts, raise the number of positions.',
    fr: "Chaque poste de l'offre d'emploi a déjà un placement. Pour en proposer d'autres, augmentez le nombre de postes.",
    es: 'Cada puesto de la oferta de empleo tiene ya una colocación. Para proponer más, aumente el número de puestos.',
    ar: 'لكل منصب في الوظيفة عملية توظيف. لاقتراح مناصب أخرى ارفعوا عدد المناصب.',
  });
}

export function noTeam(): ProblemError {
  return refuse(409, 'no-team', {
    en: 'None of these candidates stayed until the end of the work of that vacancy. Check lastVacancyId and candidateIds.',
    fr: "Aucun de ces candidats n'est resté jusqu'à la fin du travail prévu par cette offre d'emploi. Vérifiez lastVacancyId et candidateIds.",
    es: 'Ninguno de estos candidatos permaneció hasta el final del trabajo de esa oferta de empleo. Compruebe lastVacancyId y candidateIds.',
    ar: 'لم يبق أي من هؤلاء المرشحين حتى نهاية العمل المحدد في تلك الوظيفة. تحققوا من lastVacancyId وcandidateIds.',
  });
}
