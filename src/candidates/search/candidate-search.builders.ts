import { newId } from '../../platform/database/new-id.ts';
import type { CandidateDocument } from './indexing/candidate-document.ts';
import type { CandidateQuery, ProposalQuery } from './candidate-search.ts';

/** Makes the document of a candidate about whom nothing is known except `known`. */
export function aDocument(known: Partial<CandidateDocument>): CandidateDocument {
  return {
    id: newId(),
    organisationId: newId(),
    titles: [],
    groupTitles: [],
    skillWords: [],
    isco: [],
    esco: [],
    desiredOccupations: [],
    skills: [],
    languages: [],
    nationalities: [],
    residenceCountry: null,
    residencePermits: [],
    euFamilyMember: false,
    desiredCountries: [],
    educationLevel: null,
    licences: [],
    availableFromOn: null,
    availableUntilOn: null,
    consentCountries: [],
    ...known,
  };
}

/** Makes a query that finds everybody, except as given. */
export function aQuery(asked: Partial<CandidateQuery>): CandidateQuery {
  return {
    words: '',
    isco: [],
    residenceCountries: [],
    nationalities: [],
    languages: [],
    skills: [],
    educationLevel: null,
    availableOn: null,
    limit: 50,
    cursor: null,
    ...asked,
  };
}

/**
 * Makes the query of a vacancy in France for people from third countries, which says nothing else
 * by itself.
 */
export function aProposalQuery(asked: Partial<ProposalQuery>): ProposalQuery {
  return {
    states: ['FR'],
    isco: [],
    esco: [],
    words: '',
    skills: [],
    languages: [],
    group: 'third-country',
    tierZeroCountries: ['DE', 'ES', 'FR', 'IS', 'CH'],
    limit: 50,
    ...asked,
  };
}
