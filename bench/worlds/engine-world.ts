import { consentSections } from '../../src/candidates/formats/candidate-draft.ts';
import type { EngineCandidate } from '../../src/matching/engine/engine-candidate.ts';
import type { VacancyFacts } from '../../src/matching/facts.ts';
import { iscoGroups } from '../../src/reference/isco/isco.ts';
import { cefrLevels } from '../../src/reference/languages/cefr.ts';
import { seeded } from './seeded.ts';

/** The date of the engine's worlds. */
export const ON = '2026-11-24';

const units = iscoGroups.filter(({ code }) => code.length === 4).map(({ code }) => code);
/** About as many as ESCO has. */
const OCCUPATIONS_A_UNIT = 7;
const SKILLS = 13_900;
const SKILLS_AN_OCCUPATION = 40;

const origins = [
  'MA',
  'MA',
  'MA',
  'MA',
  'TN',
  'TN',
  'EG',
  'SN',
  'TR',
  'IN',
  'CO',
  'RO',
  'PL',
  'PT',
];
const states = ['DE', 'FR', 'ES', 'IT', 'NL', 'SE', 'BE', 'PT'];
const languageOf: Record<string, string> = {
  DE: 'de',
  FR: 'fr',
  ES: 'es',
  IT: 'it',
  NL: 'nl',
  SE: 'sv',
  BE: 'fr',
  PT: 'pt',
  MA: 'ar',
  TN: 'ar',
  EG: 'ar',
  SN: 'fr',
  TR: 'tr',
  IN: 'hi',
  CO: 'es',
  RO: 'ro',
  PL: 'pl',
};

type Random = () => number;

/**
 * Draws a number: 0 most often, then 1, and so on. Zipf's law with exponent 1, which titles and
 * skills follow.
 */
function zipf(random: Random, count: number): number {
  return Math.min(count - 1, Math.floor((count + 1) ** random()) - 1);
}

const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

function occupation(random: Random): { isco: string; esco: string } {
  // A fixed shuffle of the codes, so that frequent units are not neighbours.
  const unit = (zipf(random, units.length) * 193) % units.length;
  const isco = units[unit] ?? '9211';
  return { isco, esco: `esco:${isco}.${zipf(random, OCCUPATIONS_A_UNIT)}` };
}

/** Draws a skill: mostly one of the occupation, sometimes a general one. */
function skill(random: Random, esco: string): string {
  if (random() < 0.3) return `skill:${zipf(random, SKILLS)}`;
  const own = zipf(random, SKILLS_AN_OCCUPATION);
  const start = seeded(
    [...esco].reduce((sum, letter) => (31 * sum + letter.charCodeAt(0)) | 0, own),
  );
  return `skill:${Math.floor(start() * SKILLS)}`;
}

function uuid(number: number, random: Random): string {
  const tail = Math.floor(random() * 0xffffffffffff)
    .toString(16)
    .padStart(12, '0');
  const time = (0x19a000000000 + number).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`;
}

/** Facts that are missing for everybody in these worlds. */
const untold = {
  educationField: null,
  permitCategories: [],
  desiredPay: null,
  availableUntilOn: null,
  previousStays: [],
};

/** Makes one person; numbers start at 0. */
export function engineCandidate(random: Random, number: number): EngineCandidate {
  const worked = Array.from({ length: random() < 0.35 ? 2 : 1 }, () => occupation(random));
  const first = worked[0] ?? { isco: '9211', esco: '' };
  const origin = pick(random, origins);
  const wanted = [...new Set([pick(random, states), pick(random, states)])];
  const spoken = [...new Set(wanted.map((state) => languageOf[state] ?? 'en'))];
  return {
    id: uuid(number, random),
    organisationId: 'bench',
    birthOn: '1990-05-01',
    nationalities: [origin],
    residenceCountry: origin,
    residenceRegion: null,
    residencePermits: random() < 0.03 ? [pick(random, states)] : [],
    euFamilyMember: false,
    rights: [],
    occupations: worked.map((one) => ({
      ...one,
      years: random() < 0.1 ? null : Math.floor(random() * 15),
    })),
    skills: Array.from({ length: 3 + Math.floor(random() * 9) }, () => ({
      uri: null,
      label: skill(random, first.esco),
    })),
    languages: [
      { code: languageOf[origin] ?? 'en', level: 'C2' },
      ...spoken
        .filter((code) => code !== languageOf[origin])
        .map((code) => ({ code, level: cefrLevels[zipf(random, 5)] ?? 'A1' })),
    ],
    educationLevel: random() < 0.2 ? null : 1 + Math.floor(random() * 7),
    licences: random() < 0.4 ? ['B'] : [],
    desiredCountries: random() < 0.5 ? wanted : [],
    desiredOccupations: random() < 0.3 ? [first.isco] : [],
    availableFromOn: random() < 0.3 ? '2027-01-15' : null,
    ...untold,
    consents: [
      {
        sections: consentSections,
        countries: wanted,
        givenOn: '2026-06-01',
        expiresOn: '2027-06-01',
        withdrawnAt: null,
      },
    ],
  };
}

/** Makes one vacancy, in a state and occupation that people are likely to want. */
export function engineVacancy(random: Random, number: number): VacancyFacts {
  const { isco, esco } = occupation(random);
  const state = pick(random, states);
  const asked = [...new Set(Array.from({ length: 8 }, () => skill(random, esco)))];
  const language = { code: languageOf[state] ?? 'en', rank: 2 + Math.floor(random() * 3) };
  const isRequired = random() < 0.7;
  return {
    id: `vacancy-${number}`,
    state,
    open: true,
    openUntilOn: null,
    isco: [isco],
    esco: random() < 0.8 ? [esco] : [],
    nace: null,
    regions: [],
    permitCategory: 'general',
    requiredLanguages: isRequired ? [language] : [],
    wishedLanguages: isRequired ? [] : [language],
    essentialSkills: asked.slice(0, 5),
    optionalSkills: asked.slice(5),
    experienceYears: Math.floor(random() * 6),
    educationLevel: random() < 0.5 ? 2 + Math.floor(random() * 5) : null,
    licences: random() < 0.15 ? ['B'] : [],
    startsOn: '2027-02-01',
    endsOn: null,
    advertising: [{ channel: 'eures', fromOn: '2026-01-01', untilOn: null }],
    content: [],
    annualPay: null,
  };
}
