import { seeded } from '../../../bench/worlds/seeded.ts';
import type { Identity } from '../../../src/candidates/duplicates/identity.ts';

/** One record of a person; `who` is the person, who may have two records. */
export interface Recorded {
  who: number;
  identity: Identity;
}

/** The spellings of each name: in Latin letters, and the last one in Arabic. */
const givenNames = [
  ['Mohamed', 'Mohammed', 'Muhammad', 'Mohamad', "M'hamed", 'محمد'], ['Ahmed', 'Ahmad', 'Hmed', 'أحمد'],
  ['Youssef', 'Yousef', 'Yusuf', 'Yossef', 'يوسف'], ['Hassan', 'Hasan', 'Hassane', 'حسن'],
  ['Houssine', 'Hussein', 'Husain', 'Lhoussine', 'الحسين'], ['Rachid', 'Rashid', 'Rached', 'رشيد'],
  ['Khalid', 'Khaled', 'Halid', 'خالد'], ['Abdelkader', 'Abd el-Kader', 'Abdul Qadir', 'Abdelqader', 'عبد القادر'],
  ['Abdellah', 'Abdallah', 'Abdullah', 'Abdelah', 'عبد الله'], ['Abderrahmane', 'Abdurrahman', 'Abd er-Rahman', 'عبد الرحمان'],
  ['Omar', 'Omer', 'Umar', 'عمر'], ['Said', 'Saïd', 'Saeed', 'سعيد'], ['Mustapha', 'Mostafa', 'Mustafa', 'Moustapha', 'مصطفى'],
  ['Brahim', 'Ibrahim', 'Ebrahim', 'إبراهيم'], ['Ayoub', 'Ayyub', 'Ayoob', 'أيوب'], ['Driss', 'Idriss', 'Idris', 'إدريس'],
  ['Anas', 'Anass', 'أنس'], ['Karim', 'Kareem', 'كريم'], ['Yassine', 'Yasin', 'Yacine', 'ياسين'], ['Soufiane', 'Sofian', 'Sufyan', 'سفيان'],
  ['Fatima', 'Fatma', 'Fatimah', 'فاطمة'], ['Fatima Zahra', 'Fatima-Ezzahra', 'Fatimazahra', 'فاطمة الزهراء'],
  ['Khadija', 'Khadidja', 'Kadija', 'خديجة'], ['Aicha', 'Aïcha', 'Aisha', 'عائشة'], ['Zineb', 'Zainab', 'Zeineb', 'زينب'],
  ['Naima', 'Naïma', 'Naeema', 'نعيمة'], ['Salma', 'Selma', 'سلمى'], ['Imane', 'Iman', 'Imen', 'إيمان'],
  ['Hajar', 'Hajer', 'Hager', 'هاجر'], ['Meryem', 'Mariam', 'Maryam', 'Meriem', 'مريم'], ['Nadia', 'Nadya', 'نادية'],
  ['Rachida', 'Rashida', 'رشيدة'], ['Bouchra', 'Bushra', 'Boushra', 'بشرى'], ['Souad', 'Suad', 'سعاد'], ['Hanane', 'Hanan', 'حنان'],
  ['Latifa', 'Lateefa', 'لطيفة'], ['Asmae', 'Asma', 'Asmaa', 'أسماء'], ['Ghizlane', 'Ghizlan', 'Rizlane', 'غزلان'], ['Houda', 'Huda', 'هدى'],
]; // prettier-ignore

