import { isLive } from '../../candidates/consent-term.ts';
import type { ConsentSection } from '../../candidates/formats/candidate-draft.ts';
import type { KnownPerson } from './known-person.ts';
import type { ConsentingPerson } from './load-facts.ts';
import type { Profile } from '../matches/match-view.ts';

/** Returns the sections that the candidate's live consents open for a state on a date. */
export function sharedSections(
  { consents }: KnownPerson,
  state: string,
  on: string,
): ReadonlySet<ConsentSection> {
  const live = consents.filter((one) => isLive(one, on) && one.countries.includes(state));
  return new Set(live.flatMap(({ sections }) => sections as readonly ConsentSection[]));
}

/** Returns what an employer in `state` may see of the candidate on a date; null without consent. */
export function profileOf(person: ConsentingPerson, state: string, on: string): Profile | null {
  const sections = sharedSections(person, state, on);
  if (sections.size === 0) return null;
  const { candidate } = person;
  const wishes = sections.has('wishes');
  return {
    occupations: sections.has('work-experience') ? candidate.occupations : [],
    skills: sections.has('skills') ? candidate.skills : [],
    languages: sections.has('languages') ? candidate.languages : [],
    educationLevel: sections.has('education') ? candidate.educationLevel : null,
    educationField: sections.has('education') ? candidate.educationField : null,
    licences: sections.has('driving-licence') ? candidate.licences : [],
    desiredCountries: wishes ? candidate.desiredCountries : [],
    desiredPay: wishes ? candidate.desiredPay : null,
    availableFromOn: wishes ? candidate.availableFromOn : null,
    availableUntilOn: wishes ? candidate.availableUntilOn : null,
  };
}
