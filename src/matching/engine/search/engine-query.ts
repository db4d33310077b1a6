import { dayOf } from '../../calendar-days.ts';
import type { VacancyFacts } from '../../facts.ts';
import { fieldReach } from '../../scoring/education.ts';
import type { EscoKnowledge } from '../../scoring/part.ts';
import { packedRanks } from '../../scoring/languages.ts';
import { weighSkills } from '../../scoring/skills.ts';
import type { OccupationReach } from './occupation-reach.ts';
import { partBits } from '../snapshot/part-bits.ts';
import type { Vocabulary } from '../snapshot/vocabulary.ts';

/** What people have of one skill that is asked: numbers of the vocabulary, -1 for what nobody has. */
export interface AskedSkill {
  number: number;
  near: number[];
  full: number;
  nearly: number;
}

/** A vacancy in the numbers of a snapshot's vocabulary. */
export interface EngineQuery {
  /** ISO 3166-1 alpha-2 of the place of work, and its number. */
  state: string;
  country: number;
  reach: OccupationReach;
  /** Whose nationals without preference may be matched; null for all. */
  countries: readonly string[] | null;
  /** The parts of the score on which the vacancy says anything, as partBits has them. */
  asked: number;
  skills: AskedSkill[];
  skillsInAll: number;
  /** Required ones first; the rank in all, and those of the dimensions as packedRanks gives them. */
  languages: { number: number; rank: number; ranks: number }[];
  requiredLanguages: number;
  experienceYears: number | null;
  educationLevel: number | null;
  /** By the field of education of a record, how far it reaches the one asked; empty where none is. */
  fieldReaches: readonly number[];
  licences: number[];
  permitCategory: number;
  pay: Pick<VacancyFacts, 'annualPay' | 'hourlyPay'>;
  /** The day on which the work starts, not before that of the decision; and until when at least. */
  startsOn: number;
  endsOn: number;
}

export function engineQuery(
  vacancy: VacancyFacts,
  known: {
    vocabulary: Vocabulary;
    reach: OccupationReach;
    esco: EscoKnowledge;
    on: string;
    countries: readonly string[] | null;
  },
): EngineQuery {
  const { vocabulary, reach, esco, on, countries } = known;
  const skills = weighSkills(vacancy, esco).map(({ skill, full, near, beside }) => ({
    number: vocabulary.skills.find(skill),
    near: beside.map((one) => vocabulary.skills.find(one)),
    full,
    nearly: near,
  }));
  const startsOn = vacancy.startsOn !== null && vacancy.startsOn > on ? vacancy.startsOn : on;
  const asked = [...vacancy.requiredLanguages, ...vacancy.wishedLanguages];
  return {
    state: vacancy.state,
    country: vocabulary.countries.find(vacancy.state),
    reach,
    countries,
    asked: partsAsked(vacancy, reach.asksOccupation),
    skills,
    skillsInAll: skills.reduce((sum, { full }) => sum + full, 0),
    languages: asked.map((one) => ({
      ...{ number: vocabulary.languages.find(one.code), rank: one.rank },
      ranks: packedRanks(one),
    })),
    requiredLanguages: vacancy.requiredLanguages.length,
    experienceYears: vacancy.experienceYears,
    educationLevel: vacancy.educationLevel,
    fieldReaches: fieldReaches(vacancy.educationField, vocabulary),
    licences: vacancy.licences.map((licence) => vocabulary.licences.find(licence)),
    permitCategory: vocabulary.permitCategories.find(vacancy.permitCategory),
    pay: vacancy,
    startsOn: dayOf(startsOn),
    endsOn: dayOf(vacancy.endsOn ?? startsOn),
  };
}

function fieldReaches(asked: string | undefined, { educationFields }: Vocabulary): number[] {
  if (asked === undefined) return [];
  return [1, ...educationFields.list().map((own) => fieldReach(own, asked))];
}

function partsAsked(vacancy: VacancyFacts, occupation: boolean): number {
  const { requiredLanguages, wishedLanguages, essentialSkills, optionalSkills } = vacancy;
  return partBits({
    occupation,
    skills: essentialSkills.length + optionalSkills.length > 0,
    languages: requiredLanguages.length + wishedLanguages.length > 0,
    experience: occupation,
    education: vacancy.educationLevel !== null,
    licences: vacancy.licences.length > 0,
    wishes: true,
    availability: true,
  });
}
