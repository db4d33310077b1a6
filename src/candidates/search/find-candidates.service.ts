import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.ts';
import type { Page } from '../../platform/http/paging.ts';
import { cefrRank } from '../../reference/languages/cefr.ts';
import { Candidate } from '../candidate.entity.ts';
import type { CandidateSearchQuery } from './candidate-search.dto.ts';
import { type CandidateQuery, CandidateSearch, type Facets } from './candidate-search.ts';
import type { SearchSource } from './candidate-search.ts';

/** One hit, as the database knows the person now. */
interface FoundCandidate extends Pick<
  Candidate,
  | 'id' | 'reference' | 'givenName' | 'familyName' | 'nationalities' | 'residenceCountry'
  | 'occupations' | 'languages' // prettier-ignore
> {
  /** 0 to 1; 1 for all where no words were asked. */
  score: number;
}

export interface FoundCandidates extends Page<FoundCandidate> {
  total: number;
  facets: Facets;
  /** Which index answered. */
  source: SearchSource;
}

/** What an agency finds among its own people. */
@Injectable()
export class FindCandidates {
  constructor(
    private readonly search: CandidateSearch,
    private readonly database: Database,
  ) {}

  /** The index proposes; whoever is not there or not the caller's any more is left out. */
  async find(query: CandidateSearchQuery): Promise<FoundCandidates> {
    const { hits, ...answer } = await this.search.search(asked(query));
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
