import { gzipSync } from 'node:zlib';
import { anXls } from './an-xls.ts';
import { aZip } from './a-zip.ts';
import {
  type Cells,
  lines,
  marked,
  utf8,
  type Value,
  windows1252,
  windows1256,
  workbook,
} from './sheet-bytes.ts';

/** A file as agencies send them, and the expected result. */
export interface AwkwardFile {
  what: string;
  content: Buffer | Promise<Buffer>;
  /** The references of the candidates who are read. */
  taken: string[];
  /** The code of each rejected row. */
  rejected?: string[];
  /** The code that refuses the whole file. */
  refused?: string;
}

const french: Cells = [
  'N° dossier',
  'Nom',
  'Prénom(s)',
  'Date de naissance',
  'Nationalité',
  'Pays de résidence',
  'Ville',
  'Tél. portable',
  'E-mail',
  'Métier exercé',
  'Expérience (années)',
  'Langues parlées',
  "Niveau d'études",
  'Permis de conduire',
  'Pays souhaités',
];
const spanish: Cells = [
  'Nº expediente',
  'Apellidos',
  'Nombre',
  'Fecha de nacimiento',
  'Nacionalidad',
  'País de residencia',
  'Localidad',
  'Teléfono móvil',
  'Correo electrónico',
  'Ocupación',
  'Años de experiencia',
  'Idiomas',
  'Nivel de estudios',
  'Carné de conducir',
  'País de destino',
];
const english: Cells = [
  'Ref. no.',
  'Surname',
  'First name',
  'Date of birth',
  'Nationality',
  'Country of residence',
  'City',
  'Mobile',
  'Email address',
  'Job title',
  'Years of experience',
  'Languages',
  'Level of education',
  'Driving licence',
  'Preferred countries',
];
const arabic: Cells = [
  'رقم الملف',
  'النسب',
  'الاسم',
  'تاريخ الازدياد',
  'الجنسية',
  'بلد الإقامة',
  'المدينة',
  'رقم الهاتف',
  'البريد الإلكتروني',
  'المهنة',
  'سنوات الخبرة',
  'اللغات',
  'المستوى الدراسي',
  'رخصة السياقة',
  'البلدان المرغوب فيها',
];

const hind: Cells = [
  'R-1',
  'Alami',
  'Hind',
  '17/05/1994',
  'Maroc',
  'Maroc',
  'Fès',
  '0612345678',
  'hind@example.org',
  'Infirmière',
  '4,5',
  'ar:C2 / es:B2',
  'EQF-6',
  'B',
  'Espagne',
];
const omar: Cells = [
  'R-2',
  'Tazi',
  'Omar',
  '03.11.1989',
  'MA',
  'Maroc',
  'Salé',
  '+212 655 00 11 22',
  '',
  'Soudeur',
  '11',
  'arabe C2 | français B1',
  'EQF-4',
  'B C',
  'France',
];
const arabicRow: Cells = [
  'R-1',
  'العلمي',
  'هند',
  '١٧/٠٥/١٩٩٤',
  'المغرب',
  'المغرب',
  'فاس',
  '0612345678',
  '',
  'ممرضة',
  '4,5',
  'ar:C2',
  'EQF-6',
  'B',
  'إسبانيا',
];
const both = [hind, omar];
const all = ['R-1', 'R-2'];

const typed: Value[] = [
  'R-1',
  'Alami',
  'Hind',
  new Date(Date.UTC(1994, 4, 17)),
  'Maroc',
  'Maroc',
  'Fès',
  612345678,
  null,
  'Infirmière',
  4.5,
  'ar:C2',
  'EQF-6',
  'B',
  'Espagne',
];

const table = (header: Cells, rows: readonly Cells[] = both): string => lines([header, ...rows]);
const take = (what: string, content: AwkwardFile['content'], taken = all): AwkwardFile => ({
  what,
  content,
  taken,
});
const refuse = (what: string, content: Buffer, refused: string): AwkwardFile => ({
  what,
  content,
  taken: [],
  refused,
});

/** Quotes each line as a whole, as a spreadsheet does that had put it into a single cell. */
const quotedLines = (text: string): Buffer =>
  utf8(text.replace(/[^\r\n]+/g, (line) => `"${line.replaceAll('"', '""')}"`));

/** Removes the line breaks, as `curl -d @file` does. */
const onOneLine = (text: string): Buffer => utf8(text.replace(/[\r\n]/g, ''));

