import { isPhone, isWholeName, namesWithin, writtenOut } from './header-words.ts';

/** The columns of the template, with the headers under which agencies send them. */
const synonyms = {
  reference: ['ref', 'ref no', 'reference no', 'reference number', 'id', 'candidate id', 'file no', 'numero', 'n', 'no', 'n dossier', 'no dossier', 'numero de dossier', 'code candidat', 'matricule', 'cin', 'cnie', 'réf', 'référence', 'referencia', 'número', 'expediente', 'nº expediente', 'número de expediente', 'المرجع', 'رقم', 'رقم الملف', 'الرقم المرجعي', 'رقم المترشح', 'n cin', 'numéro cin', 'n cnie', 'dni', 'n dni', 'nº dni', 'cédula', 'cédula de ciudadanía', 'cédula de identidad', 'rut', 'curp', 'nin', 'n identifiant', 'identifiant', 'رقم بطاقة التعريف', 'رقم بطاقة التعريف الوطنية', 'رقم البطاقة الوطنية', 'رقم ب ت و', 'رقم ب و', 'رقم البطاقة', 'رقم التسجيل', 'nº exp', 'num exp', 'número de documento', 'n documento', 'no documento', 'nro documento', 'nro de documento', 'número de identificación', 'no de identificación', 'identificación', 'applicant no', 'reg no', 'registration no', 'registration number', 'n inscription', "numéro d'inscription", 'no documento', 'رقم الهوية', 'الرقم القومي', 'nie', 'employee id', 'employee no', 'employee number', 'worker no', 'applicant id', 'worker id', 'control no', 'control number', 'n doc', 'no doc', 'nro doc', 'num doc', 'doc identidad', 'n identidad', 'no de identidad', 'número de identidad', 'personal id', 'personal id no', 'personal number', 'dossier n', 'dossier no', 'número de documento de identidad', "numéro d'identification", 'numero doc', 'code demandeur', 'cni', 'n cni', 'numéro cni', 'national id', 'national id no', 'national id number', 'id number', 'id no', 'réf candidat', 'identifiant anapec', 'code anapec', 'n anapec', 'n inscription anapec', 'n o de expediente', 'n o expediente', 'código candidato', 'código del candidato', 'código postulante', 'n i e', 'd n i', 'رمز المترشح', 'ر ب و', 'البطاقة الوطنية', "n pièce d'identité", "n de pièce d'identité", "numéro de pièce d'identité"],
  given_name: ['given name', 'given names', 'first name', 'first names', 'firstname', 'forename', 'prénom', 'prénoms', 'nombre', 'nombres', 'nombre de pila', 'primer nombre', 'premier prénom', 'الاسم الشخصي', 'الاسم الأول', 'الاسم', 'legal first name', 'prénom usuel'],
  family_name: ['family name', 'last name', 'lastname', 'surname', 'surnames', 'nom', 'noms', 'nom de famille', 'apellido', 'apellidos', 'primer apellido', 'apellido paterno', 'paterno', 'name as per passport', 'name as in passport', 'الاسم العائلي', 'اللقب', 'النسب', 'full name', 'name', 'complete name', 'nom complet', 'nombre completo', 'الاسم الكامل', 'الاسم الثلاثي', 'apell', 'nom de naissance', 'nom patronymique', "applicant's name", 'applicant name', 'name of applicant', 'name of candidate', 'candidate name', "candidate's name", 'name of worker', 'nom du candidat', 'nom et prénom du candidat', 'nom et prénoms du candidat', 'nombre del candidato', 'nombre del postulante', 'اسم المترشح', 'اسم المرشح', 'الاسم الكامل للمترشح', 'name surname', 'name and surname', "nom de l'intéressé", 'legal last name', 'اسم العائلة', 'الاسم رباعي', 'الاسم الرباعي', 'الاسم ثلاثي', 'الاسم بالكامل', 'الاسم كاملا', 'name الاسم', 'الاسم name', 'nombres completos', 'name in english', 'full names'],
  birth_date: ['birth date', 'birthdate', 'date of birth', 'birthday', 'born', 'born on', 'dob', 'date de naissance', 'date naissance', 'ddn', 'né le', 'née le', 'fecha de nacimiento', 'fecha nacimiento', 'fecha nac', 'nacido el', 'تاريخ الازدياد', 'تاريخ الميلاد', 'تاريخ الولادة', 'f nac', 'fec nac', 'fecha de nac', 'f nacimiento', 'f de nacimiento', 'fech nac', 'né e le', 'date naiss', 'dt naissance', 'fecha nacim', 'f nacim', 'fec nacim', 'fech nacim', 'naissance', 'date et lieu de naissance', 'date lieu de naissance', 'date lieu naissance', 'né e le à', 'fecha y lugar de nacimiento', 'date and place of birth', 'تاريخ ومكان الميلاد', 'تاريخ ومكان الازدياد', 'تاريخ ومكان الولادة', 'تاريخ و مكان الازدياد', 'تاريخ و مكان الميلاد', 'date nais', 'né', 'né e', 'd o b'],
  documents: ['document', 'identity document', 'identity documents', 'passport', 'passport number', "pièce d'identité", "pièces d'identité", 'passeport', 'documento de identidad', 'documentos de identidad', 'pasaporte', 'وثيقة الهوية', 'وثائق الهوية', 'جواز السفر', 'passport no', 'n passeport', 'no passeport', 'numéro de passeport', 'número de pasaporte', 'nº pasaporte', 'رقم الجواز', 'رقم جواز السفر', 'جواز سفر', 'جواز سفر رقم', 'n de passeport', 'passport nr', 'nro de pasaporte', 'n pasaporte', 'passeport n', 'pasaporte n', 'passport n'],
  nationalities: ['nationality', 'citizenship', 'nationalité', 'nationalités', 'nacionalidad', 'nacionalidades', 'ciudadanía', 'الجنسية', 'الجنسيات', 'citizenships', 'nationality code', 'code nationalité'],
  residence_country: ['country of residence', 'residence', 'country', 'pays de résidence', 'pays résidence', 'pays', 'país de residencia', 'país residencia', 'país', 'بلد الإقامة', 'البلد', 'دولة الإقامة', 'pays résidez-vous', 'pays habitez-vous', 'pays vivez-vous', 'país vive', 'país reside', 'country do you live in', 'country do you live'],
  residence_region: ['region', 'city', 'town', 'province', 'région', 'ville', 'commune', 'lieu de résidence', 'región', 'ciudad', 'localidad', 'provincia', 'municipio', 'المدينة', 'الجهة', 'الإقليم', 'lieu', 'departamento', 'ciudad de residencia', 'ville de résidence', 'gouvernorat', 'الولاية', 'مكان الإقامة', 'distrito', 'current city', 'ville actuelle', 'ciudad actual', 'المحافظة', 'depto', 'dpto', 'wilaya', 'ville résidez-vous', 'ville habitez-vous', 'ville vivez-vous', 'ciudad vive', 'ciudad reside', 'city do you live in', 'city do you live', 'governorate', 'préfecture', 'préfecture ou province', 'préfecture province', 'municipio de residencia', 'localidad de residencia', 'provincia de residencia', 'distrito de residencia', 'lugar de residencia', 'مدينة الإقامة', 'العمالة', 'العمالة أو الإقليم', 'العمالة الإقليم', 'county', 'state', 'district'],
  email: ['e-mail', 'mail', 'email address', 'e-mail address', 'courriel', 'adresse e-mail', 'adresse mail', 'adresse électronique', 'correo', 'correo electrónico', 'البريد الإلكتروني', 'البريد', 'corr elec', 'correo e', 'email id', 'e-mail id', 'dirección de correo electrónico', 'dirección de correo', 'home email', 'personal email', 'work email', 'adresse de courriel', 'adresse email', 'الإيميل', 'إيميل'],
  phone: ['telephone', 'telephone number', 'phone number', 'mobile', 'tel', 'téléphone', 'tél', 'portable', 'gsm', 'teléfono', 'móvil', 'الهاتف', 'celular', 'whatsapp', 'gsm 1', 'الجوال', 'tfno', 'telf', 'tlf', 'tlfno', 'teléf', 'cel', 'contact no', 'tel 1', 'tél 1', 'téléphone 1', 'phone 1', 'contact number', 'numéro de contact', 'n de contact', 'teléfono de contacto', 'número de contacto', 'n de contacto', 'n o de contacto'],
  residence_permits: ['residence permit', 'residence card', 'titre de séjour', 'titres de séjour', 'permis de séjour', 'carte de séjour', 'tarjeta de residencia', 'permiso de residencia', 'رخصة الإقامة', 'بطاقة الإقامة'],
  eu_family_member: ['eu family', 'family member of an eu citizen', 'famille ue', 'membre de famille ue', "membre de famille d'un citoyen ue", 'familiar ue', 'فرد عائلة أوروبية'],
  occupation: ['occupations', 'occupation title', 'job', 'job title', 'trade', 'profession', 'métier', 'métiers', 'métier exercé', 'emploi', 'emploi exercé', 'poste', 'fonction', 'ocupación', 'profesión', 'puesto', 'puesto de trabajo', 'oficio', 'المهنة', 'الوظيفة', 'الحرفة', 'intitulé', 'intitulé du poste', 'intitulé du métier', 'métier actuel', 'emploi actuel', 'profession actuelle', 'ocupación actual', 'profesión actual', 'current job', 'current occupation', 'prof', 'cargo', 'cargo actual', 'position', 'intitulé emploi', "intitulé de l'emploi", 'libellé emploi', 'libellé métier', 'corps de métier', 'current position', 'emploi occupé', 'métier principal', 'profession principale', 'emploi principal', 'main occupation', 'primary occupation', 'ocupación principal', 'profesión principal', 'المهنة الحالية', 'الوظيفة الحالية', 'المهنة الأساسية', 'designation', 'current designation', 'profesión u oficio', 'profesión oficio', 'oficio o profesión', 'ocupación u oficio', 'oficio profesión', 'trade occupation', 'métier profession', 'profession métier', 'oficio u ocupación', 'profesión u ocupación', 'المهنة المزاولة', 'المهنة الممارسة', 'الحرفة المزاولة', 'dernier poste', 'dernier poste occupé', 'dernier emploi', 'dernier emploi occupé', 'poste occupé', 'último puesto', 'último empleo', 'último trabajo', 'last job', 'last position', 'آخر وظيفة', 'آخر عمل', 'métier ou profession', 'profession ou métier', 'job or occupation', 'trade or profession', 'profession exercée', 'العمل الحالي', 'المهنة أو الحرفة'],
  occupation_years: ['years', 'experience', 'years of experience', 'experience in years', 'work experience', 'expérience', "années d'expérience", "nb années d'expérience", "nombre d'années d'expérience", "ans d'expérience", 'expérience professionnelle', 'ancienneté', 'ans', 'experiencia', 'años', 'años de experiencia', 'experiencia laboral', 'سنوات الخبرة', 'الخبرة', 'عدد سنوات الخبرة', 'exp', 'années exp', 'durée expérience', "durée de l'expérience", 'años de exp', 'tiempo de experiencia', 'الأقدمية', 'مدة الخبرة', 'nb années', 'total exp', 'total experience', 'años experiencia', 'años exp', "nombre d'années", "nbre d'années", 'nb ans', 'yrs of exp', 'yrs exp', 'exp yrs', 'years of exp', 'years exp', 'exp in years', 'exp in yrs', 'expérience en mois', 'expérience en années', 'mois d\'expérience', 'experience in months', 'months of experience', 'experiencia en meses', 'experiencia en años', 'meses de experiencia', 'الخبرة بالأشهر', 'عدد أشهر الخبرة', "durée d'expérience", 'durée expérience', 'expér', 'tiempo de experiencia', 'tiempo experiencia', 'années', 'التجربة', 'عدد سنوات التجربة', 'سنوات التجربة', 'مدة التجربة', 'total years of exp', 'total years of experience', 'total years experience', 'total yrs of exp', 'years exp', 'experiencia meses', 'experiencia años', 'expérience mois', 'expérience ans', 'experience months', 'experience years', 'expérience prof', 'exp prof', 'exp professionnelle', 'الخبرة المهنية', 'الخبرة بالسنوات', 'سنوات العمل'],
  occupation_last_day: ['last worked on', 'last day worked', 'last day of work', 'worked until', 'employed until', 'end of employment', 'end date of employment', "a travaillé jusqu'au", "travaillé jusqu'au", 'dernier jour travaillé', 'dernier jour de travail', "date de fin d'emploi", "fin d'emploi", 'fin du dernier emploi', 'trabajó hasta', 'último día trabajado', 'último día de trabajo', 'fin del empleo', 'fecha de fin del empleo', 'آخر يوم عمل', 'عمل حتى', 'تاريخ انتهاء العمل'],
  skills: ['skill', 'competences', 'compétences', 'compétence', 'savoir-faire', 'competencias', 'competencia', 'habilidades', 'habilidad', 'aptitudes', 'المهارات', 'المهارة', 'الكفاءات', 'compétences techniques', 'compétences professionnelles', 'conocimientos', 'competencias técnicas', 'key skills', 'technical skills'],
  languages: ['language', 'language skills', 'spoken languages', 'langues', 'langue', 'langues parlées', 'connaissances linguistiques', 'idiomas', 'idioma', 'lenguas', 'idiomas hablados', 'اللغات', 'اللغة', 'niveau de langues', 'niveau langues', 'langues maîtrisées', 'nivel de idiomas', 'اللغات المتقنة', 'idio', 'languages spoken', 'languages known', 'langue maternelle', 'mother tongue', 'native language', 'lengua materna', 'idioma materno', 'اللغة الأم', 'langues et niveaux', 'langues et niveau', 'langues niveaux', 'langue et niveau', 'idiomas y niveles', 'idiomas y nivel', 'idiomas nivel', 'languages and levels', 'languages and level', 'language and level', 'languages level', 'langues niveau', 'conocimiento de idiomas', 'idiomas que habla', 'langues autres', 'اللغات والمستوى', 'langue étrangère', 'langues étrangères', 'foreign language', 'foreign languages', 'idioma extranjero', 'idiomas extranjeros', 'lengua extranjera', 'لغة أجنبية', 'اللغات الأجنبية', 'لغة', 'لغات', 'langue parlée', 'langues maitrisées', 'langues pratiquées', 'langues connues', 'language proficiency', 'languages and proficiency'],
  education_level: ['education', 'level of education', 'highest education', 'diploma level', "niveau d'études", "niveau d'étude", "niveau d'instruction", 'niveau scolaire', 'niveau', 'nivel de estudios', 'nivel de formación', 'nivel educativo', 'estudios', 'المستوى الدراسي', 'المستوى التعليمي', 'niv est', 'niveau études', "niv d'études", 'niveau de formation', 'educational attainment', 'highest educational attainment', 'highest educ attainment', 'nivel formativo', 'المستوى', 'المستوى الدراسي والتعليمي', 'nivel de instrucción', 'grado de instrucción', 'instrucción', 'nivel académico', 'formación académica', 'formation académique'],
  education_field: ['field', 'field of study', 'subject', "domaine d'études", 'domaine', 'filière', 'spécialité', 'campo', 'campo de estudio', 'especialidad', 'التخصص', 'الشعبة', 'spécialité du diplôme'],
  qualifications: ['qualification', 'diploma', 'diplomas', 'certificates', 'certificate', 'diplôme', 'diplômes', 'diplôme obtenu', 'certificats', 'certificat', 'títulos', 'título', 'titulación', 'certificados', 'certificado', 'الشهادات', 'الشهادة', 'الدبلوم', 'diplôme le plus élevé', 'dernier diplôme', 'grado académico', 'الدبلومات', 'آخر شهادة', 'المؤهل', 'المؤهل العلمي', 'المؤهل الدراسي', 'highest degree', 'highest qualification', 'highest qualifications', 'título obtenido', 'الشهادة المحصل عليها', 'الشهادات المحصل عليها'],
  licences: ['licence', 'license', 'driving licence', 'driving license', "driver's license", 'permis', 'permis de conduire', 'catégorie de permis de conduire', 'carné', 'carné de conducir', 'carnet de conducir', 'permiso de conducir', 'رخصة السياقة', 'رخصة القيادة', 'licencia de conducir', 'licencias de conducir', 'brevete', 'permis de conduire catégorie', 'رخص السياقة', 'driving licence category', 'driving license category', 'categoría de licencia', 'categoría de licencia de conducir', 'permiso conducir', 'carnet conducir', 'driver license', 'driver licence', "driver's licence", 'licencia de conducción', 'licencias de conducción', 'licencia conducción', 'pase de conducción', 'licencia de manejo', 'driving licence type', 'driving license type', 'license type', 'نوع رخصة القيادة', 'نوع رخصة السياقة', 'licencia', 'type de permis de conduire', 'catégorie de permis', 'tipo de licencia', 'tipo de licencia de conducir', 'clase de licencia', 'license class', 'licence class', 'licence category', 'license category', 'صنف رخصة السياقة', 'صنف الرخصة'],
  desired_countries: ['countries wanted', 'desired country', 'preferred countries', 'preferred country', 'destination', 'pays souhaités', 'pays souhaité', 'pays de destination', 'pays demandé', 'países deseados', 'país deseado', 'país de destino', 'البلدان المرغوبة', 'البلدان المرغوب فيها', 'بلد الوجهة', 'pays de préférence', 'país de preferencia', 'بلد العمل المطلوب', 'الدولة المطلوبة', 'البلد المطلوب', 'بلد المقصد', 'dest', 'destino', "pays d'accueil", 'الدولة المرغوبة', 'البلد المرغوب', 'countries of destination', 'pays sollicité', 'pays souhaitez-vous travailler', 'pays voulez-vous travailler', 'pays aimeriez-vous travailler', 'país le gustaría trabajar', 'países le gustaría trabajar', 'país desea trabajar', 'país quiere trabajar', 'country do you want to work in', 'countries do you want to work in', 'country would you like to work in', 'countries would you like to work in', 'البلد المرغوب فيه', 'destination souhaitée', 'pays de destination souhaité', 'países de interés', 'país de interés', 'país al que desea ir', 'destination country', 'country of destination', 'preferred destination'],
  desired_occupations: ['occupations wanted', 'desired occupation', 'job wanted', 'métiers souhaités', 'métier souhaité', 'emploi recherché', 'poste souhaité', 'ocupaciones deseadas', 'puesto deseado', 'empleo buscado', 'position applied', 'position applied for', 'post applied for', 'cargo deseado', 'المهن المرغوبة', 'المهنة المطلوبة', 'emploi demandé', 'métier demandé', 'poste demandé', 'emploi visé', 'métier visé', 'emploi métier visé', 'profesión deseada', 'cargo al que aspira', 'puesto al que aspira', 'الوظيفة المطلوبة', 'puesto que solicita', 'puesto solicitado', 'cargo solicitado', 'empleo solicitado', 'puesto al que postula', 'cargo al que postula', 'trabajo deseado', 'ocupación deseada', 'empleo deseado', 'position desired', 'desired position', 'métier recherché', 'emploi souhaité', 'poste recherché', 'poste visé', 'profession souhaitée', 'profession recherchée', 'preferred position', 'preferred job', 'position sought'],
  permit_categories: ['permit category', 'permit', 'type of contract', 'catégorie de permis', 'type de contrat', 'type de permis', 'tipo de permiso', 'tipo de contrato', 'نوع الرخصة', 'نوع العقد'],
  desired_pay: ['desired salary', 'minimum pay', 'pay wanted', 'salary wanted', 'expected salary', 'expected pay', 'salaire souhaité', 'rémunération souhaitée', 'prétentions salariales', 'salaire minimum', 'salario deseado', 'salario mínimo', 'sueldo deseado', 'pretensiones salariales', 'الأجر المطلوب', 'الراتب المطلوب', 'الأجر المرغوب', 'prétention', 'prétentions', 'prétention salariale', 'aspiración salarial', 'salary expectation', 'salary expectations', 'pretensión salarial', 'الراتب المتوقع', 'راتب متوقع', 'salaire demandé', 'salaire voulu', 'salario esperado', 'sueldo esperado', 'salario pretendido'],
  available_from: ['available', 'availability', 'available as of', 'start date', 'disponible', 'disponibilité', 'date de disponibilité', 'disponible à partir du', 'disponible dès', 'disponible le', 'disponible desde', 'disponibilidad', 'fecha de disponibilidad', 'التوفر', 'متاح من', 'متاح ابتداء من', 'متاحة ابتداء من', 'متوفر ابتداء من', 'الاستعداد ابتداء من', 'تاريخ التوفر', 'تاريخ الاستعداد', 'تاريخ الجاهزية', 'when can you start', 'availability date', 'à partir de quand êtes-vous disponible', 'quand êtes-vous disponible', 'desde cuándo está disponible', 'cuándo está disponible', 'when are you available', 'can start', 'disponible à compter du', 'date dispo', 'dispo à partir du', 'fecha de inicio disponible', 'fecha de incorporación', 'fecha disponible', 'التفرغ', 'متى يمكنك العمل', 'متى يمكنك البدء'],
  available_until: ['available to', 'disponible jusqu au', "disponible jusqu'au", 'disponible hasta', 'متاح إلى', 'متاح حتى', 'متاح إلى غاية'],
  previous_stays: ['stays', 'previous stays abroad', 'séjours', 'séjours précédents', 'séjours antérieurs', 'campagnes précédentes', 'estancias', 'estancias previas', 'estancias anteriores', 'campañas anteriores', 'الإقامات السابقة'],
  training_programme: ['training', 'training programme', 'training program', 'programme de formation', 'formation', 'programa de formación', 'formación', 'curso', 'برنامج التكوين', 'التكوين'],
  consent_purposes: ['consent', 'purposes', 'consent purpose', 'purpose of consent', 'consentement', 'finalités', 'finalités du consentement', 'consentement finalités', 'consentimiento', 'finalidades', 'finalidades del consentimiento', 'أغراض الموافقة', 'الموافقة'],
  consent_sections: ['sections', 'rubriques', 'rubriques du consentement', 'consentement rubriques', 'secciones', 'secciones del consentimiento', 'أقسام الموافقة'],
  consent_countries: ['consent country', 'countries of consent', 'pays du consentement', 'consentement pays', 'países del consentimiento', 'consentimiento países', 'بلدان الموافقة'],
  consent_given_on: ['consent date', 'date of consent', 'consent given', 'consent given on', 'date du consentement', 'consentement date', 'consentement le', 'fecha del consentimiento', 'consentimiento fecha', 'تاريخ الموافقة', 'date consentement', 'date de consentement', 'fecha consentimiento', 'fecha de consentimiento'],
  consent_evidence: ['evidence', 'proof of consent', 'preuve', 'preuve du consentement', 'consentement preuve', 'prueba', 'prueba del consentimiento', 'إثبات الموافقة'],
  consent_scan_sha256: ['consent scan', 'consent scan sha-256', 'scan sha-256', 'sha-256 of the scan', 'consentement sha-256', 'sha-256 de la numérisation', 'sha-256 del escaneo', 'بصمة النسخة الممسوحة'],
  consent_witness: ['witness', 'consent witness', 'témoin', 'témoin du consentement', 'testigo', 'testigo del consentimiento', 'الشاهد', 'شاهد الموافقة'],
} as const; // prettier-ignore

