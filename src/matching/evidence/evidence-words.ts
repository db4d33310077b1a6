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
    noPermit: 'A decision is not a permit.',
    madeAt: 'Made at',
    head: 'Head of the chain',
    vacancy: 'Vacancy',
    employer: 'Employer',
    work: 'Work',
    place: 'Place',
    positions: 'Positions',
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
    group: 'Group of preference',
    family: 'family of a citizen of the Union',
    score: 'Score',
    decidedOn: 'Decided on',
    outcome: 'What the employer says',
    verdicts: 'What each rule says',
    result: 'Result',
    reason: 'Reason',
    record: 'The evidence as it was sealed',
    member: 'Member',
    value: 'Value',
    channels: { pes: 'public employment service', eures: 'EURES', 'job-centre': 'question to the job centre', other: 'other' },
    answer: 'Answer',
    answers: { 'nobody-available': 'nobody available', 'somebody-available': 'somebody available' },
    statuses: { proposed: 'proposed', waiting: 'waiting', 'held-back': 'held back' },
    results: { pass: 'passed', exclude: 'holds back', wait: 'waits' },
    outcomes: { invited: 'invited', hired: 'hired', declined: 'declined by the person', 'not-hired': 'not hired' },
  },
  fr: {
    title: 'Dossier de preuves',
    noPermit: 'Une décision n’est pas une autorisation.',
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
    family: 'famille d’un citoyen de l’Union',
    score: 'Note',
    decidedOn: 'Décidé le',
    outcome: 'Réponse de l’employeur',
    verdicts: 'Ce que dit chaque règle',
    result: 'Résultat',
    reason: 'Motif',
    record: 'Les preuves telles que scellées',
    member: 'Élément',
    value: 'Valeur',
    channels: { pes: 'service public de l’emploi', eures: 'EURES', 'job-centre': 'demande au centre pour l’emploi', other: 'autre' },
    answer: 'Réponse',
    answers: { 'nobody-available': 'personne de disponible', 'somebody-available': 'quelqu’un est disponible' },
    statuses: { proposed: 'proposé(e)', waiting: 'en attente', 'held-back': 'retenu(e)' },
    results: { pass: 'satisfaite', exclude: 'fait obstacle', wait: 'fait attendre' },
    outcomes: { invited: 'invité(e)', hired: 'embauché(e)', declined: 'refus de la personne', 'not-hired': 'non embauché(e)' },
  },
  es: {
    title: 'Expediente de pruebas',
    noPermit: 'Una decisión no es un permiso.',
    madeAt: 'Elaborado el',
    head: 'Cabeza de la cadena',
    vacancy: 'Vacante',
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
    family: 'familia de un ciudadano de la Unión',
    score: 'Puntuación',
    decidedOn: 'Decidido el',
    outcome: 'Respuesta del empleador',
    verdicts: 'Lo que dice cada norma',
    result: 'Resultado',
    reason: 'Motivo',
    record: 'Las pruebas tal como se sellaron',
    member: 'Elemento',
    value: 'Valor',
    channels: { pes: 'servicio público de empleo', eures: 'EURES', 'job-centre': 'consulta al centro de empleo', other: 'otro' },
    answer: 'Respuesta',
    answers: { 'nobody-available': 'nadie disponible', 'somebody-available': 'hay alguien disponible' },
    statuses: { proposed: 'propuesta', waiting: 'en espera', 'held-back': 'retenida' },
    results: { pass: 'se cumple', exclude: 'lo impide', wait: 'hace esperar' },
    outcomes: { invited: 'invitada', hired: 'contratada', declined: 'rechazo de la persona', 'not-hired': 'no contratada' },
  },
  ar: {
    title: 'ملف الإثبات',
    noPermit: 'القرار ليس ترخيصا.',
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
    status: 'الوضع',
    group: 'مجموعة الأفضلية',
    family: 'أسرة مواطن من الاتحاد الأوروبي',
    score: 'النقاط',
    decidedOn: 'تاريخ القرار',
    outcome: 'جواب صاحب العمل',
    verdicts: 'ما تقوله كل قاعدة',
    result: 'النتيجة',
    reason: 'السبب',
    record: 'الإثباتات كما خُتمت',
    member: 'العنصر',
    value: 'القيمة',
    channels: { pes: 'مصلحة التشغيل العمومية', eures: 'EURES', 'job-centre': 'استشارة مركز التشغيل', other: 'قناة أخرى' },
    answer: 'الجواب',
    answers: { 'nobody-available': 'لا أحد متاح', 'somebody-available': 'يوجد شخص متاح' },
    statuses: { proposed: 'مقترح', waiting: 'في الانتظار', 'held-back': 'محجوب' },
    results: { pass: 'مستوفاة', exclude: 'تمنع', wait: 'تؤجل' },
    outcomes: { invited: 'تمت دعوته', hired: 'تم تشغيله', declined: 'رفض الشخص', 'not-hired': 'لم يتم تشغيله' },
  },
}; // prettier-ignore
