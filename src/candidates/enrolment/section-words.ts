import type { ConsentSection } from '../formats/candidate-draft.ts';
import type { Language } from '../../platform/language/language.ts';

/**
 * The sections that a candidate may consent to, one box each, in English, French, Spanish and
 * Arabic.
 */
const sections: Readonly<Record<ConsentSection, Readonly<Record<Language, string>>>> = {
  'personal-data': { en: 'Personal data', fr: 'Données personnelles', es: 'Datos personales', ar: 'البيانات الشخصية' },
  wishes: { en: 'Wishes', fr: 'Souhaits', es: 'Deseos', ar: 'الرغبات' },
  education: { en: 'Education', fr: 'Études', es: 'Estudios', ar: 'الدراسة' },
  'vocational-certificate': { en: 'Vocational certificates', fr: 'Certificats professionnels', es: 'Certificados profesionales', ar: 'الشهادات المهنية' },
  'work-experience': { en: 'Work experience', fr: 'Expérience professionnelle', es: 'Experiencia laboral', ar: 'الخبرة المهنية' },
  'other-experience': { en: 'Other experience', fr: 'Autre expérience', es: 'Otra experiencia', ar: 'خبرات أخرى' },
  'driving-licence': { en: 'Driving licence', fr: 'Permis de conduire', es: 'Carné de conducir', ar: 'رخصة السياقة' },
  'public-authorisations': { en: 'Public authorisations', fr: 'Autorisations publiques', es: 'Autorizaciones públicas', ar: 'التراخيص العمومية' },
  'other-approvals': { en: 'Other approvals', fr: 'Autres agréments', es: 'Otras habilitaciones', ar: 'اعتمادات أخرى' },
  courses: { en: 'Courses', fr: 'Cours', es: 'Cursos', ar: 'الدورات' },
  languages: { en: 'Languages', fr: 'Langues', es: 'Idiomas', ar: 'اللغات' },
  summary: { en: 'Summary', fr: 'Résumé', es: 'Resumen', ar: 'الملخص' },
  skills: { en: 'Skills', fr: 'Compétences', es: 'Competencias', ar: 'المهارات' },
}; // prettier-ignore

export function sectionWord(section: ConsentSection, language: Language): string {
  return sections[section][language];
}
