import type { Language } from '../../platform/language/language.ts';
import type { MatchOutcome } from '../match.entity.ts';
import type { MatchStatus } from '../match-vacancy.ts';
import type { Advertisement } from '../../vacancies/formats/vacancy-draft.ts';
import type { Result } from '../rules/rule.ts';

/** The words on the page of a pack, besides its evidence. */
export interface EvidenceWords {
  title: string;
  noPermit: string;
  madeAt: string;
  head: string;
  vacancy: string;
  employer: string;
  work: string;
  place: string;
  positions: string;
  askedOn: string;
  advertisement: string;
  channel: string;
  number: string;
  from: string;
  until: string;
  test: string;
  citation: string;
  decision: string;
  status: string;
  group: string;
  /** The basis of preference of a candidate who is a citizen's family member. */
  family: string;
  score: string;
  decidedOn: string;
  outcome: string;
  /** In place of a reason that the employer wrote. */
  wordsErased: string;
  verdicts: string;
  result: string;
  reason: string;
  record: string;
  member: string;
  value: string;
  channels: Readonly<Record<Advertisement['channel'], string>>;
  answer: string;
  answers: Readonly<Record<NonNullable<Advertisement['answer']>, string>>;
  statuses: Readonly<Record<MatchStatus, string>>;
  results: Readonly<Record<Result['verdict'], string>>;
  outcomes: Readonly<Record<MatchOutcome, string>>;
}

