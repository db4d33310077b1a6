import { type Column, findColumn } from './spreadsheet-columns.ts';

/** Who is not the candidate, and what is not theirs, in English, French, Spanish and Arabic. */
const others = [
  ...['p[eè]re', 'm[eè]re', 'parents?', 'tut(?:eur|rice)', 'conjointe?', '[ée]poux', '[ée]pouse', 'mari', 'fils', 'enfants?', 'fr[eè]re', 's(?:œ|oe)ur', 'proche', "contact d['’]urgence", "(?:en )?(?:cas d['’])?urgences?", 'garante?', 'employeurs?', 'conseill(?:er|[eè]re)', 'recruteur', 'enqu[eê]t(?:eur|rice)'],
  ...['father', 'mother', 'guardian', 'spouse', 'husband', 'wife', 'child(?:ren)?', 'next of kin', 'emergency(?: contact)?', 'in case of emergency', 'employers?', 'recruiter', 'enumerator', 'sponsor'],
  ...['padres?', 'madre', 'tutora?', 'c[oó]nyuge', 'espos[oa]', 'hij[oa]s?', 'herman[oa]', 'familiar', 'emergencias?', 'contacto de emergencia', 'empleador', 'asesora?'],
  ...['الأب', 'الأم', 'الزوج', 'الزوجة', 'ولي الأمر', 'الطوارئ', 'طوارئ', 'للطوارئ', 'صاحب العمل', 'المشغل'],
].join('|'); // prettier-ignore

const before = "(?:de la |de l['’]|du |des |de |d['’]|of the |of |del |de los )?";

/** In brackets, which otherwise only explain: `Nom (père)`, `Téléphone (urgence)`, `Métier (du conjoint)`. */
const ofOther = new RegExp(`[([]\\s*${before}(?:${others})\\s*[)\\]]`, 'iu');

/** A group of a survey: `contact_urgence`, `pere`. */
const groupOfOther = new RegExp(`(?:^|[_.-])(?:${others})(?:[_.-]|$)`, 'iu');

/** `Ville (naissance)`, `Pays (of birth)`: where somebody was born is not where they live. */
const ofBirth =
  /[([]\s*(?:de |à la |of |at |de )?(?:naissance|birth|nacimiento|الميلاد|الازدياد)\s*[)\]]/iu;

/** Whether a header says in brackets that it is of somebody else than the candidate. */
export const isOfOther = (header: string): boolean => /[([]/.test(header) && ofOther.test(header);

/** Whether a header says in brackets that it is of a birth. */
export const isOfBirth = (header: string): boolean => /[([]/.test(header) && ofBirth.test(header);

/** As surveys name a question by its groups: `identite/nom`. */
const inGroups = /^((?:[a-z0-9_.-]+\/)+)([A-Za-z0-9_.-]+)$/;

/** Names of columns that questions are grouped under. */
const mayBeGroup = new Set<Column>([
  ...(['occupation', 'education_level', 'qualifications', 'training_programme'] as const),
  ...(['residence_country', 'consent_purposes'] as const),
]);

/** The groups and the name of a question of a survey (ODK, Kobo); null for any other header. */
export function questionOf(header: string): { name: string; ofOther: boolean } | null {
  const [, groups, name] = inGroups.exec(header) ?? [];
  if (groups === undefined || name === undefined) return null;
  // `cin/passeport` are two names, and `langues/francais` is one answer of several; `emploi` is a group.
  const group = findColumn(groups.slice(0, groups.indexOf('/')));
  if (group !== null && !mayBeGroup.has(group)) return null;
  return { name, ofOther: groups.split('/').some((group) => groupOfOther.test(group)) };
}
