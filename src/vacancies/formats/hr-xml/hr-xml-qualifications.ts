import {
  dimensionsBeside,
  highestLevel,
} from '../../../reference/languages/levels-by-dimension.ts';
import {
  all,
  child,
  textOf,
  type XmlElement,
} from '../../../platform/formats/markup/xml-records.ts';
import { eachLanguageOnce, readLanguage, readLevel } from '../values/asked-languages.ts';
import { readLicences } from '../../../reference/code-words.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import { below, valuesOf, without } from '../../../platform/formats/hr-xml/hr-xml-elements.ts';
import { codesOf } from '../../../reference/hr-xml/hr-xml-codes.ts';
import { ofOurLists } from '../../../reference/isco/code-lists.ts';
import { educationLevelOf, levelsByDimension } from '../../../reference/hr-xml/hr-xml-levels.ts';
import { readOccupations } from '../values/occupations.ts';
import { yearsOf } from '../values/experience-years.ts';
import type { AskedExperience, AskedLanguage, AskedSkill, VacancyDraft } from '../vacancy-draft.ts';

type Qualifications = Pick<
  VacancyDraft,
  'languages' | 'skills' | 'experience' | 'educationLevel' | 'licences'
>;

const path = 'PositionOpening/PositionProfile/PositionQualifications';

function isRequired(competency: XmlElement): boolean | null {
  const text = textOf(competency, 'RequiredIndicator')?.toLowerCase();
  return text === undefined ? null : text === 'true' || text === '1';
}

/**
 * Returns whether a competency is a language: `TaxonomyID` says so (BR-COM-46), or it is absent and
 * the id is a language code.
 */
function isLanguage(competency: XmlElement, id: string): boolean {
  const taxonomy = textOf(competency, 'TaxonomyID')?.toLowerCase();
  return taxonomy === 'language' || (taxonomy === undefined && /^[a-z]{2,3}$/i.test(id));
}

/**
 * Reads the required level of a language. A level that is only wished for is no gate; it is used if
 * no level is required.
 */
function readAskedLanguage(competency: XmlElement, findings: Findings): AskedLanguage | null {
  const at = `${path}/PositionCompetency/CompetencyID`;
  const code = readLanguage({ path: at, value: textOf(competency, 'CompetencyID') }, findings);
  if (code === null) return null;
  const required = isRequired(competency);
  const needed = without(competency, ({ name }) => name === 'DesiredProficiencyLevel');
  const hasScore = (one: XmlElement): boolean => below(one, 'ScoreText').length > 0;
  if (hasScore(competency) && !hasScore(needed) && required !== true)
    return { code, ...readLevels(competency, findings), required: false };
  return { code, ...readLevels(needed, findings), required: required ?? true };
}

/**
 * Reads the levels. The standard gives them by dimension, while some services give one for the
 * whole language.
 */
function readLevels(
  competency: XmlElement,
  findings: Findings,
): Pick<AskedLanguage, 'level' | 'dimensions'> {
  const at = `${path}/PositionCompetency`;
  const scores = below(competency, 'ScoreText').map((score) =>
    readLevel({ path: `${at}//ScoreText`, value: score.text }, findings),
  );
  const levels = scores.filter((level) => level !== null);
  const level = highestLevel(levels);
  if (level !== null && new Set(levels).size > 1) {
    const value = levels.join(' ');
    findings.warn(
      'levels-differ',
      { path: at, value },
      `The levels differ by skill; for the language as a whole the highest, ${level}, is asked for.`,
    );
  }
  return { level, ...dimensionsBeside(level, levelsByDimension(competency, highestLevel)) };
}

function readSkill(competency: XmlElement, id: string): AskedSkill {
  const uri = /^https?:\/\//i.test(id) ? id.replace(/^https:/i, 'http:') : null;
  const label = textOf(competency, 'CompetencyName') ?? (uri === null ? id : null);
  return { uri, label, essential: isRequired(competency) ?? false };
}

function readExperience(category: XmlElement, findings: Findings): AskedExperience | null {
  const at = `${path}/ExperienceSummary/ExperienceCategory`;
  const measure = child(category, 'Measure');
  const value = measure?.text.trim() ?? null;
  const years = yearsOf(value, measure?.attributes.unitCode ?? 'year');
  if (years === null) {
    findings.drop(
      'experience-unreadable',
      { path: `${at}/Measure`, value },
      'This length of experience cannot be read, so it is left out. Write a number of years or months, such as 2 years.',
    );
    return null;
  }
  const codes = all(category, 'CategoryCode').filter(({ text }) => text.trim() !== '');
  const known = ofOurLists(codesOf(codes, `${at}/CategoryCode`), findings);
  if (known.length === 0) return { isco: null, years };
  const { isco } = readOccupations(known, '', at, findings);
  return { isco: isco[0] ?? null, years };
}

function readEducation(qualifications: XmlElement, findings: Findings): number | null {
  const levels = below(qualifications, 'EducationLevelCode').map((element) => {
    const value = element.text.trim();
    const level = educationLevelOf(element);
    if (level === null && value !== '') {
      findings.drop(
        'education-unknown',
        { path: `${path}//EducationLevelCode`, value },
        'This level is neither of the EQF nor of ISCED, so it is left out. Write for example EQF-5 or ISCED-6.',
      );
    }
    return level;
  });
  return levels.find((level) => level !== null) ?? null;
}

/** Reads languages and skills, which share one element and differ by what it names. */
function readCompetencies(
  qualifications: XmlElement,
  read: Pick<Qualifications, 'languages' | 'skills'>,
  findings: Findings,
): void {
  for (const competency of all(qualifications, 'PositionCompetency')) {
    const id = textOf(competency, 'CompetencyID') ?? '';
    if (isLanguage(competency, id)) {
      const language = readAskedLanguage(competency, findings);
      if (language !== null) read.languages.push(language);
    } else if (id !== '') read.skills.push(readSkill(competency, id));
  }
}

/**
 * Reads the qualifications. Languages are a gate unless marked optional; the rest is scored unless
 * marked required.
 */
export function readQualifications(profile: XmlElement, findings: Findings): Qualifications {
  const read: Qualifications = {
    languages: [],
    skills: [],
    experience: [],
    educationLevel: null,
    licences: [],
  };
  for (const qualifications of all(profile, 'PositionQualifications')) {
    readCompetencies(qualifications, read, findings);
    for (const category of below(qualifications, 'ExperienceCategory')) {
      const experience = readExperience(category, findings);
      if (experience !== null) read.experience.push(experience);
    }
    read.educationLevel ??= readEducation(qualifications, findings);
    const licences = valuesOf(below(qualifications, 'LicenseTypeCode'), `${path}//LicenseTypeCode`);
    read.licences = [...new Set([...read.licences, ...readLicences(licences, findings)])];
  }
  return {
    ...read,
    languages: eachLanguageOnce(read.languages, `${path}/PositionCompetency`, findings),
  };
}
