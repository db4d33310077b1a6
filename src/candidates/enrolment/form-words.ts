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
    person: 'Person',
    work: 'Work and training',
    wishes: 'Wishes',
    consent: 'Consent',
    agreement:
      'I agree that my data are used as ticked, for the countries that I name, for twelve months. At this agency I may at any time see my data, have them corrected or erased, and withdraw this; they are then used no more. If I tick nothing, nothing happens to me for it.',
    purposes: { matching: 'Compare my data with vacancies', sharing: 'Show my data to employers', preparation: 'Offer me courses before I leave' },
    free: 'Enrolment is free. Nobody may ask for money. An offer is not a permit.',
    signature: 'Signature',
    witness: 'Name and signature of the witness',
    date: 'Date',
    scan: 'For the agency, after scanning: SHA-256 of the scan of this page',
  },
  fr: {
    title: "Formulaire d'inscription",
    person: 'Personne',
    work: 'Travail et formation',
    wishes: 'Souhaits',
    consent: 'Consentement',
    agreement:
      "J'accepte que mes données soient utilisées comme coché, pour les pays que j'indique, pendant douze mois. Auprès de cette agence, je peux à tout moment voir mes données, les faire corriger ou effacer, et retirer mon accord ; elles ne sont alors plus utilisées. Si je ne coche rien, cela est sans conséquence pour moi.",
    purposes: { matching: 'Comparer mes données aux offres', sharing: 'Montrer mes données aux employeurs', preparation: 'Me proposer des cours avant le départ' },
    free: "L'inscription est gratuite. Personne ne peut demander d'argent. Une offre n'est pas une autorisation.",
    signature: 'Signature',
    witness: 'Nom et signature du témoin',
    date: 'Date',
    scan: "Pour l'agence, après numérisation : SHA-256 du fichier de cette page",
  },
  es: {
    title: 'Formulario de inscripción',
    person: 'Persona',
    work: 'Trabajo y formación',
    wishes: 'Deseos',
    consent: 'Consentimiento',
    agreement:
      'Acepto que mis datos se utilicen como he marcado, para los países que indico, durante doce meses. En esta agencia puedo en cualquier momento ver mis datos, hacer que se corrijan o se borren, y retirar mi acuerdo; entonces dejan de utilizarse. Si no marco nada, no tiene ninguna consecuencia para mí.',
    purposes: { matching: 'Comparar mis datos con las ofertas', sharing: 'Mostrar mis datos a empleadores', preparation: 'Ofrecerme cursos antes de partir' },
    free: 'La inscripción es gratuita. Nadie puede pedir dinero. Una oferta no es un permiso.',
    signature: 'Firma',
    witness: 'Nombre y firma del testigo',
    date: 'Fecha',
    scan: 'Para la agencia, tras escanear: SHA-256 del escaneo de esta página',
  },
  ar: {
    title: 'استمارة التسجيل',
    person: 'الشخص',
    work: 'العمل والتكوين',
    wishes: 'الرغبات',
    consent: 'الموافقة',
    agreement:
      'أوافق على استعمال بياناتي كما هو مؤشر عليه، للبلدان التي أذكرها، لمدة اثني عشر شهرا. يمكنني في أي وقت لدى هذه الوكالة الاطلاع على بياناتي وطلب تصحيحها أو محوها وسحب موافقتي، ولا تستعمل بعد ذلك. إذا لم أؤشر على شيء فلا يترتب عن ذلك شيء.',
    purposes: { matching: 'مقارنة بياناتي بعروض الشغل', sharing: 'إظهار بياناتي للمشغلين', preparation: 'اقتراح دورات علي قبل السفر' },
    free: 'التسجيل مجاني. لا يحق لأحد أن يطلب مالا. العرض ليس ترخيصا.',
    signature: 'التوقيع',
    witness: 'اسم الشاهد وتوقيعه',
    date: 'التاريخ',
    scan: 'للوكالة: بصمة SHA-256 لنسخة هذه الصفحة الممسوحة ضوئيا',
  },
}; // prettier-ignore
