import { iscoGroups } from '../../src/reference/isco/isco.ts';

const units = iscoGroups.filter(({ code }) => code.length === 4);
const states = ['ES', 'FR', 'DE', 'IT', 'NL', 'SE'];
const nationalities = ['MA', 'MA', 'MA', 'TN', 'TN', 'EG', 'SN', 'TR', 'RO', 'PL'];
const levels = ['A2', 'B1', 'B2', 'C1'];
const languages: Record<string, string> = {
  ES: 'es',
  FR: 'fr',
  DE: 'de',
  IT: 'it',
  NL: 'nl',
  SE: 'sv',
};
const skills = Array.from({ length: 400 }, (_, index) => `skill number ${index + 1}`);

const pick = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

/** Draws a unit group by a square law: few occupations have many people, and many have few. */
const pickUnit = (random: () => number): { code: string; title: string } =>
  units[Math.floor(random() ** 2 * units.length)] ?? { code: '2221', title: 'Nurses' };

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * Makes up a name. Some people share a name, as some share a birthday, but hardly any share both.
 */
const name = (random: () => number, syllables: number): string =>
  Array.from(
    { length: syllables },
    () => pick(random, [...'bdfhjklmnrstz']) + pick(random, [...'aiou']),
  ).join('');

const birthDate = (random: () => number): string =>
  `${1965 + Math.floor(random() * 40)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;

export const candidateHeader = [
  'reference', 'family_name', 'given_name', 'birth_date', 'nationalities', 'residence_country',
  'occupation', 'occupation_years', 'skills', 'languages', 'education_level',
  'desired_countries', 'consent_purposes', 'consent_sections', 'consent_countries',
  'consent_given_on',
] as const; // prettier-ignore

/** The names of occupations and skills. */
export interface EscoWords {
  titles: readonly string[];
  skills: readonly string[];
}

/** Writes a name as people do: half the time a letter is missing. */
function written(random: () => number, name: string): string {
  const plain = name.replaceAll(/[;,|"]/g, ' ');
  const at = Math.floor(random() * plain.length * 2);
  return plain.slice(0, at) + plain.slice(at + 1);
}

/** Makes the row of one person in an agency's spreadsheet. */
export function candidateRow(
  random: () => number,
  number: number,
  words: EscoWords | null = null,
): string[] {
  const { code } = pickUnit(random);
  const state = pick(random, states);
  const known = [`${languages[state] ?? 'fr'}:${pick(random, levels)}`, 'ar:C2'];
  const own = Array.from({ length: 5 }, () => pick(random, words?.skills ?? skills));
  const occupation = words ? written(random, pick(random, words.titles)) : code;
  return [
    `B-${number}`,
    name(random, 3),
    name(random, 2),
    birthDate(random),
    pick(random, nationalities),
    'MA',
    occupation,
    String(Math.floor(random() * 15)),
    (words ? own.map((one) => written(random, one)) : own).join('|'),
    known.join(', '),
    `EQF-${2 + Math.floor(random() * 6)}`,
    state,
    'matching',
    'all',
    `${state}, ${pick(random, states)}`,
    '2026-09-01',
  ];
}

/** Makes one vacancy in our own JSON. */
export function vacancyRecord(random: () => number, number: number): object {
  const { code, title } = pickUnit(random);
  const country = pick(random, states);
  return {
    sourceAgency: 'bench',
    sourceId: `V-${number}`,
    title,
    language: 'en',
    isco: [code],
    positions: 1 + Math.floor(random() * 5),
    languages: [{ code: languages[country], level: 'B1', required: random() < 0.5 }],
    skills: Array.from({ length: 6 }, (_, index) => ({
      label: pick(random, skills),
      essential: index < 3,
    })),
    experience: [{ years: 2 }],
    educationLevel: 2 + Math.floor(random() * 5),
    locations: [{ country }],
    advertising: ['pes', 'eures', 'job-centre'].map((channel) => ({
      channel,
      fromOn: '2026-09-15',
    })),
  };
}

/** Makes one vacancy as HR-XML PositionOpening, with a description of some length. */
export function openingText(random: () => number, number: number): string {
  const { code, title } = pickUnit(random);
  const country = pick(random, states);
  const asked = Array.from({ length: 40 }, () => pick(random, skills)).join(', ');
  return [
    '<PositionOpening xmlns="http://www.hr-xml.org/3" majorVersionID="3" minorVersionID="2">',
    `<DocumentID schemeID="S" schemeAgencyID="bench" schemeVersionID="1.3">V-${number}</DocumentID>`,
    '<PositionOpeningStatusCode name="Active">Active</PositionOpeningStatusCode>',
    `<PositionProfile languageCode="en"><PositionTitle>${title}</PositionTitle>`,
    `<PositionLocation><Address><CountryCode>${country}</CountryCode></Address></PositionLocation>`,
    '<PositionOrganization><OrganizationIdentifiers><OrganizationName>Works</OrganizationName>',
    '</OrganizationIdentifiers></PositionOrganization><PositionOpenQuantity>2</PositionOpenQuantity>',
    `<JobCategoryCode listName="ISCO2008" listVersionID="2008" listURI="x">${code}</JobCategoryCode>`,
    `<PositionFormattedDescription><Content><![CDATA[<p>${asked}</p>]]></Content>`,
    '</PositionFormattedDescription></PositionProfile></PositionOpening>',
  ].join('');
}

/** A partnership of every partner country with every state, in force and without quotas. */
export const partnerships = ['MA', 'TN', 'EG', 'SN'].map((partnerCountry) => ({
  partnerCountry,
  states,
  startsOn: '2025-01-01',
  status: 'in-force',
  components: ['matching'],
  citation: 'For the benchmark',
}));
