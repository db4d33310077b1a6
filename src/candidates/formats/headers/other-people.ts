import { type Column, findColumn } from './spreadsheet-columns.ts';

/** Words for people other than the candidate, in English, French, Spanish and Arabic. */
const others = [
  'p[eè]re', 'm[eè]re', 'parents?', 'tut(?:eur|rice)', 'conjointe?', '[ée]poux', '[ée]pouse', 'mari', 'fils', 'enfants?', 'fr[eè]re', 's(?:œ|oe)ur', 'proche', "contact d['’]urgence", "(?:en )?(?:cas d['’])?urgences?", 'garante?', 'employeurs?', 'conseill(?:er|[eè]re)', 'recruteur', 'enqu[eê]t(?:eur|rice)',
  'father', 'mother', 'guardian', 'spouse', 'husband', 'wife', 'child(?:ren)?', 'next of kin', 'emergency(?: contact)?', 'in case of emergency', 'employers?', 'recruiter', 'enumerator', 'sponsor',
  'padres?', 'madre', 'tutora?', 'c[oó]nyuge', 'espos[oa]', 'hij[oa]s?', 'herman[oa]', 'familiar', 'emergencias?', 'contacto de emergencia', 'empleador', 'asesora?',
  'الأب', 'الأم', 'الزوج', 'الزوجة', 'ولي الأمر', 'الطوارئ', 'طوارئ', 'للطوارئ', 'صاحب العمل', 'المشغل',
].join('|'); // prettier-ignore

const before = "(?:de la |de l['’]|du |des |de |d['’]|of the |of |del |de los )?";

/**
 * Matches such a word in brackets, which otherwise only explain: `Nom (père)`,
 * `Téléphone (urgence)`, `Métier (du conjoint)`.
 */
const ofOther = new RegExp(`[([]\\s*${before}(?:${others})\\s*[)\\]]`, 'iu');

/** Matches such a word as a group of a survey: `contact_urgence`, `pere`. */
const groupOfOther = new RegExp(`(?:^|[_.-])(?:${others})(?:[_.-]|$)`, 'iu');

/**
 * Matches `Ville (naissance)` and `Pays (of birth)`: the place of birth is not the place of
 * residence.
 */
const ofBirth =
  /[([]\s*(?:de |à la |of |at |de )?(?:naissance|birth|nacimiento|الميلاد|الازدياد)\s*[)\]]/iu;

/** Returns whether a header says in brackets that it is about another person than the candidate. */
export const isOfOther = (header: string): boolean => /[([]/.test(header) && ofOther.test(header);

/** Words for people who stand only in headings, over their names and telephones. */
const onlyInHeadings = [
  "(?:personnes?|contact) [àa] (?:contacter|pr[ée]venir)(?: en cas d['’]urgence)?", "contact (?:en cas )?d['’]urgence", 'r[ée]f[ée]rents?', 'r[ée]f[ée]rences professionnelles', 'ayants? droit',
  'emergency contact person', 'referees?', 'professional references', 'parents? (?:or|/) guardians?', 'agent', 'interviewer', 'family members?',
  'persona de contacto', 'referencias (?:personales|laborales)', 'padres? (?:o|y) madres?', 'قريب', 'شخص للاتصال', 'الوالدين',
].join('|'); // prettier-ignore

const heading = new RegExp(
  `^\\s*(?:(?:informations?|infos?|donn[ée]es|coordonn[ée]es|identit[ée]|details?|datos|information|معلومات|بيانات)\\s+)?(?:sur\\s+|about\\s+|on\\s+)?${before}(?:la\\s+|le\\s+|les\\s+|l['’]|the\\s+)?(?:${others}|${onlyInHeadings})(?:\\s*\\d|\\s*\\([^()]*\\))?\\s*:?\\s*$`,
  'iu',
);

const anyOther = new RegExp(`(?<!\\p{L})(?:${others})(?!\\p{L})`, 'iu');

/** Returns whether a short text beside a value says that it is another person's. */
export const namesOtherPerson = (text: string): boolean => text.length < 200 && anyOther.test(text);

/** Returns whether a heading over several columns says that they are about another person. */
export const isOtherPerson = (said: string): boolean => said.length < 80 && heading.test(said);

/** Returns whether a header says in brackets that it is about a birth. */
export const isOfBirth = (header: string): boolean => /[([]/.test(header) && ofBirth.test(header);

/** Matches a question that a survey names by its groups: `identite/nom`. */
const inGroups = /^((?:[a-z0-9_.-]+\/)+)([A-Za-z0-9_.-]+)$/;

/** Names of columns under which surveys group questions. */
const mayBeGroup = new Set<Column>([
  ...(['occupation', 'education_level', 'qualifications', 'training_programme'] as const),
  ...(['residence_country', 'consent_purposes'] as const),
]);

/**
 * Returns the name of a survey's question (ODK, Kobo), and whether its groups are about another
 * person. Null for any other header.
 */
export function questionOf(
  header: string,
): { name: string; groups: readonly string[]; ofOther: boolean } | null {
  const [, groups, name] = inGroups.exec(header) ?? [];
  if (groups === undefined || name === undefined) return null;
  // `cin/passeport` are two names, and `langues/francais` is one of several answers. `emploi` is a
  // group.
  const each = groups.slice(0, -1).split('/');
  const group = findColumn(each[0] ?? '');
  if (group !== null && !mayBeGroup.has(group)) return null;
  const ofOther = each.some((one) => groupOfOther.test(one));
  return { name, groups: each.map((one) => one.replaceAll('_', ' ')), ofOther };
}
