import type { ConsentPurpose } from '../formats/candidate-draft.ts';
import type { Language } from '../../platform/language/language.ts';

/** The texts of the form other than the names of its fields, which are those of the spreadsheet. */
interface FormWords {
  title: string;
  person: string;
  work: string;
  wishes: string;
  consent: string;
  /**
   * What the candidate agrees to, in plain words (Regulation (EU) 2016/679 Art. 7, 13 and 15 to
   * 17).
   */
  agreement: string;
  purposes: Readonly<Record<ConsentPurpose, string>>;
  free: string;
  signature: string;
  witness: string;
  date: string;
  scan: string;
}

export const formWords: Readonly<Record<Language, FormWords>> = {
  en: {
    title: 'Enrolment form',
    person: 'Personal data',
    work: 'Work and training',
    wishes: 'Wishes',
    consent: 'Consent',
    agreement:
      'I consent to the use of my data as ticked below, for the countries that I name, for twelve months. At any time I can ask this agency to show me my data, correct them or erase them, and I can withdraw my consent; my data are then no longer used. If I tick nothing, this has no consequences for me.',
    purposes: { matching: 'Compare my data with vacancies', sharing: 'Show my data to employers', preparation: 'Offer me courses before I leave' },
    free: 'Enrolment is free of charge. Nobody may ask you for money. A job offer is not a permit.',
    signature: 'Signature',
    witness: 'Name and signature of the witness',
    date: 'Date',
    scan: 'For the agency: SHA-256 of the scan of this page',
  },
  fr: {
    title: "Formulaire d'inscription",
    person: 'Données personnelles',
    work: 'Travail et formation',
    wishes: 'Souhaits',
    consent: 'Consentement',
    agreement:
      "Je consens à l'utilisation de mes données selon les cases cochées ci-dessous, pour les pays que j'indique, pendant douze mois. À tout moment, je peux auprès de cette agence consulter mes données, les faire corriger ou effacer, et retirer mon consentement ; elles ne sont alors plus utilisées. Si je ne coche rien, cela n'a aucune conséquence pour moi.",
    purposes: { matching: 'Comparer mes données aux offres', sharing: 'Montrer mes données aux employeurs', preparation: 'Me proposer des cours avant le départ' },
    free: "L'inscription est gratuite. Personne ne peut vous demander d'argent. Une offre d'emploi ne vaut pas autorisation.",
    signature: 'Signature',
    witness: 'Nom et signature du témoin',
    date: 'Date',
    scan: "Réservé à l'agence : empreinte SHA-256 de cette page numérisée",
  },
  es: {
    title: 'Formulario de inscripción',
    person: 'Datos personales',
    work: 'Trabajo y formación',
    wishes: 'Deseos',
    consent: 'Consentimiento',
    agreement:
      'Consiento que mis datos se utilicen según las casillas marcadas abajo, para los países que indico, durante doce meses. En cualquier momento puedo consultar mis datos en esta agencia, hacer que se corrijan o se borren, y retirar mi consentimiento; entonces dejan de utilizarse. Si no marco nada, no tiene ninguna consecuencia para mí.',
    purposes: { matching: 'Comparar mis datos con las ofertas', sharing: 'Mostrar mis datos a empleadores', preparation: 'Ofrecerme cursos antes de partir' },
    free: 'La inscripción es gratuita. Nadie puede pedirle dinero. Una oferta de empleo no es un permiso.',
    signature: 'Firma',
    witness: 'Nombre y firma del testigo',
    date: 'Fecha',
    scan: 'Reservado a la agencia: huella SHA-256 de esta página escaneada',
  },
  ar: {
    title: 'استمارة التسجيل',
    person: 'البيانات الشخصية',
    work: 'العمل والتكوين',
    wishes: 'الرغبات',
    consent: 'الموافقة',
    agreement:
      'أوافق على استعمال بياناتي وفق الخانات المؤشر عليها أدناه، للبلدان التي أذكرها، لمدة اثني عشر شهرا. يمكنني في أي وقت أن أطلب من هذه الوكالة الاطلاع على بياناتي أو تصحيحها أو محوها، وأن أسحب موافقتي؛ ولا تُستعمل بياناتي بعد ذلك. وإذا لم أؤشر على أي خانة فلا يترتب على ذلك أي أثر بالنسبة إلي.',
    purposes: { matching: 'مقارنة بياناتي بالوظائف الشاغرة', sharing: 'إظهار بياناتي لأصحاب العمل', preparation: 'اقتراح دورات علي قبل السفر' },
    free: 'التسجيل مجاني. لا يحق لأحد أن يطلب منكم مالا. عرض التوظيف ليس ترخيصا.',
    signature: 'التوقيع',
    witness: 'اسم الشاهد وتوقيعه',
    date: 'التاريخ',
    scan: 'خاص بالوكالة: بصمة SHA-256 لهذه الصفحة الممسوحة ضوئيا',
  },
}; // prettier-ignore