/** Sixty awkward files. */
export const awkwardFiles: readonly AwkwardFile[] = [
  take('French Excel, Windows-1252, semicolons', windows1252(table(french))),
  take('Spanish Excel, Windows-1252, semicolons', windows1252(table(spanish))),
  take('English Excel, commas and quotes, with a mark', marked(lines([english, ...both], ','))),
  take('Arabic Excel, Windows-1256', windows1256(table(arabic, [arabicRow])), ['R-1']),
  take('Arabic Excel, Unicode text', Buffer.from(`\uFEFF${lines([arabic, arabicRow], '\t')}`, 'utf16le'), ['R-1']),
  take('Arabic, UTF-8 with a mark', marked(table(arabic, [arabicRow])), ['R-1']),
  take('UTF-16, high byte first', Buffer.from(`\uFEFF${table(french)}`, 'utf16le').swap16()),
  take('a first line that names the delimiter', utf8(`sep=;\r\n${table(french)}`)),
  take('a mark of DOS at the end', utf8(`${table(french)}\u001A`)),
  take('each row saved as a single cell', quotedLines(table(french))),
  refuse('columns parted by carets', utf8(table(french).replaceAll(';', '^')), 'csv-not-separated'),
  refuse('columns parted by blanks', utf8(table(french).replaceAll(';', '    ')), 'csv-not-separated'),
  refuse('UTF-8 that was misread and saved', utf8(utf8(table(french)).toString('latin1')), 'encoding-unreadable'),
  refuse('accents that were lost', utf8(table(french).replace(/[^ -~\r\n]/g, '?')), 'encoding-unreadable'),
  take('tabs, from a text editor', utf8(lines([spanish, ...both], '\t', '\n'))),
  take('bars, from a database', utf8(lines([english, ...both.map((row) => row.map((cell) => cell.replaceAll('|', ';')))], '|', '\n'))),
  take('old line breaks of the Macintosh', windows1252(lines([french, ...both], ';', '\r'))),
  take('a title and a date of issue above', utf8(`Liste des candidats, Fès;;\r\nÉditée le 24/11/2026;;\r\n;;\r\n${table(french)}`)),
  take('headings merged across', utf8(lines([['', 'Identité', '', 'Naissance', '', 'Consentement', ''], ['Référence', 'Nom', 'Prénom', 'Date de naissance', 'Nationalité', 'Pays', 'Date'], ['R-1', 'Alami', 'Hind', '17/05/1994', 'MA', 'ES', '01/09/2026']])), ['R-1']),
  take('headers merged over two rows', utf8(lines([['Référence', 'Nationalité', 'Identité', ''], ['', '', 'Nom', 'Prénom'], ['R-1', 'Maroc', 'Alami', 'Hind']])), ['R-1']),
  take('a header twice, the second empty', utf8(lines([[...french, 'Nom'], [...hind, ''], [...omar, '']]))),
  take('a header twice with the same', utf8(lines([[...french, 'Ville'], [...hind, 'Fès'], [...omar, 'Salé']]))),
  take('a header twice with two towns', utf8(lines([[...french, 'Ville'], [...hind, 'Meknès'], [...omar, 'Salé']]))),
  { ...take('a reference twice with two numbers', utf8(lines([[...french, 'N° dossier'], [...hind, 'R-1'], [...omar, 'R-9']])), ['R-1']), rejected: ['column-repeated'] },
  take('trailing blank columns and blank rows', utf8(lines([[...french, '', ''], [...hind, '', ''], [...french.map(() => ''), '', ''], [...omar, '', '']]))),
  take('line breaks in the headers', utf8(lines([french.map((name) => name.replace(' ', '\n')), ...both]))),
  take('capitals without accents', utf8(table(['REF', 'NOM', 'PRENOM', 'DATE NAISSANCE', 'NATIONALITE', 'PAYS RESIDENCE', 'VILLE', 'TELEPHONE', 'EMAIL', 'METIER', "ANNEES D'EXPERIENCE", 'LANGUES', "NIVEAU D'ETUDES", 'PERMIS', 'PAYS SOUHAITE']))),
  take('names of a database', utf8(table(['candidate_id', 'lastName', 'firstName', 'birthDate', 'nationality', 'residenceCountry', 'city', 'phone', 'email', 'jobTitle', 'yearsOfExperience', 'languages', 'educationLevel', 'drivingLicence', 'desiredCountry']))),
  take('notes, stars and numbers in the headers', utf8(table(['1. Référence *', '2. Nom (obligatoire)', '3. Prénom', 'Date de naissance (jj/mm/aaaa)', 'Nationalité *', 'Pays de résidence :', 'Ville', 'Téléphone', 'E-mail', 'Métier (ex. soudeur)', 'Expérience [ans]', 'Langues (ex: fr:B2)', "Niveau d'études", 'Permis de conduire', 'Pays souhaités']))),
  take('a workbook with dates and numbers', workbook([[...french], typed]), ['R-1']),
  take('a workbook with its table on the second sheet', workbook([["Mode d'emploi"], ['Remplir la feuille 2']], [[...spanish], [...hind]]), ['R-1']),
  take('a workbook with a title and merged cells', workbook([['ANAPEC', null, null], [null], ['Référence', 'Identité', null, 'Nationalité'], [null, 'Nom', 'Prénom', null], ['R-1', 'Alami', 'Hind', 'Maroc']]), ['R-1']),
  take('a spreadsheet under gzip', gzipSync(windows1252(table(french)))),
  take('a zip file of two tables', aZip({ 'a.csv': windows1252(table(french, [hind])), 'b.csv': utf8(table(spanish, [omar])) })),
  { ...take('a person twice wrong', utf8(table(french, [hind, ['', ...omar.slice(1)], ['R-3', 'X', 'Y', '', 'Atlantide']])), ['R-1']), rejected: ['reference-missing', 'nationality-missing'] },
  take('a list of a Moroccan agency, with its total, its signature and its legend', windows1252(lines([
    ['Agence de Béni Mellal'], ['N°', 'CIN', 'NOM ET PRENOM', 'Né(e) le', 'Nationalité', 'N° de Tél', 'Expérience'], ['1', 'IB 123456', 'EL AMRANI Fatima-Zahra', '12/03/1990', 'Marocaine', '6,61234567E+08', '2 ans'],
    ['TOTAL : 1 candidate'], ['* CIN : carte nationale'], ['Fait à Béni Mellal le 12/11/2026', '', '', '', '', 'Le Directeur'],
  ])), ['IB123456']),
  take('a Colombian list with four names', utf8(lines([['Cédula', 'Primer Nombre', 'Segundo Nombre', 'Primer Apellido', 'Segundo Apellido', 'Fecha Nacimiento', 'Nacionalidad', 'Celular', 'Cargo', 'Años Experiencia'], ['1.020.345.678', 'Juan', 'Carlos', 'Pérez', 'Gómez', '1990-05-17', 'Colombiana', '3001234567', 'Recolector', '3 años']], ',')), ['1020345678']),
  take('a Philippine list, months in words, tabs', utf8(lines([['Ref. No.', 'Surname', 'Given Name', 'Middle Name', 'Birthdate', 'Citizenship', 'Mobile', 'Position Applied', 'Years of Experience'], ['PH-7', 'DELA CRUZ', 'JUAN', 'SANTOS', 'May 17, 1990', 'Filipino', '0917-123-4567', 'Caregiver', '5']], '\t')), ['PH-7']),
  take('a Tunisian workbook, with Arabic headers and digits, and a total', workbook([['قائمة المترشحين'], ['ر.ت', 'الاسم الكامل', 'تاريخ الميلاد', 'الجنسية', 'الهاتف', 'رقم ب.ت.و'], ['١', 'محمد بن علي', '١٧ ماي ١٩٩٠', 'تونسية', '٩٨١٢٣٤٥٦', '٠٧١٢٣٤٥٦'], ['المجموع', 1], [null, null, null, null, 'المدير']]), ['07123456']),
  take('a level behind each language, as a program has numbered them', utf8(lines([['Référence', 'Nom', 'Nationalité', 'Langue 1', 'Niveau', 'Langue 2', 'Niveau.1', "Niveau d'études"], ['R-1', 'Alami', 'Marocain(e)', 'Arabe', 'maternelle', 'Français', 'B1/B2', 'EQF-6']])), ['R-1']),
  { ...take('a Peruvian list with years behind each trade, and a couple', windows1252(lines([
    ['DNI', 'APELLIDOS Y NOMBRES', 'FECHA NAC.', 'NACIONALIDAD', 'OFICIO 1', 'AÑOS', 'OFICIO 2', 'AÑOS', 'DISPONIBILIDAD'],
    ["'01234567", 'FLORES, Luis', '7-mar-1990', 'Perú', 'Albañil', '10', 'Soldador', '3 años y medio', '01/2027'], ['45 678 903', 'HUAMÁN, Pedro y esposa', '31/12/1985', 'Peruano', 'Cocinero', '20', '', '', 'Marzo 2027'],
  ])), ['01234567']), rejected: ['people-several'] },
  take('a Georgian list in two scripts, with months in Roman numerals', utf8(lines([['#', 'First name / სახელი', 'Surname / გვარი', 'Personal ID', 'Date of birth', 'Citizenship', 'Languages (level)', 'Desired country 1', 'Desired country 2'], ['1', 'Giorgi', 'Beridze', '01001012345', '5.IX.1990', 'Georgian', 'Georgian – native, Russian – B2', 'Germany', '']])), ['01001012345']),
  take('a Honduran list whose numbers count, under a signature', utf8(lines([['FORMULARIO DE REGISTRO'], ['No.', 'Nombre completo', 'N° identidad', 'Nacionalidad', 'Fecha Nac.', 'Puesto que solicita', 'Disponible'], ['1', 'José Mejía', '0801-1987-12345', 'hondureña', '12/05/1987', 'Soldador', 'Ya'], ['Elaborado por: Lic. Marta Cruz', '', '', '', '', 'Vo.Bo.'], ['Página 1 de 1']], ',')), ['0801198712345']),
  take('a Ukrainian workbook with Name beside Surname', workbook([['ID', 'Surname', 'Name', 'Patronymic', 'DOB', 'Citizenship', 'Profession', 'Language', 'Level', 'Language', 'Level'], ['UA-1', 'Shevchenko', 'Olena', 'Petrivna', new Date(Date.UTC(1987, 4, 12)), 'Ukrainian', 'Welder', 'Ukrainian', 'native', 'Polish', 'B1']]), ['UA-1']),
  take('names that nobody knows under a heading merged across', utf8(lines([['Référence', 'Nom', 'Nationalité', 'Date de naissance', 'Bureautique', '', 'Langues', '', 'Salaire souhaité (€/mois)'], ['', '', '', '', 'Word', 'Excel', 'Arabe', 'Français', ''], ['R-1', 'Alami', 'MA', '17/05/1994', 'oui', 'non', 'C2', 'B2', '1 200,50']])), ['R-1']),
  take('a Spanish office with codes of another list, and a second trade', windows1252(lines([['Nº expediente', 'Apellidos', 'Nombre', 'Nacionalidad', 'Ocupación (CNO)', 'Ocupación (secundaria)', 'Experiencia', 'Permiso de conducir'], ['E-1', 'Alami', 'Hind', 'Marroquí', '7121 Albañil', 'Soldador', 'desde 2015', 'B-C']])), ['E-1']),
  take('a Senegalese list with several trades and telephones in one cell', utf8(lines([['Matricule', 'Prénoms', 'NOM', 'Date et lieu de naissance', 'Nationalité', 'Téléphones', 'Métier(s)', 'Expérience', 'Langues et niveaux'], ['SN-1', 'Moussa', 'NDIAYE', '12/05/1987 à Thiès', 'Sénégalais/e', '77 123 45 67 / 70 765 43 21', 'Maçon / carreleur', '2ans et demi', 'Wolof (L.M.) + Fr. B1']])), ['SN-1']),
  take('a web page named .xls', windows1252(`<html><table border=1>${[['Agence de Salé'], french, ...both].map((cells) => `<tr><td>${cells.join('<td>')}`).join('')}</table>`)),
  refuse('a web page without a table', utf8('<html><body><p>Nom : Alami</p></body></html>'), 'html-refused'),
  take('an Excel 97 workbook', anXls([{ name: 'Liste', rows: [['Agence de Salé'], [...french], ...both] }])),
  refuse('an Excel 95 workbook', anXls([{ name: 'Liste', rows: [[...french], ...both] }], 'biff5'), 'excel-legacy'),
  refuse('an Excel 97 workbook that is cut off', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'excel-unreadable'),
  refuse('headers alone', utf8(table(french, [])), 'csv-no-rows'),
  refuse('a table whose line breaks curl took away', onOneLine(table(french)), 'csv-line-breaks-lost'),
  refuse('a workbook whose zeros and line breaks curl took away', utf8(aZip({ 'xl/workbook.xml': utf8('<workbook/>') }).toString('latin1').replace(/[\r\n\0]/g, '')), 'archive-unreadable'),
  take('a workbook with a town without anybody', workbook([[...french], [...hind]], [[...french]]), ['R-1']),
  refuse('a column of sex', utf8(lines([[...french, 'Sexe'], [...hind, 'F']])), 'column-refused'),
  take('answers of a form on the web, in French', utf8(lines([
    ['Horodateur', 'Nom et prénom (tel que sur votre passeport)', 'Numéro de CIN', 'Votre date de naissance ?', 'Quelle est votre nationalité ?', 'Dans quel pays résidez-vous actuellement ?', 'Téléphone (urgence)', 'Quel est votre métier ?', "Combien d'années d'expérience avez-vous dans ce métier ?", 'Niveau en français [Oral]', 'Niveau en français [Écrit]', 'Quels permis possédez-vous ?', 'Dans quels pays souhaitez-vous travailler ? (plusieurs réponses)', 'À partir de quand êtes-vous disponible ?'],
    ['15/11/2026 10:32:11', 'ALAMI Hind', 'AB 123456', '17/05/1994', 'Marocaine', 'Maroc', '0699', 'Infirmière', 'Entre 3 et 5 ans', 'B2', 'B1', 'Permis B, Permis C', 'Espagne, Italie', '01/01/2027'],
  ], ',')), ['AB123456']),
  take('a survey of Kobo, questions in groups, and answers ticked', utf8(lines([['consentement', 'identite/nom', 'identite/prenom', 'identite/date_naissance', 'identite/nationalite', 'pere/nom', 'contact/telephone', 'emploi/metier', 'emploi/annees_experience', 'permis/B', 'permis/C', '_id'], ['', 'ALAMI', 'Hind', '1994-05-17', 'Marocaine', 'Driss', '0612345678', 'Infirmière', '4', '1', '0', '335']])), ['335']),
  take('a table in bars as programs that chat write it', utf8('| Nom | Prénom | CIN | Nationalité |\n|-----|:---:|----:|---|\n| Alami | Hind | AB123456 | Marocaine |\n'), ['AB123456']),
  take('a printed list, its header in capitals on the next page', utf8(lines([['N°', 'Nom', 'Prénom', 'CIN', 'Nationalité'], ['1', 'Alami', 'Hind', 'AB123456', 'Marocaine'], ['Page 1/2'], ['N°', 'NOM', 'PRENOM', 'CIN', 'NATIONALITE'], ['2', 'Tazi', 'Omar', 'BE654321', 'Marocaine']])), ['AB123456', 'BE654321']),
  take('two languages, each read, written and spoken, under headings merged across', utf8(lines([['Référence', 'Nom', 'Nationalité', 'Français', '', '', 'Anglais', '', ''], ['', '', '', 'Lu', 'Écrit', 'Parlé', 'Lu', 'Écrit', 'Parlé'], ['R-1', 'Alami', 'MA', 'B2', 'B1', 'B2', 'A2', 'A1', 'A2']])), ['R-1']),
  take('a dump of a database, with marks for nothing', utf8(lines([['id', 'last_name', 'first_name', 'nationality_code', 'phone', 'email', 'occupation', 'years_exp'], ['17', 'Alami', 'Hind', 'MAR', '\\N', 'NULL', 'Infirmière', '\\N']], '\t')), ['17']),
  take('a Colombian register in capitals, experience in months', windows1252(lines([['TIPO DOC', 'NUMERO DOC', 'PRIMER APELLIDO', 'SEGUNDO APELLIDO', 'NOMBRES', 'FEC NAC', 'NACIONALIDAD', 'CEL', 'EXPERIENCIA MESES', 'OCUPACION'], ['CC', '1020345678', 'PEREZ', 'GOMEZ', 'JUAN CARLOS', '17/05/90', 'COLOMBIANO', '3001234567', '48', 'Albañil']])), ['1020345678']),
  take('an Egyptian list with its total', marked(lines([['م', 'الاسم بالكامل', 'الرقم القومي', 'تاريخ الميلاد', 'الجنسية', 'رقم التليفون'], ['1', 'سارة علي حسن', '29511031234568', '3/11/1995', 'مصرية', '01112345678 - 01212345678'], ['إجمالي العدد', '1']])), ['29511031234568']),
  { ...take('a form that shows how to fill it in', utf8(lines([['Nom*', 'Prénom*', 'CIN*', 'Nationalité*'], ['Exemple : DUPONT', 'Jean', 'AB123456', 'Française'], ['Alami', 'Hind', 'CD123456', 'Marocaine']])), ['CD123456']), rejected: ['row-of-example'] },
]; // prettier-ignore
