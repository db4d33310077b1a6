import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import MiniSearch from 'minisearch';
import {
  type CandidateDocument,
  consentCountries,
  documentOf,
} from '../../src/candidates/search/indexing/candidate-document.ts';
import type { ProposalQuery } from '../../src/candidates/search/candidate-search.ts';
import { isReady } from '../../src/candidates/search/proposals.ts';
import { PostgresCandidateSearch } from '../../src/candidates/search/postgres/postgres-candidate-search.ts';
import type { EngineCandidate } from '../../src/matching/engine/engine-candidate.ts';
import type { VacancyFacts } from '../../src/matching/facts.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import { tierZeroCountries } from '../../src/reference/countries/countries.ts';
import { languageToken, tokensUpTo } from '../../src/candidates/search/search-tokens.ts';
import { ON } from '../worlds/engine-world.ts';

/** A search that can be asked for the fifty best people from outside the Union for a vacancy. */
export interface Peer {
  name: string;
  ask: (vacancy: VacancyFacts) => Promise<string[]>;
}

export const LIMIT = 50;
const BATCH = 2_000;

export function documentFor(person: EngineCandidate): CandidateDocument {
  const whose = { id: person.id, organisationId: '01a00000-0000-7000-8000-000000000001' };
  const candidate = { ...person, qualifications: [], residenceCountry: 'MA', residencePermits: [] };
  const given = person.consents.map((one) => ({
    ...one,
    countries: [...one.countries],
    purpose: 'matching' as const,
    withdrawnAt: null,
  }));
  const known = candidate as unknown as Parameters<typeof documentOf>[1];
  return documentOf(whose, known, consentCountries(given, ON));
}

/** A library for full-text search in memory: occupations and skills as terms, gates as a filter. */
export function miniSearchPeer(documents: readonly CandidateDocument[]): Peer {
  const index = new MiniSearch<CandidateDocument>({
    idField: 'id',
    fields: ['isco', 'esco', 'skills'],
    tokenize: (text) => text.split('\n'),
    processTerm: (term) => term,
    extractField: (document, name) => {
      const value = document[name as keyof CandidateDocument];
      return Array.isArray(value) ? value.join('\n') : String(value);
    },
  });
  index.addAll(documents);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    name: 'MiniSearch',
    ask: async (vacancy) => {
      const query = queryOf(vacancy);
      const found = index.search(termsOf(vacancy).join('\n'), {
        boost: { esco: 4, isco: 2 },
        filter: ({ id }) => isInside(byId.get(id as string), query),
      });
      return found.slice(0, LIMIT).map(({ id }) => id as string);
    },
  };
}

/** Another library for search in memory, with filters of its own. */
export async function oramaPeer(documents: readonly CandidateDocument[]): Promise<Peer> {
  const index = create({
    schema: { terms: 'string', states: 'enum[]', languages: 'enum[]', group: 'enum' },
    components: { tokenizer: { language: 'none', normalizationCache: new Map(), tokenize: split } },
  });
  const rows = documents.map((document) => ({
    id: document.id,
    terms: [...document.esco, ...document.isco, ...document.skills].join('\n'),
    states: [...document.consentCountries],
    languages: document.languages.flatMap(tokensUpTo),
    group: isDomestic(document) ? 'domestic' : 'third-country',
  }));
  await insertMultiple(index, rows, BATCH);
  return {
    name: 'Orama',
    ask: async (vacancy) => {
      const languages = queryOf(vacancy).languages.map(({ code, rank }) =>
        languageToken(code, rank),
      );
      const found = await searchOrama(index, {
        term: termsOf(vacancy).join('\n'),
        limit: LIMIT,
        where: {
          states: { containsAll: [vacancy.state] },
          group: { eq: 'third-country' },
          ...(languages.length > 0 && { languages: { containsAll: languages } }),
        },
      });
      return found.hits.map(({ id }) => id);
    },
  };
}

/** The product's own search in PostgreSQL, which matching used before it had an engine. */
export async function postgresPeer(
  database: Database,
  analyse: () => Promise<unknown>,
  documents: readonly CandidateDocument[],
): Promise<Peer> {
  const search = new PostgresCandidateSearch(database);
  for (let from = 0; from < documents.length; from += BATCH) {
    await database.as(SYSTEM, () => search.index(documents.slice(from, from + BATCH)));
  }
  await analyse();
  const ask = (vacancy: VacancyFacts): Promise<string[]> =>
    database.as(SYSTEM, () => search.propose(queryOf(vacancy)));
  return { name: 'PostgreSQL adapter', ask };
}

function queryOf(vacancy: VacancyFacts): ProposalQuery {
  return {
    states: [vacancy.state],
    isco: vacancy.isco,
    esco: vacancy.esco,
    words: '',
    skills: [...vacancy.essentialSkills, ...vacancy.optionalSkills],
    languages: vacancy.requiredLanguages,
    group: 'third-country',
    tierZeroCountries,
    limit: LIMIT,
  };
}

function termsOf({ esco, isco, essentialSkills, optionalSkills }: VacancyFacts): string[] {
  const codes = isco.flatMap((code) => [code, code.slice(0, 3), code.slice(0, 2)]);
  return [...esco, ...codes, ...essentialSkills, ...optionalSkills];
}

const split = (text: string): string[] => text.split('\n').filter((term) => term !== '');

function isDomestic({ nationalities }: CandidateDocument): boolean {
  return nationalities.some((country) => tierZeroCountries.includes(country));
}

function isInside(document: CandidateDocument | undefined, query: ProposalQuery): boolean {
  return document !== undefined && !isDomestic(document) && isReady(document, query);
}
