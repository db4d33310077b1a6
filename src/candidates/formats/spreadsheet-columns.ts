/** The columns of the template, with the headers under which agencies send them. */
const synonyms = {
  reference: ['reference', 'ref', 'id', 'numero', 'matricule', 'cin', 'référence', 'referencia', 'número', 'المرجع', 'رقم'],
  given_name: ['given name', 'first name', 'prénom', 'nombre', 'الاسم الشخصي', 'الاسم الأول'],
  family_name: ['family name', 'last name', 'surname', 'nom', 'nom de famille', 'apellido', 'apellidos', 'الاسم العائلي', 'اللقب'],
  birth_date: ['birth date', 'date of birth', 'dob', 'date de naissance', 'né le', 'fecha de nacimiento', 'تاريخ الازدياد', 'تاريخ الميلاد'],
  nationalities: ['nationality', 'nationalité', 'nationalités', 'nacionalidad', 'nacionalidades', 'الجنسية'],
  residence_country: ['country of residence', 'country', 'pays de résidence', 'pays', 'país de residencia', 'país', 'بلد الإقامة', 'البلد'],
  residence_region: ['region', 'city', 'région', 'ville', 'región', 'ciudad', 'المدينة', 'الجهة'],
  email: ['e-mail', 'mail', 'courriel', 'adresse électronique', 'correo', 'correo electrónico', 'البريد الإلكتروني'],
  phone: ['telephone', 'mobile', 'téléphone', 'tél', 'gsm', 'teléfono', 'móvil', 'الهاتف'],
  residence_permits: ['residence permit', 'titre de séjour', 'titres de séjour', 'permiso de residencia', 'رخصة الإقامة'],
  eu_family_member: ['eu family', 'famille ue', 'membre de famille ue', 'familiar ue', 'فرد عائلة أوروبية'],
  occupation: ['job', 'job title', 'profession', 'métier', 'emploi', 'poste', 'ocupación', 'profesión', 'puesto', 'oficio', 'المهنة', 'الوظيفة'],
  occupation_years: ['years', 'experience', 'years of experience', 'expérience', "années d'expérience", 'ans', 'experiencia', 'años de experiencia', 'سنوات الخبرة', 'الخبرة'],
  skills: ['competences', 'compétences', 'competencias', 'habilidades', 'المهارات', 'الكفاءات'],
  languages: ['language', 'langues', 'langue', 'idiomas', 'idioma', 'lenguas', 'اللغات'],
  education_level: ['education', 'level of education', 'diploma level', "niveau d'études", 'niveau', 'nivel de estudios', 'nivel educativo', 'المستوى الدراسي'],
  education_field: ['field', 'field of study', 'domaine', 'filière', 'campo', 'especialidad', 'التخصص'],
  qualifications: ['qualification', 'diplomas', 'diplôme', 'diplômes', 'títulos', 'título', 'الشهادات', 'الدبلوم'],
  licences: ['licence', 'driving licence', 'permis', 'permis de conduire', 'carné de conducir', 'permiso de conducir', 'رخصة السياقة'],
  desired_countries: ['countries wanted', 'pays souhaités', 'pays souhaité', 'países deseados', 'البلدان المرغوبة'],
  desired_occupations: ['occupations wanted', 'métiers souhaités', 'métier souhaité', 'ocupaciones deseadas', 'المهن المرغوبة'],
  permit_categories: ['permit category', 'permit', 'catégorie de permis', 'type de contrat', 'tipo de permiso', 'نوع الرخصة'],
  available_from: ['available', 'disponible', 'disponible à partir du', 'disponible dès', 'disponible desde', 'متاح من'],
  available_until: ['disponible jusqu au', 'disponible hasta', 'متاح إلى'],
  previous_stays: ['stays', 'séjours', 'séjours précédents', 'estancias', 'estancias previas', 'الإقامات السابقة'],
  training_programme: ['training', 'programme de formation', 'formation', 'programa de formación', 'برنامج التكوين'],
  consent_purposes: ['consent', 'purposes', 'finalités', 'finalités du consentement', 'finalidades', 'أغراض الموافقة'],
  consent_sections: ['sections', 'rubriques', 'rubriques du consentement', 'secciones', 'أقسام الموافقة'],
  consent_countries: ['consent country', 'pays du consentement', 'países del consentimiento', 'بلدان الموافقة'],
  consent_given_on: ['consent date', 'date du consentement', 'consentement le', 'fecha del consentimiento', 'تاريخ الموافقة'],
  consent_evidence: ['evidence', 'preuve', 'preuve du consentement', 'prueba', 'prueba del consentimiento', 'إثبات الموافقة'],
} as const; // prettier-ignore

export type Column = keyof typeof synonyms;

/** Lower case, without accents and marks: how headers are compared. */
export const foldHeader = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const columnOf = new Map<string, Column>();
for (const [column, words] of Object.entries(synonyms)) {
  for (const word of [column, ...words]) columnOf.set(foldHeader(word), column as Column);
}

/** The template's column that a header stands for; null for one that is not understood. */
export function findColumn(header: string): Column | null {
  return columnOf.get(foldHeader(header)) ?? null;
}
