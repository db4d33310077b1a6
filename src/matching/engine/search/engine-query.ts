import { dayOf } from '../../../platform/clock/calendar-days.ts';
import type { VacancyFacts } from '../../facts.ts';
import { fieldReach } from '../../scoring/education.ts';
import type { EscoKnowledge } from '../../scoring/part.ts';
import { packedRanks } from '../../scoring/languages.ts';
import { weighSkills } from '../../scoring/skills.ts';
import type { OccupationReach } from './occupation-reach.ts';
import { partBits } from '../snapshot/part-bits.ts';
import type { Vocabulary } from '../snapshot/vocabulary.ts';

/**
 * A skill that the vacancy asks for: its number in the vocabulary, the numbers of near skills, and
 * what having it or a near one is worth. A number is -1 if no candidate has the skill. See
 * weighSkills.
 */
export interface AskedSkill {
  number: number;
  near: number[];
  full: number;
  nearly: number;
}

/** A vacancy, translated into the numbers of a snapshot's vocabulary. */
export interface EngineQuery {
  /** The place of work: ISO 3166-1 alpha-2 code, and the number of that country. */
  state: string;
  country: number;
  reach: OccupationReach;
  /** Countries whose nationals may be matched without preference; null for all. */
  countries: readonly string[] | null;
  /** The parts of the score that the vacancy says anything about, as in partBits. */
  asked: number;
  skills: AskedSkill[];
  skillsInAll: number;
  /**
   * The languages, required ones first. `rank` is the overall rank; `ranks` is what packedRanks
   * returns.
   */
  languages: { number: number; rank: number; ranks: number }[];
  requiredLanguages: number;
  experienceYears: number | null;
  educationLevel: number | null;
  /**
   * By a record's field of education, how far it reaches the one asked for; empty if none is asked
   * for.
   */
  fieldReaches: readonly number[];
  licences: number[];
  permitCategory: number;
  pay: Pick<VacancyFacts, 'annualPay' | 'hourlyPay'>;
  /**
   * The day on which the work starts, never before the decision, and the last day, or the start if
   * none is stated. Both count days since 1970-01-01.
   */
  startsOn: number;
  endsOn: number;
}

/**
 * Translates a vacancy for a snapshot with this vocabulary. `on`: the date of the decision,
 * `yyyy-mm-dd`.
 */
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
      number: vocabulary.languages.find(one.code),
      rank: one.rank,
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
