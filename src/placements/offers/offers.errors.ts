import type { MatchOutcome } from '../../matching/match.entity.ts';
import type { ProblemError } from '../../platform/http/problem.ts';
import { notUsable, refuse } from '../../platform/http/refuse.ts';
import type { InEach } from '../../platform/language/language.ts';
import { dateIn } from '../../platform/language/speaker.ts';
import type { VacancyStatus } from '../../vacancies/formats/vacancy-draft.ts';

export function collectiveOfferNotFound(): ProblemError {
  return refuse(404, 'collective-offer-not-found', {
    en: 'There is no such collective offer, or it is not yours to see.',
    fr: "Cette proposition collective n'existe pas, ou vous n'avez pas à la voir.",
    es: 'Esta propuesta colectiva no existe, o no le corresponde verla.',
    ar: 'اقتراح التشغيل الجماعي هذا غير موجود، أو ليس لكم الاطلاع عليه.',
  });
}

const shut: Readonly<Record<Exclude<VacancyStatus, 'open'>, InEach>> = {
  closed: {
    en: 'The vacancy is closed.',
    fr: "L'offre d'emploi est close.",
    es: 'La oferta de empleo está cerrada.',
    ar: 'عرض الشغل مغلق.',
  },
  withdrawn: {
    en: 'The vacancy is withdrawn.',
    fr: "L'offre d'emploi est retirée.",
    es: 'La oferta de empleo está retirada.',
    ar: 'عرض الشغل مسحوب.',
  },
};

export function vacancyShut(status: keyof typeof shut): ProblemError {
  return refuse(409, 'vacancy-closed', shut[status]);
}

export function vacancyMerged(): ProblemError {
  return refuse(409, 'vacancy-merged', {
    en: 'Its ministry found it to be another vacancy, which is open.',
    fr: "Son ministère y a reconnu une autre offre d'emploi, qui est ouverte.",
    es: 'Su ministerio ha visto que es otra oferta de empleo, que está abierta.',
    ar: 'تبيّن للوزارة أنه عرض شغل آخر، وهو مفتوح.',
  });
}

export function vacancyOver(endsOn: string): ProblemError {
  return refuse(409, 'vacancy-over', {
    en: `Its work ended on ${endsOn}; publish it anew.`,
    fr: `Le travail s'est terminé le ${dateIn(endsOn, 'fr')} ; publiez l'offre à nouveau.`,
    es: `El trabajo terminó el ${dateIn(endsOn, 'es')}; publique la oferta de nuevo.`,
    ar: `انتهى العمل في ${dateIn(endsOn, 'ar')}؛ انشروا العرض من جديد.`,
  });
}

export function startRequired(): ProblemError {
  return notUsable('/startsOn', 'date-required', {
    en: 'State when it begins.',
    fr: 'Indiquez quand cela commence.',
    es: 'Indique cuándo empieza.',
    ar: 'اذكروا تاريخ البداية.',
  });
}

export function endRequired(): ProblemError {
  return notUsable('/endsOn', 'date-required', {
    en: 'State when it ends.',
    fr: 'Indiquez quand cela se termine.',
    es: 'Indique cuándo termina.',
    ar: 'اذكروا تاريخ النهاية.',
  });
}

export function startPast(): ProblemError {
  return notUsable('/startsOn', 'date-past', {
    en: 'It begins in the past.',
    fr: 'Le début est déjà passé.',
    es: 'El comienzo ya ha pasado.',
    ar: 'تاريخ البداية قد مضى.',
  });
}

export function answerUndue(): ProblemError {
  return notUsable('/answerByOn', 'dates-out-of-order', {
    en: 'An answer is due between today and the first day of work.',
    fr: "Une réponse est attendue entre aujourd'hui et le premier jour de travail.",
    es: 'La respuesta se espera entre hoy y el primer día de trabajo.',
    ar: 'يُنتظر الجواب بين اليوم وأول يوم عمل.',
  });
}

export function notProposed(): ProblemError {
  return refuse(409, 'not-proposed', {
    en: 'Offers go to people whom a match proposes for the vacancy.',
    fr: "Seules les personnes proposées pour l'offre d'emploi reçoivent une proposition.",
    es: 'Solo reciben una propuesta de empleo las personas propuestas para la oferta.',
    ar: 'لا يُقترح التشغيل إلا على الأشخاص المقترحين لعرض الشغل.',
  });
}

