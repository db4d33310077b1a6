import { skillToken } from '../../candidates/search/search-tokens.ts';
import {
  type AdElement,
  adElements,
  type AskedSkill,
} from '../../vacancies/formats/vacancy-draft.ts';
import type { QuotaNeed } from '../../quotas/quotas.queries.ts';
import type { VacancyFacts } from '../facts.ts';
import type { VacancyToDecide } from './vacancies-to-decide.queries.ts';
import { ANYWHERE } from '../law/rules-of-places.ts';
import { languageFactOf } from './language-fact.ts';
import { annualPayOf, hourlyPayOf } from './pay-facts.ts';

/** Returns what the rules and the score know of a vacancy. */
export function vacancyFactsOf(vacancy: VacancyToDecide): VacancyFacts {
  const { experience, skills, languages, applyUntilOn, validUntilOn } = vacancy;
  const ends = [applyUntilOn, validUntilOn].filter((on) => on !== null).toSorted();
  const hourlyPay = hourlyPayOf(vacancy.pay);
  const years = experience.map((asked) => asked.years);
  return {
    id: vacancy.id,
    state: vacancy.state,
    // Of duplicate records of a vacancy, only the one merged into is matched.
    open: vacancy.status === 'open' && (vacancy.mergedIntoId ?? null) === null,
    openUntilOn: ends[0] ?? null,
    isco: vacancy.isco,
    esco: vacancy.esco,
    nace: vacancy.nace,
    regions: regionsOf(vacancy),
    permitCategory: vacancy.permitCategory,
    requiredLanguages: languages.filter(({ required }) => required).map(languageFactOf),
    wishedLanguages: languages.filter(({ required }) => !required).map(languageFactOf),
    essentialSkills: skillsOf(skills.filter(({ essential }) => essential)),
    optionalSkills: skillsOf(skills.filter(({ essential }) => !essential)),
    experienceYears: years.length > 0 ? Math.max(...years) : null,
    educationLevel: vacancy.educationLevel,
    ...(vacancy.educationField !== null && { educationField: vacancy.educationField }),
    licences: vacancy.licences,
    startsOn: vacancy.startsOn,
    endsOn: vacancy.endsOn,
    advertising: vacancy.advertising,
    content: contentOf(vacancy),
    annualPay: annualPayOf(vacancy.pay),
    ...(hourlyPay && { hourlyPay }),
  };
}

/**
 * Returns the regions of work. A place in the state without a region may be anywhere in it, so that
 * the rules of every region apply, and not only those of the other places.
 */
function regionsOf({ locations, state }: VacancyToDecide): string[] {
  const known = locations.flatMap(({ nuts }) => nuts ?? []);
  const isSomewhere = locations.some(({ nuts, country }) => nuts === null && country === state);
  return known.length > 0 && isSomewhere ? [...known, ANYWHERE] : known;
}

/**
 * Returns the day on which a candidate matched `on` a day begins to work: that day, or the start of
 * the vacancy if it lies later.
 */
export function beginsOn({ startsOn }: Pick<VacancyFacts, 'startsOn'>, on: string): string {
  return startsOn !== null && startsOn > on ? startsOn : on;
}

/**
 * Returns the seats that a candidate matched `on` a day needs: those offered for the day work
 * begins.
 */
export function seatsNeeded(vacancy: VacancyFacts, on: string): QuotaNeed {
  const { state, isco, nace, regions, permitCategory } = vacancy;
  return { state, isco, nace, regions, permitCategory, on: beginsOn(vacancy, on) };
}

function contentOf(vacancy: VacancyToDecide): AdElement[] {
  const { description, employerName, pay, locations, schedule } = vacancy;
  const told: Record<AdElement, boolean> = {
    description: description !== '',
    employer: employerName !== null,
    'minimum-pay': pay !== null && pay.min !== null,
    location: locations.length > 0,
    hours: schedule !== null,
  };
  return adElements.filter((element) => told[element]);
}

function skillsOf(skills: readonly AskedSkill[]): string[] {
  return [...new Set(skills.flatMap(({ uri, label }) => uri ?? label ?? []).map(skillToken))];
}
