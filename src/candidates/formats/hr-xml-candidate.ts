import { all, child, textOf, type XmlElement } from '../../platform/formats/xml-records.ts';
import { normaliseCountry } from '../../reference/countries/countries.ts';
import { parseEducationLevel } from '../../reference/education/education.ts';
import { repairIscoCode } from '../../reference/isco/isco.ts';
import { findOccupationByWords } from '../../reference/isco/occupation-words.ts';
import { type CefrLevel, cefrLevels, cefrRank } from '../../reference/languages/cefr.ts';
import { Findings } from '../../vacancies/formats/findings.ts';
import { below } from '../../vacancies/formats/hr-xml-elements.ts';
import {
  addLanguage,
  type CandidateDraft,
  emptyDraft,
  type OwnLanguage,
  type ReadCandidate,
  type WorkedOccupation,
} from './candidate-draft.ts';
import { readCalendarDate } from './cell-values.ts';

/**
 * A person of the EURES exchange format: HR-XML 3.2 `Candidate`, versions 1.0 to 1.3, in the dialect
 * of Europass with four namespaces or with all in one. GenderCode is never read.
 */
export function readHrXmlCandidate(element: XmlElement): ReadCandidate {
  const findings = new Findings();
  const reference = textOf(element, 'DocumentID');
  const path = 'Candidate/DocumentID';
  if (reference === null) findings.reject('document-id-missing', { path }, 'It names the person.');
  const profile = child(element, 'CandidateProfile');
  const draft: CandidateDraft = {
    ...emptyDraft(reference ?? ''),
    ...readPerson(child(element, 'CandidatePerson'), findings),
    ...(profile && readProfile(profile, findings)),
    ...readPreferences(child(element, 'CandidatePositionPreferences')),
  };
  const tongues = all(element, 'CandidatePerson', 'PrimaryLanguageCode').map(({ text }) =>
    text.trim(),
  );
  const languages: OwnLanguage[] = [];
  for (const tongue of tongues) addLanguage(languages, tongue, 'C2');
  for (const { code, level } of draft.languages) addLanguage(languages, code, level);
  findings.warn(
    'consent-missing',
    { path: 'Candidate' },
    'This format holds no consent: never matched.',
  );
  return { draft: findings.rejected ? null : { ...draft, languages }, findings: findings.list };
}

function readPerson(person: XmlElement | null, findings: Findings): Partial<CandidateDraft> {
  if (!person) {
    const path = 'Candidate/CandidatePerson';
    findings.reject('person-missing', { path }, 'A candidate needs a CandidatePerson.');
    return {};
  }
  const countries = all(person, 'NationalityCode').flatMap(({ text }) =>
    readCountry(text, findings),
  );
  if (countries.length === 0) {
    const path = 'Candidate/CandidatePerson/NationalityCode';
    findings.warn(
      'nationality-missing',
      { path },
      'Without a nationality nobody has a place in the order.',
    );
  }
  const contact = (channel: string, name: string): string | null => {
    const found = all(person, 'Communication').find(
      (one) => textOf(one, 'ChannelCode') === channel,
    );
    return found ? textOf(found, name) : null;
  };
  return {
    givenName: textOf(person, 'PersonName', 'GivenName'),
    familyName: textOf(person, 'PersonName', 'FamilyName'),
    birthOn: readCalendarDate(textOf(person, 'BirthDate') ?? ''),
    nationalities: [...new Set(countries)],
    residenceCountry:
      readCountry(textOf(person, 'ResidencyCountryCode') ?? '', findings)[0] ?? null,
    email: contact('Email', 'URI'),
    phone: contact('Telephone', 'DialNumber'),
  };
}

function readCountry(text: string, findings: Findings): string[] {
  if (text.trim() === '') return [];
  const code = normaliseCountry(text);
  if (code !== null) return [code];
  findings.drop('country-unknown', { path: 'NationalityCode', value: text }, 'This is no country.');
  return [];
}

function readProfile(profile: XmlElement, findings: Findings): Partial<CandidateDraft> {
  const levels = below(profile, 'EducationLevelCode').map(
    ({ text }) => parseEducationLevel(text) ?? 0,
  );
  const competencies = below(profile, 'PersonCompetency');
  const languages: OwnLanguage[] = [];
  const skills: CandidateDraft['skills'] = [];
  for (const competency of competencies) {
    const id = textOf(competency, 'CompetencyID') ?? '';
    if (textOf(competency, 'TaxonomyID') !== 'language') {
      const uri = /^https?:/.test(id) ? id : null;
      if (id !== '')
        skills.push({ uri, label: uri === null ? id : textOf(competency, 'CompetencyName') });
    } else if (!addLanguage(languages, id, lowestLevel(competency))) {
      findings.drop(
        'language-unknown',
        { path: 'CompetencyID', value: id },
        'This is no language.',
      );
    }
  }
  return {
    occupations: below(profile, 'PositionHistory').map((position) => readPosition(position)),
    skills,
    languages,
    educationLevel: Math.max(0, ...levels) || null,
    qualifications: below(profile, 'ProgramName')
      .map(({ text }) => text.trim())
      .filter(Boolean),
    licences: [...new Set(below(profile, 'LicenseTypeCode').map(({ text }) => text.trim()))],
  };
}

/** What a person can do in every dimension; one without any level is a beginner. */
function lowestLevel(competency: XmlElement): CefrLevel {
  const ranks = below(competency, 'ScoreText')
    .map(({ text }) => cefrRank(text))
    .filter(Boolean);
  return cefrLevels[Math.min(...ranks) - 1] ?? 'A1';
}

function readPosition(position: XmlElement): WorkedOccupation {
  const title = textOf(position, 'PositionTitle');
  const code = below(position, 'JobCategoryCode')[0]?.text.trim() ?? '';
  const esco = /^https?:.*\/occupation\//.test(code) ? code : null;
  const digits = /(?:^|\/[Cc])(\d{1,4})$/.exec(code)?.[1];
  const isco = digits === undefined ? undefined : repairIscoCode(digits)?.code;
  const [from, to] = ['StartDate', 'EndDate'].map((name) => monthOf(below(position, name)[0]));
  const years = from === undefined || to === undefined ? null : Math.max(0, (to - from) / 12);
  const read = isco ?? findOccupationByWords(title ?? '')?.isco ?? null;
  return { isco: read, esco, title, years: years === null ? null : Math.round(years * 10) / 10 };
}

/** Months since year 0 of `yyyy`, `yyyy-mm` or a whole date. */
function monthOf(date: XmlElement | undefined): number | undefined {
  const text = date ? (textOf(date, 'FormattedDateTime') ?? date.text.trim()) : '';
  const [, year, month = '01'] = /^(\d{4})(?:-(\d{2}))?/.exec(text) ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(month);
}

function readPreferences(preferences: XmlElement | null): Partial<CandidateDraft> {
  if (!preferences) return {};
  const countries = below(preferences, 'CountryCode').flatMap(
    ({ text }) => normaliseCountry(text) ?? [],
  );
  const codes = below(preferences, 'JobCategoryCode').flatMap(({ text }) => {
    const digits = /(\d{1,4})$/.exec(text.trim())?.[1];
    return digits === undefined ? [] : (repairIscoCode(digits)?.code ?? []);
  });
  return { desiredCountries: [...new Set(countries)], desiredOccupations: [...new Set(codes)] };
}