const settled: Readonly<Record<'declined' | 'not-hired', InEach>> = {
  declined: {
    en: 'This match was settled before: declined.',
    fr: 'Cette personne a déjà décliné.',
    es: 'Esta persona ya rehusó.',
    ar: 'سبق لهذا الشخص أن اعتذر.',
  },
  'not-hired': {
    en: 'This match was settled before: not-hired.',
    fr: "Il a déjà été décidé de ne pas embaucher cette personne pour cette offre d'emploi.",
    es: 'Ya se decidió no contratar a esta persona para esta oferta de empleo.',
    ar: 'سبق أن تقرر عدم تشغيل هذا الشخص في عرض الشغل هذا.',
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
    en: 'Name matches, or an agency and how many posts it may fill.',
    fr: "Nommez des personnes proposées, ou une agence et le nombre de postes qu'elle peut pourvoir.",
    es: 'Nombre a personas propuestas, o una agencia y cuántos puestos puede cubrir.',
    ar: 'اذكروا أشخاصا مقترحين، أو وكالة وعدد المناصب التي يمكنها شغلها.',
  });
}

export function noSuchAgency(): ProblemError {
  return notUsable('/agencyId', 'no-such-agency', {
    en: 'There is no such agency.',
    fr: "Cette agence n'existe pas.",
    es: 'Esta agencia no existe.',
    ar: 'هذه الوكالة غير موجودة.',
  });
}

export function noSeats(): ProblemError {
  return refuse(409, 'quota-exhausted', {
    en: 'A national offer that covers this post has no seat left. Nothing was taken.',
    fr: "Une offre nationale qui couvre ce poste n'a plus de place. Rien n'a été pris.",
    es: 'Una oferta nacional que cubre este puesto no tiene más plazas. No se ha tomado nada.',
    ar: 'لم يبق أي مقعد في عرض وطني يشمل هذا المنصب. لم يُؤخذ أي مقعد.',
  });
}

export function noQuotaOffered(): ProblemError {
  return refuse(409, 'no-quota-offered', {
    en: 'No national offer covers this post on its first day, and people of the country come under one.',
    fr: 'Aucune offre nationale ne couvre ce poste à son premier jour, et il en faut une pour les personnes de ce pays.',
    es: 'Ninguna oferta nacional cubre este puesto en su primer día, y las personas de ese país la necesitan.',
    ar: 'لا يشمل أي عرض وطني هذا المنصب في أول يوم عمل، ولا بد منه لأشخاص هذا البلد.',
  });
}

export function roundClosed(): ProblemError {
  return refuse(409, 'allocation-closed', {
    en: 'The seats are in an allocation round, which takes no applications today.',
    fr: "Les places sont dans un tour d'attribution, qui ne prend pas de demande aujourd'hui.",
    es: 'Las plazas están en una ronda de asignación, que hoy no admite solicitudes.',
    ar: 'المقاعد ضمن دورة توزيع لا تستقبل الطلبات اليوم.',
  });
}

export function noFloorInRound(): ProblemError {
  return refuse(409, 'allocation-without-floor', {
    en: 'In an allocation round every post applies for itself: leave `atLeast` out.',
    fr: "Dans un tour d'attribution, chaque poste fait sa propre demande : n'envoyez pas `atLeast`.",
    es: 'En una ronda de asignación cada puesto presenta su propia solicitud: no envíe `atLeast`.',
    ar: 'في دورة التوزيع لكل منصب طلبه الخاص: لا ترسلوا `atLeast`.',
  });
}

export function positionsFilled(): ProblemError {
  return refuse(409, 'positions-filled', {
    en: 'Every position of the vacancy has its placement.',
    fr: "Chaque poste de l'offre d'emploi a son placement.",
    es: 'Cada puesto de la oferta de empleo tiene su colocación.',
    ar: 'لكل منصب في عرض الشغل عملية توظيف.',
  });
}

export function noTeam(): ProblemError {
  return refuse(409, 'no-team', {
    en: 'Nobody of that vacancy has finished a season with you.',
    fr: "Personne de cette offre d'emploi n'a terminé une saison chez vous.",
    es: 'Nadie de esa oferta de empleo ha terminado una temporada con usted.',
    ar: 'لم يُنهِ أحد من عرض الشغل هذا موسما لديكم.',
  });
}
