import { currentTenant } from '../../../platform/database/tenant.ts';
import type { AskedLanguage, CandidateQuery, ProposalQuery } from '../candidate-search.ts';
import type { Nearness } from '../proposals.ts';
import { iscoAt, languageToken, skillToken } from '../search-tokens.ts';
import { allOf, anyOf, atLeast, atMost, is, isOneOf, not } from './filter-builder.ts';
import { dayNumber } from './meilisearch-document.ts';

/**
 * Returns the filters for what the tenant may see, as Meilisearch has no row-level security. Null:
 * the tenant may see no candidate.
 */
function tenantFilters(): string[] | null {
  const { role, organisationId } = currentTenant();
  if (role === 'system') return [];
  if (role !== 'agency' || organisationId === null) return null;
  return [is('organisationId', organisationId)];
}

const languageFilters = (languages: readonly AskedLanguage[]): string[] =>
  languages.map(({ code, rank }) => is('languages', languageToken(code, rank)));

/**
 * Returns the filter of a search, always with that of the tenant; null if the tenant may see no
 * candidate.
 */
export function searchFilter(query: CandidateQuery): string | null {
  const own = tenantFilters();
  if (own === null) return null;
  const filters = [
    ...own,
    ...languageFilters(query.languages),
    ...query.skills.map((skill) => is('skills', skillToken(skill))),
  ];
  const oneOf = {
    isco: query.isco,
    residenceCountry: query.residenceCountries,
    nationalities: query.nationalities,
  };
  for (const [attribute, values] of Object.entries(oneOf)) {
    if (values.length > 0) filters.push(isOneOf(attribute, values));
  }
  if (query.educationLevel !== null) filters.push(atLeast('educationLevel', query.educationLevel));
  if (query.availableOn !== null) {
    const day = dayNumber(query.availableOn);
    filters.push(atMost('availableFrom', day), atLeast('availableUntil', day));
  }
  return allOf(...filters);
}

/**
 * Returns the filter for the candidates that a proposal may name at all; null if the tenant may see
 * no candidate.
 */
export function groupFilter(query: ProposalQuery): string | null {
  const own = tenantFilters();
  if (own === null) return null;
  const domestic = anyOf(
    isOneOf('nationalities', query.tierZeroCountries),
    is('euFamilyMember', true),
    isOneOf('residencePermits', query.states),
  );
  return allOf(...own, query.group === 'domestic' ? domestic : not(domestic));
}

/** Returns the filter for candidates who consent to the state and have the languages. */
export function readyFilter(query: ProposalQuery): string {
  return allOf(isOneOf('consentCountries', query.states), ...languageFilters(query.languages));
}

/**
 * Returns the filter for candidates who work, or wish to work, at least that near; null if the
 * vacancy names no occupation.
 */
export function nearFilter(query: ProposalQuery, nearness: Nearness): string | null {
  const codes = iscoAt(query.isco, nearness === 'words' ? 2 : nearness);
  const filters = [
    ...(codes.length > 0 ? [isOneOf('isco', codes), isOneOf('desiredOccupations', codes)] : []),
    ...(query.esco.length > 0 ? [isOneOf('esco', query.esco)] : []),
  ];
  return filters.length > 0 ? anyOf(...filters) : null;
}
