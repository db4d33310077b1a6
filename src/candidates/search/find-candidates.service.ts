import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.ts';
import type { Page } from '../../platform/http/paging.ts';
import { cefrRank } from '../../reference/languages/cefr.ts';
import { iscoTitle } from '../../reference/isco/isco.ts';
import { Titles } from '../../reference/titles/titles.service.ts';
import { Candidate } from '../candidate.entity.ts';
import type { CandidateSearchQuery } from './candidate-search.dto.ts';
import {
  type CandidateHits,
  type CandidateQuery,
  CandidateSearch,
  type Facets,
  type SearchSource,
} from './candidate-search.ts';

/** A hit, with the candidate as the database has them now. */
interface FoundCandidate extends Pick<
  Candidate,
  | 'id' | 'reference' | 'givenName' | 'familyName' | 'nationalities' | 'residenceCountry'
  | 'occupations' | 'languages' // prettier-ignore
> {
  /** From 0 to 1; 1 for all if no words were asked for. */
  score: number;
}

/**
 * The occupation that was searched for in place of the words: ISCO-08 with its title in English.
 */
interface WordsReadAs {
  isco: string;
  title: string;
}

export interface FoundCandidates extends Page<FoundCandidate> {
  total: number;
  facets: Facets;
  /** The index that answered. */
  source: SearchSource;
  /** Null if the words themselves were searched for. */
  readAs: WordsReadAs | null;
}

/** Searches an agency's own candidates. */
@Injectable()
export class FindCandidates {
  constructor(
    private readonly search: CandidateSearch,
    private readonly database: Database,
    private readonly titles: Titles,
  ) {}

  /**
   * Returns one page of candidates. The index proposes; a hit that no longer exists or no longer
   * belongs to the caller is left out.
   */
  async find(query: CandidateSearchQuery): Promise<FoundCandidates> {
    const { hits, ...answer } = await this.look(asked(query));
    const people = await this.database.transaction((sql) =>
      sql.find(Candidate, { select: shown, where: { id: In(hits.map(({ id }) => id)) } }),
    );
    const byId = new Map(people.map((person) => [person.id, person]));
    const items = hits.flatMap(({ id, score }) => {
      const person = byId.get(id);
      return person ? [{ ...person, score }] : [];
    });
    return { items, ...answer };
  }

  /**
   * Searches for the words, or for the occupation that they name if they find nothing: titles may
   * be in another language.
   */
  private async look(
    query: CandidateQuery,
  ): Promise<CandidateHits & Pick<FoundCandidates, 'readAs'>> {
    const hits = await this.search.search(query);
    const { words, isco } = query;
    if (hits.total > 0 || words.trim() === '' || isco.length > 0) return { ...hits, readAs: null };
    const { found } = await this.titles.read(words, null);
    if (found === null) return { ...hits, readAs: null };
    const inPlace = await this.search.search({ ...query, words: '', isco: [found.isco] });
    return {
      ...inPlace,
      readAs: { isco: found.isco, title: iscoTitle(found.isco) ?? found.label },
    };
  }
}

const shown = {
  id: true,
  reference: true,
  givenName: true,
  familyName: true,
  nationalities: true,
  residenceCountry: true,
  occupations: true,
  languages: true,
} as const;

function asked(query: CandidateSearchQuery): CandidateQuery {
  return {
    words: query.q,
    isco: query.isco,
    residenceCountries: query.residenceCountry,
    nationalities: query.nationality,
    languages: query.language.map((text) => {
      const [code = '', level = 'A1'] = text.split(':');
      return { code, rank: cefrRank(level) };
    }),
    skills: query.skill,
    educationLevel: query.educationLevel ?? null,
    availableOn: query.availableOn ?? null,
    limit: query.limit,
    cursor: query.cursor ?? null,
  };
}
