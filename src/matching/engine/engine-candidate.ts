import { skillTokens } from '../../candidates/search/search-tokens.ts';
import { tierZeroCountries } from '../../reference/countries/countries.ts';
import { parseEducationField } from '../../reference/education/education-fields.ts';
import { dayOf } from '../../platform/clock/calendar-days.ts';
import { languageFactOf } from '../facts/language-fact.ts';
import type { KnownCandidate, KnownConsent } from '../facts/known-person.ts';
import { payWishOf } from '../facts/pay-facts.ts';
import { rightsOn } from '../facts/personal-rights.ts';
import { domesticTier, type Tier } from '../rules/tiers.ts';
import { countedYears } from '../scoring/experience.ts';
import { hasOccupationCode } from '../scoring/occupation.ts';
import { consentProfile } from './snapshot/consent-profile.ts';
import type { EncodedCandidate } from './snapshot/encoded-candidate.ts';
import { languageWord } from './snapshot/language-word.ts';
import { partBits } from './snapshot/part-bits.ts';
import { EVERYWHERE, NO_DAY, RESIDENT } from './snapshot/snapshot.ts';
import type { Vocabulary } from './snapshot/vocabulary.ts';

/** What the engine reads of a candidate. */
export interface EngineCandidate extends KnownCandidate {
  consents: readonly KnownConsent[];
}

/**
 * Encodes a candidate as of a date, `yyyy-mm-dd`, which decides which consents are live and which
 * work is recent. Adds words that the vocabulary lacks.
 */
export function encodeCandidate(
  person: EngineCandidate,
  vocabulary: Vocabulary,
  on: string,
): EncodedCandidate {
  const { countries, codes, licences, permitCategories } = vocabulary;
  const { desiredPay } = person;
  const coded = person.occupations.filter(hasOccupationCode);
  return {
    statedParts: statedPartsOf(person),
    trades: coded.map((one) => vocabulary.tradeOf(one)),
    years: coded.map((one) => countedYears(one, on)),
    skills: [...new Set(skillTokens(person.skills))].map((word) =>
      vocabulary.skills.numberOf(word),
    ),
    languages: person.languages.map((own) => {
      const fact = languageFactOf(own);
      return languageWord(vocabulary.languages.numberOf(fact.code), fact);
    }),
    education: person.educationLevel ?? 0,
    educationField: fieldNumber(person, vocabulary),
    licences: person.licences.map((word) => licences.numberOf(word)),
    desiredCountries: person.desiredCountries.map((word) => countries.numberOf(word)),
    desiredCodes: person.desiredOccupations.map((word) => codes.numberOf(word)),
    permitCategories: person.permitCategories.map((word) => permitCategories.numberOf(word)),
    desiredPay: desiredPay ? [vocabulary.payOf(payWishOf(desiredPay))] : [],
    availableFrom: dayOrNone(person.availableFromOn),
    availableUntil: dayOrNone(person.availableUntilOn),
    consents: vocabulary.consents.numberOf(consentProfile(person.consents, on)),
    returned: person.previousStays.some(({ returnedOn }) => returnedOn !== null),
    preference: preferenceOf(person, vocabulary, on),
    nationalities: person.nationalities.map((word) => countries.numberOf(word)),
  };
}

function statedPartsOf(person: EngineCandidate): number {
  const told = person.occupations.filter(hasOccupationCode);
  const { desiredCountries, desiredOccupations, permitCategories, desiredPay } = person;
  const wished = [desiredCountries, desiredOccupations, permitCategories];
  return partBits({
    occupation: told.length > 0,
    skills: person.skills.some(({ uri, label }) => Boolean(uri) || Boolean(label)),
    languages: person.languages.length > 0,
    experience: told.some(({ years }) => years !== null),
    education: person.educationLevel !== null,
    licences: person.licences.length > 0,
    wishes: desiredPay !== null || wished.some((all) => all.length > 0),
    availability: person.availableFromOn !== null || person.availableUntilOn !== null,
  });
}

/**
 * Returns the numbers of the states in which the candidate has preference on that date, as the
 * rules decide it. See Snapshot.preference.
 */
function preferenceOf(person: EngineCandidate, { countries }: Vocabulary, on: string): number[] {
  const tierIn = (state: string): Tier | undefined =>
    domesticTier(rightsOn(person, state, on), state)?.tier;
  if (person.rights.length === 0 && tierIn('')) return [EVERYWHERE];
  const states = person.rights.length === 0 ? person.residencePermits : tierZeroCountries;
  return states.flatMap((state) => {
    const tier = tierIn(state);
    return tier ? [countries.numberOf(state) | (tier === '1' ? RESIDENT : 0)] : [];
  });
}

function fieldNumber({ educationField }: EngineCandidate, { educationFields }: Vocabulary): number {
  const code = parseEducationField(educationField ?? '');
  return code === null ? 0 : educationFields.numberOf(code) + 1;
}

function dayOrNone(on: string | null): number {
  return on === null ? NO_DAY : dayOf(on);
}