export type Column = keyof typeof synonyms;

export const columns = Object.keys(synonyms) as Column[];

/** Headers of a further part of a name, which goes behind the value of the column itself. */
const furtherParts = {
  given_name: ['middle name', 'middle names', 'middle initial', 'm i', 'patronymic', 'second name', 'other names', 'segundo nombre', 'otros nombres', 'deuxième prénom', 'autres prénoms', '2e prénom'],
  family_name: ['second surname', 'segundo apellido', 'apellido materno', 'materno', 'postnom', 'post nom'],
} as const; // prettier-ignore

/** The columns that hold countries. */
export const countryColumns = [
  ...(['nationalities', 'residence_country', 'residence_permits'] as const),
  ...(['desired_countries', 'consent_countries'] as const),
];

/** The columns that hold a date in each cell. */
export const dateColumns: readonly Column[] = [
  ...(['birth_date', 'occupation_last_day', 'available_from', 'available_until'] as const),
  'consent_given_on',
];

/**
 * Returns a header in the form in which headers are compared: lower case, words separated, without
 * accents and marks, and with variants of Arabic letters unified. `dateNaissance` and
 * `DATE_NAISSANCE` are the same.
 */
export const foldHeader = (header: string): string =>
  header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .toLowerCase()
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What forms add to a name: a note in brackets, an example, a number, or that it is required. */
const besides: readonly RegExp[] = [
  /\(.*?\)|\[.*?\]/g,
  /\b(ex|e\.g|p\.ej)\b\.?.*$/i,
  /^\s*\d+\s*[.)-]\s*/,
  /\b(obligatoire|obligatorio|required|mandatory)\b/i,
  // What holds today, as all columns do.
  /\s(?:actuel(?:le)?s?|actual(?:es)?|الحالي[ةه]?)\s*$|^\s*current\s+/i,
  // Questions of web forms.
  /\s(dans ce m[ée]tier|dans ce domaine|en (este|ese) oficio|in this (job|trade)|actuellement|actualmente|currently)\s*\?*\s*$/i,
  /^\s*¿?\s*(?:(?:dans|en|in)\s+)?(quel(le)?s?|cu[aá]l(es)?|qu[eé]|what|which)\s+((est|sont|es|son|is|are)\s+)?/i,
  /^\s*¿?\s*(combien\s+d[e'’]|how many|cu[aá]nt[oa]s)\s*/i,
  /\s+(tiene|avez-vous|ha trabajado)\s*\?*\s*$/i,
  /^\s*(votre|vos|su|sus|your)\s+/i,
  /\b(avez|parlez|exercez|poss[ée]dez|d[ée]tenez)[-\s]+vous\b|\bdo you (have|speak|hold)\b|\s(habla|posee)\s*\?*\s*$/i,
];

const columnOf = new Map<string, Column>();
const columnWrittenOut = new Map<string, Column>();
for (const [name, words] of Object.entries(synonyms)) {
  const column = name as Column;
  for (const folded of [name, ...words].map(foldHeader)) {
    columnOf.set(folded, column);
    const out = writtenOut(folded);
    if (!columnWrittenOut.has(out)) columnWrittenOut.set(out, column);
  }
}

const furtherPartOf = new Map(
  Object.entries(furtherParts).flatMap(([column, words]) =>
    words.map((word) => [foldHeader(word), column as Column] as const),
  ),
);

/** Returns the name column that a header has a further part of; null for any other header. */
export function findFurtherPart(header: string): Column | null {
  const [whole, bare] = headerForms(header);
  return furtherPartOf.get(whole) ?? furtherPartOf.get(bare) ?? null;
}

/**
 * Returns the two forms in which a header is looked up, folded: as it is, and without what forms
 * add to the name.
 */
export function headerForms(header: string): [string, string] {
  const bare = besides.reduce((text, beside) => text.replace(beside, ' '), header);
  return [foldHeader(header), foldHeader(bare)];
}

/** Matches lists of occupations that we do not have; their codes mean other occupations in ours. */
const ofAnotherList =
  /\bcode rome\b|[([][^)\]]*\b(?:rome|cno|cnp|noc|soc|anzsco|(?:citp|ciuo|isco)[ -]?88)\b|\bcno\b/i;
/** Matches calendars other than the Gregorian: Bikram Sambat, Hijri, Ethiopian and Buddhist. */
const ofAnotherCalendar =
  /[([](?:in )?(?:b\.?s\.?|e\.?c\.?|b\.?e\.?|eth(?:\.|iopian)?(?: calendar)?|ዓ\.?ም\.?|hijri|shamsi|jalali|hég(?:ire|irien)|هجري|هـ|هجرية|هجري شمسي)[)\]]/iu;

/**
 * Returns the column of titles for a header that names another list, such as `Ocupación (CNO)`. Its
 * words are read, its codes are not. Null for a column of codes alone, such as `Código CNO`, and
 * for any other header.
 */
export function findTitlesOfAnotherList(header: string): Column | null {
  if (!ofAnotherList.test(header)) return null;
  const column = columnNamed(header.replace(/[([].*?[)\]]|\bcno\b/gi, ' '));
  return column === 'occupation' || column === 'desired_occupations' ? column : null;
}

/** Returns the template's column that a header stands for; null if it is not understood. */
export function findColumn(header: string): Column | null {
  if (ofAnotherList.test(header)) return null;
  const column = columnNamed(header) ?? columnOfAll(namesWithin(header));
  const isDate = dateColumns.some((one) => one === column);
  return isDate && ofAnotherCalendar.test(header) ? null : column;
}

function columnNamed(header: string): Column | null {
  const forms = headerForms(header);
  for (const form of forms) {
    const column = columnOf.get(form) ?? columnWrittenOut.get(writtenOut(form));
    if (column !== undefined) return column;
  }
  if (forms.some(isWholeName)) return 'family_name';
  return forms.some(isPhone) ? 'phone' : null;
}

/** Matches names in scripts whose column names we do not know. */
const inOtherLetters = /^(?=.*\p{L})[^\p{Script=Latin}\p{Script=Arabic}]*$/u;

/** Returns the column that all readable names stand for; null if they disagree. */
function columnOfAll(names: readonly string[]): Column | null {
  const readable = names.filter((name) => !inOtherLetters.test(name));
  const [first = null, ...others] = readable.map(columnNamed);
  return others.every((column) => column === first) ? first : null;
}

/**
 * Headers that mean a column only if no other header does: a list of applicants has surnames too,
 * and a birth name is not the name.
 */
const seconds = new Set(
  [
    'identificación', 'n documento', 'no de identificación', 'nro de documento', 'nro documento',
    'número de documento', 'número de identificación', 'número de documento de identidad', "numéro d'identification", 'applicant name', "applicant's name", 'candidate name', 'name in english',
    "candidate's name", 'name of applicant', 'name of candidate', 'name of worker', 'nom de naissance',
    'nom patronymique', 'nom du candidat', 'nom et prénom du candidat', 'nom et prénoms du candidat',
    'nombre del candidato', 'nombre del postulante', 'اسم المترشح', 'اسم المرشح', 'الاسم الكامل للمترشح',
    'naissance', 'né e le à', 'distrito', 'position', "intitulé de l'emploi", 'intitulé emploi',
    'libellé emploi', 'libellé métier', 'corps de métier', 'current position', 'emploi occupé', 'no documento',
    'full name', 'complete name', 'nom complet', 'nombre completo', 'الاسم الكامل', 'الاسم الثلاثي', 'الاسم رباعي', 'الاسم الرباعي',
    'nombres completos', 'n doc', 'no doc', 'numero doc', 'nro doc', 'num doc', 'doc identidad', 'n identidad', 'no de identidad', 'número de identidad', 'designation', 'personal id',
    'applicant no', 'reg no', 'registration no', 'registration number', 'n inscription', "numéro d'inscription",
    'dernier poste', 'dernier poste occupé', 'dernier emploi', 'dernier emploi occupé', 'poste occupé', 'último puesto', 'último empleo', 'último trabajo', 'last job', 'last position', 'آخر وظيفة', 'آخر عمل',
    'full names', "n pièce d'identité", "n de pièce d'identité", "numéro de pièce d'identité", 'state', 'county', 'district', 'البطاقة الوطنية',
  ].map(foldHeader),
); // prettier-ignore

/** Returns whether a header gives way to another one of its column, wherever that is. */
export const isSecond = (header: string): boolean =>
  headerForms(header).some((form) => seconds.has(form) || isWholeName(form));

const identityNumbers = new Set(
  [
    'cin', 'cnie', 'n cin', 'numéro cin', 'n cnie', 'dni', 'n dni', 'nº dni', 'cédula', 'rut', 'curp', 'nin',
    'cédula de ciudadanía', 'cédula de identidad', 'número de documento', 'n documento', 'no documento', 'nro documento', 'nro de documento', 'número de identificación', 'no de identificación', 'identificación', 'رقم ب ت و', 'رقم البطاقة الوطنية',
    'رقم بطاقة التعريف', 'رقم بطاقة التعريف الوطنية', 'رقم الهوية', 'الرقم القومي', 'nie', 'cni', 'n cni', 'numéro cni', 'national id', 'national id no', 'national id number', 'رقم ب و', 'رقم البطاقة', 'ر ب و', 'البطاقة الوطنية', 'n i e', 'd n i', "n pièce d'identité", "n de pièce d'identité", "numéro de pièce d'identité",
    'numero doc', 'número de documento de identidad', 'n doc', 'no doc', 'nro doc', 'num doc', 'doc identidad', 'n identidad', 'no de identidad', 'número de identidad', 'personal id', 'personal id no', 'personal number',
  ].map(foldHeader),
); // prettier-ignore

/**
 * Returns whether a header is for numbers of identity cards. These are the same with blanks, points
 * and small letters.
 */
export const isIdentityNumber = (header: string): boolean =>
  headerForms(header).some(
    (form) => identityNumbers.has(form) || identityNumbers.has(writtenOut(form)),
  );

const motherTongues = new Set(
  ['langue maternelle', 'mother tongue', 'native language', 'lengua materna', 'idioma materno', 'اللغة الأم'].map(foldHeader),
); // prettier-ignore

/** Returns whether a header is for mother tongues. */
export const isMotherTongue = (header: string): boolean =>
  headerForms(header).some((form) => motherTongues.has(form));

const pseudonyms = new Set(
  ['pseudonym', 'pseudonyme', 'seudónimo', 'pseudónimo', 'اسم مستعار', 'الاسم المستعار'].map(
    foldHeader,
  ),
);

/**
 * Returns whether a header is for references under which an agency withholds names on purpose
 * (Regulation (EU) 2016/679 Art. 4(5) and 5(1)(c)).
 */
export const isPseudonym = (header: string): boolean =>
  headerForms(header).some((form) => pseudonyms.has(form));

const runningNumbers = new Set(['n', 'no', 'num', 'numero', '#', 'رقم'].map(foldHeader));

/**
 * Returns whether a header may merely count the rows. It is a reference only if no other header is.
 */
export function mayCountRows(header: string): boolean {
  const names = namesWithin(header);
  return (names.length > 0 ? names : [header]).every((name) =>
    runningNumbers.has(foldHeader(name)),
  );
}
