import type { ConsentSection } from '../../candidates/formats/candidate-draft.ts';
import { skillTokens } from '../../candidates/search/search-tokens.ts';
import { parseEducationField } from '../../reference/education/education-fields.ts';
import { addYears } from '../../platform/clock/calendar-days.ts';
import type { CandidateFacts, ConsentFact } from '../facts.ts';
import type { KnownConsent, KnownPerson } from './known-person.ts';
import { languageFactOf } from './language-fact.ts';
import { payWishOf } from './pay-facts.ts';
import { rightsOn } from './personal-rights.ts';
import { sharedSections } from './profile.ts';

const MAJORITY_YEARS = 18;

/**
 * Returns what the rules and the score may know of a candidate for a vacancy in `state` (ISO 3166-1
 * alpha-2) on the date `on`. Sections that the candidate did not consent to share with that state
 * are empty or null, as if never given. Only `trades` ignores that limit.
 */
export function candidateFactsOf(person: KnownPerson, state: string, on: string): CandidateFacts {
  const { candidate, consents } = person;
  const sections = sharedSections(person, state, on);
  const shared = <T>(section: ConsentSection, values: readonly T[]): readonly T[] =>
    sections.has(section) ? values : [];
  const sharedOrNull = <T>(section: ConsentSection, value: T | null): T | null =>
    sections.has(section) ? value : null;
  const { birthOn, occupations, skills, languages, desiredPay, previousStays } = candidate;
  return {
    id: candidate.id,
    ...rightsOn(candidate, state, on),
    residenceCountry: candidate.residenceCountry,
    residenceRegion: candidate.residenceRegion,
    ofAgeOn: birthOn === null ? null : addYears(birthOn, MAJORITY_YEARS),
    consents: consents.map(consentFactOf),
    trades: occupations,
    occupations: shared('work-experience', occupations),
    skills: skillTokens(shared('skills', skills)),
    languages: shared('languages', languages).map(languageFactOf),
    educationLevel: sharedOrNull('education', candidate.educationLevel),
    educationField: sharedOrNull('education', parseEducationField(candidate.educationField ?? '')),
    licences: shared('driving-licence', candidate.licences),
    desiredCountries: shared('wishes', candidate.desiredCountries),
    desiredOccupations: shared('wishes', candidate.desiredOccupations),
    permitCategories: shared('wishes', candidate.permitCategories),
    desiredPay: sharedOrNull('wishes', desiredPay ? payWishOf(desiredPay) : null),
    availableFromOn: sharedOrNull('wishes', candidate.availableFromOn),
    availableUntilOn: sharedOrNull('wishes', candidate.availableUntilOn),
    returnedBefore: previousStays.some(({ returnedOn }) => returnedOn !== null),
  };
}

function consentFactOf(consent: KnownConsent): ConsentFact {
  const { countries, sections, givenOn, expiresOn, withdrawnAt } = consent;
  return { countries, sections, givenOn, expiresOn, withdrawn: withdrawnAt !== null };
}
