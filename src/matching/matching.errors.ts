import type { ProblemError } from '../platform/http/problem.ts';
import { refuse } from '../platform/http/refuse.ts';

export function matchNotFound(): ProblemError {
  return refuse(404, 'match-not-found', {
    en: 'This match does not exist, or you do not have access to it. Check its id.',
    fr: "Cette proposition de candidat n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta propuesta de candidato no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'اقتراح المرشح هذا غير موجود أو لا يحق لكم الاطلاع عليه. تحققوا من معرّفه.',
  });
}

export function cursorUnknown(): ProblemError {
  const said = {
    en: 'The list has changed since the page of this cursor. Begin again with the first page.',
    fr: 'La liste a changé depuis la page de ce curseur. Recommencez à la première page.',
    es: 'La lista ha cambiado desde la página de este cursor. Empiece de nuevo por la primera página.',
    ar: 'تغيرت القائمة منذ صفحة هذا المؤشر. ابدأوا من جديد بالصفحة الأولى.',
  };
  const here = {
    en: 'This match is not on the list.',
    fr: 'Cette proposition de candidat ne figure pas dans la liste.',
    es: 'Esta propuesta de candidato no figura en la lista.',
    ar: 'اقتراح المرشح هذا غير موجود في القائمة.',
  };
  const errors = [{ pointer: '/cursor', code: 'unknown', said: here }];
  return refuse(400, 'cursor-unknown', said, { errors });
}

export function matchNotRecorded(): ProblemError {
  return refuse(409, 'match-not-recorded', {
    en: 'The facts behind this decision were not recorded. Ask again once the match has been decided anew.',
    fr: "Les faits à l'origine de cette décision n'ont pas été enregistrés. Renouvelez la demande après une nouvelle décision.",
    es: 'No se registraron los hechos en que se basa esta decisión. Repita la consulta cuando se haya tomado una nueva decisión.',
    ar: 'لم تُسجَّل الوقائع التي استند إليها هذا القرار. أعيدوا السؤال بعد اتخاذ قرار جديد.',
  });
}

export function runNotFound(): ProblemError {
  return refuse(404, 'matching-run-not-found', {
    en: 'This matching run does not exist, or you do not have access to it. Check its id.',
    fr: "Cette mise en correspondance n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta búsqueda de correspondencias no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'عملية المطابقة هذه غير موجودة أو لا يحق لكم الاطلاع عليها. تحققوا من معرّفها.',
  });
}

export function tooManyToAllocate(most: number): ProblemError {
  return refuse(409, 'too-many-to-allocate', {
    en: `At most ${most} vacancies can be allocated at once. Name those that belong together in vacancyIds.`,
    fr: `Au plus ${most} offres d'emploi peuvent être attribuées à la fois. Indiquez dans vacancyIds celles qui vont ensemble.`,
    es: `Se pueden asignar como máximo ${most} ofertas de empleo a la vez. Indique en vacancyIds las que van juntas.`,
    ar: `العدد الأقصى للوظائف التي يمكن توزيعها معا هو ${most}. اذكروا الوظائف المترابطة في vacancyIds.`,
  });
}

export function assignmentNotFound(): ProblemError {
  return refuse(404, 'assignment-not-found', {
    en: 'This assignment does not exist, or you do not have access to it. Check its id.',
    fr: "Cette affectation n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Esta asignación no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    ar: 'هذا الإسناد غير موجود أو لا يحق لكم الاطلاع عليه. تحققوا من معرّفه.',
  });
}

export function evidencePackNotFound(): ProblemError {
  return refuse(404, 'evidence-pack-not-found', {
    en: 'This evidence pack does not exist, or you do not have access to it. Check its id.',
    fr: "Ce dossier de preuves n'existe pas ou ne vous est pas accessible. Vérifiez son identifiant.",
    es: 'Este expediente de pruebas no existe o usted no tiene acceso a él. Compruebe su identificador.',
    ar: 'ملف الإثباتات هذا غير موجود أو لا يحق لكم الاطلاع عليه. تحققوا من معرّفه.',
  });
}

export function notProposed(): ProblemError {
  return refuse(409, 'match-not-proposed', {
    en: 'This candidate is not proposed, so no outcome can be recorded. If only a seat is missing, offer the post with waitIfFull.',
    fr: "Ce candidat n'est pas proposé : aucun résultat ne peut être enregistré. S'il ne manque qu'une place, proposez-lui le poste avec waitIfFull.",
    es: 'Este candidato no está propuesto: no se puede registrar ningún resultado. Si solo falta una plaza, ofrézcale el puesto con waitIfFull.',
    ar: 'هذا المرشح غير مقترح، ولا يمكن تسجيل أي نتيجة. إذا كان المقعد وحده هو الناقص فاعرضوا عليه المنصب مع waitIfFull.',
  });
}

export function candidateAnswered(): ProblemError {
  return refuse(409, 'candidate-answered', {
    en: 'The candidate has accepted or refused an offer for this vacancy, and that answer stands. To end an accepted placement, withdraw it.',
    fr: "Le candidat a accepté ou refusé une proposition pour cette offre d'emploi, et cette réponse fait foi. Pour mettre fin à un placement accepté, retirez-le.",
    es: 'La persona candidata ha aceptado o rechazado una propuesta para esta oferta de empleo, y esa respuesta prevalece. Para poner fin a una colocación aceptada, retírela.',
    ar: 'سبق للمرشح أن قبل عرضا لهذه الوظيفة أو رفضه، وجوابه هو المعتمد. لإنهاء عملية توظيف مقبولة اسحبوها.',
  });
}

export function invitationsOwed(): ProblemError {
  return refuse(409, 'invitations-owed', {
    en: 'Suitable candidates with Community preference have not been invited yet. Invite them first; the close-out report lists them.',
    fr: "Des candidats aptes bénéficiant de la préférence communautaire n'ont pas encore été invités. Invitez-les d'abord ; le rapport de clôture en donne la liste.",
    es: 'Aún no se ha invitado a candidatos aptos con preferencia comunitaria. Invítelos primero; el informe de cierre los enumera.',
    ar: 'لم يُدعَ بعد مرشحون مناسبون لهم أفضلية الاتحاد الأوروبي. ادعوهم أولا؛ يتضمن تقرير الإغلاق قائمتهم.',
  });
}

export function nothingToMatch(): ProblemError {
  return refuse(409, 'nothing-to-match', {
    en: 'You have no open vacancy to match. Publish one first.',
    fr: "Vous n'avez aucune offre d'emploi ouverte à mettre en correspondance. Publiez-en une d'abord.",
    es: 'No tiene ninguna oferta de empleo abierta para la que buscar correspondencias. Publique una primero.',
    ar: 'ليست لديكم أي وظيفة مفتوحة للمطابقة. انشروا وظيفة أولا.',
  });
}
