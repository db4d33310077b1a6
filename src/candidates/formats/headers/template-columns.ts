import type { Column } from './spreadsheet-columns.ts';

/** Each column with its header in English, French, Spanish and Arabic, and an example of a cell. */
export const templateColumns: Readonly<Record<Column, readonly [...string[]]>> = {
  reference: ['Reference', 'Référence', 'Referencia', 'المرجع', 'R-0001'],
  given_name: ['Given name', 'Prénom', 'Nombre', 'الاسم الشخصي', 'Hind'],
  family_name: ['Family name', 'Nom de famille', 'Apellidos', 'الاسم العائلي', 'Alami'],
  birth_date: ['Date of birth', 'Date de naissance', 'Fecha de nacimiento', 'تاريخ الازدياد', '17/05/1994'],
  documents: ['Identity document', "Pièce d'identité", 'Documento de identidad', 'وثيقة الهوية', 'passport:AB123456;national-id:BE12345'],
  nationalities: ['Nationality', 'Nationalité', 'Nacionalidad', 'الجنسية', 'MA'],
  residence_country: ['Country of residence', 'Pays de résidence', 'País de residencia', 'بلد الإقامة', 'MA'],
  residence_region: ['City', 'Ville', 'Ciudad', 'المدينة', 'Fès'],
  email: ['E-mail', 'Courriel', 'Correo electrónico', 'البريد الإلكتروني', 'hind@example.org'],
  phone: ['Telephone', 'Téléphone', 'Teléfono', 'الهاتف', '+212 600 00 00 00'],
  residence_permits: ['Residence permit', 'Titre de séjour', 'Permiso de residencia', 'رخصة الإقامة', 'FR'],
  eu_family_member: ['EU family', 'Famille UE', 'Familiar UE', 'فرد عائلة أوروبية', '1'],
  occupation: ['Occupation', 'Métier', 'Ocupación', 'المهنة', '2221'],
  occupation_years: ['Years of experience', "Années d'expérience", 'Años de experiencia', 'سنوات الخبرة', '4,5'],
  occupation_last_day: ['Last worked on', "A travaillé jusqu'au", 'Trabajó hasta', 'آخر يوم عمل', '31/05/2026'],
  skills: ['Skills', 'Compétences', 'Competencias', 'المهارات', 'TIG;MAG'],
  languages: ['Languages', 'Langues', 'Idiomas', 'اللغات', 'ar:C2;fr:B2'],
  education_level: ['Level of education', "Niveau d'études", 'Nivel de estudios', 'المستوى الدراسي', 'EQF-6'],
  education_field: ['Field of study', "Domaine d'études", 'Campo de estudio', 'التخصص', '0913'],
  qualifications: ['Qualifications', 'Diplômes', 'Títulos', 'الشهادات', 'Licence en soins infirmiers'],
  licences: ['Driving licence', 'Permis de conduire', 'Carné de conducir', 'رخصة السياقة', 'B;C'],
  desired_countries: ['Preferred countries', 'Pays souhaités', 'Países deseados', 'البلدان المرغوبة', 'ES;FR'],
  desired_occupations: ['Desired occupation', 'Métiers souhaités', 'Ocupaciones deseadas', 'المهن المرغوبة', '2221'],
  permit_categories: ['Permit category', 'Catégorie de permis', 'Tipo de permiso', 'نوع الرخصة', 'seasonal;general'],
  desired_pay: ['Desired salary', 'Salaire souhaité', 'Salario deseado', 'الأجر المطلوب', '2000 EUR/month'],
  available_from: ['Available from', 'Disponible à partir du', 'Disponible desde', 'متاح من', '01/03/2027'],
  available_until: ['Available until', "Disponible jusqu'au", 'Disponible hasta', 'متاح إلى', '30/09/2027'],
  previous_stays: ['Previous stays', 'Séjours précédents', 'Estancias previas', 'الإقامات السابقة', 'ES,2025-02-01,2025-06-15,Finca Alta,2025-06-20'],
  training_programme: ['Training programme', 'Programme de formation', 'Programa de formación', 'برنامج التكوين', ''],
  consent_purposes: ['Consent purposes', 'Finalités du consentement', 'Finalidades del consentimiento', 'أغراض الموافقة', 'matching;sharing'],
  consent_sections: ['Consent sections', 'Rubriques du consentement', 'Secciones del consentimiento', 'أقسام الموافقة', 'all'],
  consent_countries: ['Consent countries', 'Pays du consentement', 'Países del consentimiento', 'بلدان الموافقة', 'ES;FR'],
  consent_given_on: ['Consent given on', 'Date du consentement', 'Fecha del consentimiento', 'تاريخ الموافقة', '01/09/2026'],
  consent_evidence: ['Consent evidence', 'Preuve du consentement', 'Prueba del consentimiento', 'إثبات الموافقة', 'signed at the centre in Fès'],
  consent_scan_sha256: ['Consent scan SHA-256', 'Consentement SHA-256', 'SHA-256 del escaneo', 'بصمة النسخة الممسوحة', '64 hexadecimal digits'],
  consent_witness: ['Consent witness', 'Témoin du consentement', 'Testigo del consentimiento', 'شاهد الموافقة', 'Rachida Tazi'],
}; // prettier-ignore

/** Returns whether a row repeats our examples word for word. */
export function isOurExample(cells: Readonly<Partial<Record<Column, string>>>): boolean {
  if (cells.reference !== templateColumns.reference.at(-1)) return false;
  const filled = Object.entries(cells).filter(([, cell]) => cell !== '');
  return (
    filled.length > 2 &&
    filled.every(([column, cell]) => templateColumns[column as Column].at(-1) === cell)
  );
}