const familyNames = [
  ['El Alami', 'Alami', 'Al Alami', 'العلمي'], ['Alaoui', 'El Alaoui', 'Alawi', 'Al Alawi', 'العلوي'],
  ['Benali', 'Ben Ali', 'بن علي'], ['Bennani', 'Benani', 'Bennany', 'بناني'], ['Idrissi', 'El Idrissi', 'Al Idrisi', 'الإدريسي'],
  ['Tazi', 'Tazy', 'التازي'], ['Ouazzani', 'El Ouazzani', 'Wazzani', 'الوزاني'], ['Chraibi', 'Shraibi', 'Cheraibi', 'الشرايبي'],
  ['Berrada', 'Barrada', 'برادة'], ['Fassi', 'El Fassi', 'Al Fasi', 'الفاسي'], ['Naciri', 'Nasiri', 'Ennaciri', 'الناصري'],
  ['Amrani', 'El Amrani', 'Al Amrani', 'العمراني'], ['Tahiri', 'Taheri', 'الطاهري'], ['Cherkaoui', 'Charkaoui', 'Sharqawi', 'الشرقاوي'],
  ['Filali', 'El Filali', 'الفيلالي'], ['Lahlou', 'Lahlu', 'لحلو'], ['Benjelloun', 'Ben Jelloun', 'Bengelloun', 'بنجلون'],
  ['Sqalli', 'Skalli', 'الصقلي'], ['Kettani', 'El Kettani', 'Kattani', 'الكتاني'], ['Mernissi', 'Marnissi', 'المرنيسي'],
  ['Daoudi', 'Daoudy', 'Dawudi', 'الداودي'], ['Hamdaoui', 'Hamdawi', 'الحمداوي'], ['Bouazza', 'Bou Azza', 'Buazza', 'بوعزة'],
  ['Boukhari', 'El Boukhari', 'Bukhari', 'البخاري'], ['Zeroual', 'Zerwal', 'زروال'], ['Haddad', 'El Haddad', 'Hadad', 'الحداد'],
  ['Najjar', 'Ennajjar', 'Nadjar', 'النجار'], ['Khattabi', 'El Khattabi', 'Khatabi', 'الخطابي'], ['Mansouri', 'Mansuri', 'El Mansouri', 'المنصوري'],
  ['Saidi', 'Essaidi', 'Saïdi', 'السعيدي'], ['Jabri', 'Djabri', 'El Jabri', 'الجابري'], ['Guessous', 'Gessous', 'كسوس'],
  ['Sefrioui', 'Sefriwi', 'الصفريوي'], ['Ziani', 'Zyani', 'الزياني'], ['Rhazi', 'Ghazi', 'الغازي'], ['Oufkir', 'Ufkir', 'أوفقير'],
  ['Azzouzi', 'El Azzouzi', 'Azouzi', 'العزوزي'], ['Hakimi', 'Hakimy', 'حكيمي'], ['Moussaoui', 'Musawi', 'Mousaoui', 'الموساوي'], ['Yacoubi', 'Yaakoubi', 'El Yacoubi', 'اليعقوبي'],
]; // prettier-ignore

type Random = () => number;

/**
 * Makes up records of people at two agencies. Every fifth person has two records, written
 * independently, with the usual mistakes. Many people share a name, some a birthday.
 */
export function peopleTwice(count: number, seed: number): Recorded[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, who) => {
    const [given, family] = [common(random, givenNames), common(random, familyNames)];
    const person = { given, family, birthOn: birthday(random), phone: figures(random, 8), who };
    const first = { who, identity: written(random, person) };
    if (random() >= 0.2) return [first];
    return [first, { who, identity: mistaken(random, written(random, person)) }];
  }).flat();
}

interface Person {
  who: number;
  given: readonly string[];
  family: readonly string[];
  birthOn: string;
  phone: string;
}

/**
 * Writes a record: three in ten are in Arabic. Region, telephone and document are given for some
 * people only.
 */
function written(random: Random, { who, given, family, birthOn, phone }: Person): Identity {
  const isArabic = random() < 0.3;
  const form = (forms: readonly string[]): string =>
    (isArabic ? forms.at(-1) : pick(random, forms.slice(0, -1))) ?? '';
  return {
    givenName: form(given),
    familyName: form(family),
    birthOn,
    nationalities: ['MA'],
    residenceRegion: random() < 0.5 ? pick(random, ['Fès', 'Rabat', 'Tanger', 'Agadir']) : null,
    email: null,
    phone: random() < 0.4 ? `+2126${phone}` : null,
    documents: random() < 0.3 ? [`national-id:${who}`] : [],
  };
}

function mistaken(random: Random, identity: Identity): Identity {
  const { givenName, familyName, birthOn } = identity;
  const [year = '', month = '', day = ''] = (birthOn ?? '').split('-');
  const kind = random();
  if (kind < 0.06) return { ...identity, givenName: familyName, familyName: givenName };
  if (kind < 0.1 && Number(day) <= 12) return { ...identity, birthOn: `${year}-${day}-${month}` };
  if (kind < 0.14)
    return { ...identity, birthOn: `${year}-${month}-0${1 + Math.floor(random() * 9)}` };
  if (kind < 0.24) return { ...identity, familyName: misspelt(random, familyName ?? '') };
  if (kind < 0.27) return { ...identity, birthOn: null };
  return identity;
}

/** Leaves out a letter, doubles it or replaces it. */
function misspelt(random: Random, name: string): string {
  const at = 1 + Math.floor(random() * (name.length - 1));
  const letter = pick(random, ['', `${name[at] ?? ''}${name[at] ?? ''}`, 'n']);
  return name.slice(0, at) + letter + name.slice(at + 1);
}

/** Draws from a list whose first items are the most common, as with names everywhere. */
function common<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() ** 1.6 * list.length)] as T;
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Draws a birthday. Some are written as 1 January, because nobody knows the day. */
function birthday(random: Random): string {
  const year = 1965 + Math.floor(random() * 40);
  if (random() < 0.05) return `${year}-01-01`;
  const [month, day] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function figures(random: Random, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 10)).join('');
}