export const evidenceWords: Readonly<Record<Language, EvidenceWords>> = {
  en: {
    title: 'Evidence pack',
    noPermit: 'The decisions in this pack are not permits.',
    madeAt: 'Made on',
    head: 'Head of the chain',
    vacancy: 'Vacancy',
    employer: 'Employer',
    work: 'Work',
    place: 'Place',
    positions: 'Number of positions',
    askedOn: 'As of',
    advertisement: 'Advertisement',
    channel: 'Channel',
    number: 'Number',
    from: 'From',
    until: 'Until',
    test: 'Labour-market test',
    citation: 'Basis',
    decision: 'Decision',
    status: 'Status',
    group: 'Preference group',
    family: 'family member of a citizen of the Union',
    score: 'Score',
    decidedOn: 'Decided on',
    outcome: 'Answer of the employer',
    wordsErased: 'the words were erased with the candidate’s data',
    verdicts: 'What each rule says',
    result: 'Result',
    reason: 'Reason',
    record: 'The evidence as it was sealed',
    member: 'Member',
    value: 'Value',
    channels: { pes: 'public employment service', eures: 'EURES', 'job-centre': 'request to the job centre', other: 'other' },
    answer: 'Answer',
    answers: { 'nobody-available': 'nobody is available', 'somebody-available': 'somebody is available' },
    statuses: { proposed: 'proposed', waiting: 'waiting', 'held-back': 'held back' },
    results: { pass: 'met', exclude: 'not met', wait: 'not yet met' },
    outcomes: { invited: 'invited', hired: 'hired', declined: 'declined by the candidate', 'not-hired': 'not hired' },
  },
  fr: {
    title: 'Dossier de preuves',
    noPermit: 'Les décisions de ce dossier ne valent pas autorisation.',
    madeAt: 'Établi le',
    head: 'Tête de la chaîne',
    vacancy: 'Offre d’emploi',
    employer: 'Employeur',
    work: 'Poste',
    place: 'Lieu',
    positions: 'Nombre de postes',
    askedOn: 'À la date du',
    advertisement: 'Publication',
    channel: 'Canal',
    number: 'Numéro',
    from: 'Du',
    until: 'Au',
    test: 'Test du marché du travail',
    citation: 'Fondement',
    decision: 'Décision',
    status: 'Statut',
    group: 'Groupe de préférence',
    family: 'membre de la famille d’un citoyen de l’Union',
    score: 'Note',
    decidedOn: 'Décidé le',
    outcome: 'Réponse de l’employeur',
    wordsErased: 'le texte a été effacé avec les données du candidat',
    verdicts: 'Ce que dit chaque règle',
    result: 'Résultat',
    reason: 'Motif',
    record: 'Les preuves telles qu’elles ont été scellées',
    member: 'Élément',
    value: 'Valeur',
    channels: { pes: 'service public de l’emploi', eures: 'EURES', 'job-centre': 'demande au centre pour l’emploi', other: 'autre' },
    answer: 'Réponse',
    answers: { 'nobody-available': 'personne n’est disponible', 'somebody-available': 'une personne est disponible' },
    statuses: { proposed: 'candidature proposée', waiting: 'en attente', 'held-back': 'candidature non proposée' },
    results: { pass: 'règle respectée', exclude: 'règle non respectée', wait: 'règle pas encore respectée' },
    outcomes: { invited: 'invitation', hired: 'embauche', declined: 'refus du candidat', 'not-hired': 'pas d’embauche' },
  },
  es: {
    title: 'Expediente de pruebas',
    noPermit: 'Las decisiones de este expediente no son permisos.',
    madeAt: 'Elaborado el',
    head: 'Cabeza de la cadena',
    vacancy: 'Oferta de empleo',
    employer: 'Empleador',
    work: 'Puesto',
    place: 'Lugar',
    positions: 'Número de puestos',
    askedOn: 'A fecha de',
    advertisement: 'Publicación',
    channel: 'Canal',
    number: 'Número',
    from: 'Desde',
    until: 'Hasta',
    test: 'Prueba del mercado de trabajo',
    citation: 'Fundamento',
    decision: 'Decisión',
    status: 'Estado',
    group: 'Grupo de preferencia',
    family: 'familiar de un ciudadano de la Unión',
    score: 'Puntuación',
    decidedOn: 'Decidido el',
    outcome: 'Respuesta del empleador',
    wordsErased: 'el texto se suprimió con los datos de la persona candidata',
    verdicts: 'Lo que dice cada norma',
    result: 'Resultado',
    reason: 'Motivo',
    record: 'Las pruebas tal como fueron selladas',
    member: 'Elemento',
    value: 'Valor',
    channels: { pes: 'servicio público de empleo', eures: 'EURES', 'job-centre': 'consulta al centro de empleo', other: 'otro' },
    answer: 'Respuesta',
    answers: { 'nobody-available': 'no hay nadie disponible', 'somebody-available': 'hay una persona disponible' },
    statuses: { proposed: 'candidatura propuesta', waiting: 'en espera', 'held-back': 'candidatura no propuesta' },
    results: { pass: 'se cumple', exclude: 'no se cumple', wait: 'aún no se cumple' },
    outcomes: { invited: 'invitación', hired: 'contratación', declined: 'rechazo de la persona candidata', 'not-hired': 'sin contratación' },
  },
  ar: {
    title: 'ملف الإثبات',
    noPermit: 'القرارات الواردة في هذا الملف ليست تراخيص.',
    madeAt: 'أُعد في',
    head: 'رأس السلسلة',
    vacancy: 'الوظيفة الشاغرة',
    employer: 'صاحب العمل',
    work: 'المنصب',
    place: 'المكان',
    positions: 'عدد المناصب',
    askedOn: 'بتاريخ',
    advertisement: 'النشر',
    channel: 'القناة',
    number: 'الرقم',
    from: 'من',
    until: 'إلى',
    test: 'اختبار سوق العمل',
    citation: 'الأساس',
    decision: 'القرار',
    status: 'الحالة',
    group: 'مجموعة الأفضلية',
    family: 'فرد من أسرة مواطن من الاتحاد الأوروبي',
    score: 'النقاط',
    decidedOn: 'تاريخ القرار',
    outcome: 'رد صاحب العمل',
    wordsErased: 'مُحي النص مع بيانات المرشح',
    verdicts: 'ما تقوله كل قاعدة',
    result: 'النتيجة',
    reason: 'السبب',
    record: 'الإثباتات كما خُتمت في الأصل',
    member: 'العنصر',
    value: 'القيمة',
    channels: { pes: 'خدمة التوظيف العامة', eures: 'EURES', 'job-centre': 'استشارة مركز التوظيف', other: 'قناة أخرى' },
    answer: 'الجواب',
    answers: { 'nobody-available': 'لا يوجد شخص متاح', 'somebody-available': 'يوجد شخص متاح' },
    statuses: { proposed: 'ترشيح مقترح', waiting: 'في الانتظار', 'held-back': 'ترشيح غير مقترح' },
    results: { pass: 'مستوفاة', exclude: 'غير مستوفاة', wait: 'غير مستوفاة بعد' },
    outcomes: { invited: 'دعوة', hired: 'توظيف', declined: 'رفض المرشح', 'not-hired': 'عدم التوظيف' },
  },
}; // prettier-ignore
